import { markup, type Markup } from '../../../content/model/markup.ts';
import type { SeriesIndex } from '../store/series.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { pages } from '../text.ts';
import { frequencies, frequencyIds } from '../../../content/model/frequencies.ts';

const words = pages.preferences;

/** The body of the preferences page. Each button is a form of its own, so that Enter saves. */
export function preferencesForm(content: {
  subscriber: SubscriberRow;
  series: SeriesIndex;
  isSaved?: boolean;
  isErasing?: boolean;
}): Markup {
  const { subscriber, isSaved = false, isErasing = false } = content;
  const isActive = subscriber.state === 'active';
  return markup`${isSaved && isActive && markup`<p class="done" role="status">${words.saved}</p>`}
${isActive ? choices(content) : markup`<p><strong>${words.notActive}.</strong> ${words.notActiveLead}</p>`}
${isActive && markup`<section><p class="help">${words.leaveHelp}</p>${action('leave', words.leave)}</section>`}
<h2>${words.yourData}</h2>
${action('data', words.sendData)}
<form method="post"><input type="hidden" name="action" value="erase">
<p class="help">${words.eraseHelp}</p>
${isErasing && markup`<input type="hidden" name="sure" value="yes">`}
<button class="danger">${isErasing ? words.eraseSure : words.erase}</button></form>`;
}

function choices({
  subscriber,
  series,
}: {
  subscriber: SubscriberRow;
  series: SeriesIndex;
}): Markup {
  const chosen = subscriber.series.flatMap((slug) => series.current(slug) ?? []);
  const gone = subscriber.series.filter((slug) => series.current(slug) === undefined);
  const frequencyChoices = frequencyIds.map(
    (id) =>
      markup`<label class="choice"><input type="radio" name="frequency" value="${id}"${subscriber.frequency === id && markup` checked`}>${frequencies[id].label}</label>`,
  );
  const seriesChoices = series.all.map(
    ({ name, slug }) =>
      markup`<label class="choice"><input type="checkbox" name="series" value="${slug}"${chosen.includes(slug) && markup` checked`}>${name}</label>`,
  );
  return markup`${gone.length > 0 && markup`<p class="problem" role="status">${words.seriesGone(gone)} ${chosen.length === 0 && words.nothingLeft}</p>`}<p>${words.lead}</p>
<form method="post"><input type="hidden" name="action" value="save">
<fieldset><legend>${words.frequency}</legend>${frequencyChoices}</fieldset>
${series.all.length > 0 && markup`<fieldset><legend>${words.series}</legend><p class="help">${words.seriesHelp}</p>${seriesChoices}</fieldset>`}
<button>${words.save}</button></form>`;
}

const action = (name: string, label: string) =>
  markup`<form method="post"><input type="hidden" name="action" value="${name}"><button class="quiet">${label}</button></form>`;
