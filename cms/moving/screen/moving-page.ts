import type { PayloadRequest } from 'payload';
import { markup, type Markup } from '../../../content/model/markup.ts';
import { page } from '../../web/page.ts';
import { counted, warnings } from '../load/report.ts';
import type { MovedIn } from '../move-in.ts';
import type { Plan } from '../plan.ts';
import { text as moving } from '../text.ts';
import type { Job } from './moving-job.ts';
import { text as words } from './text.ts';

/** So many places of a kind are named; the rest are counted. */
const named = 10;

/** The page where an archive is handed in, looked over and brought in; without a script, it looks by itself how far it is. */
export function movingPage(
  req: PayloadRequest,
  { job, problem, status }: { job?: Job | undefined; problem?: string; status?: number },
): Promise<Response> {
  const isUnderWay = job?.state === 'looking' || job?.state === 'running';
  const body = markup`${problem !== undefined && markup`<p class="problem" role="alert">${problem}</p>`}
${job === undefined ? handIn() : shown(job)}`;
  return page(req.payload, {
    ...{ title: words.title, isForNewsroom: true, body },
    ...(isUnderWay && { headers: { refresh: '2' } }),
    ...(status !== undefined && { status }),
  });
}

const handIn =
  (): Markup => markup`<p>${words.explained}</p><p class="help" id="formats">${words.formats}</p>
<form method="post" action="/api/moving/screen/look" enctype="multipart/form-data">
<label for="file">${words.files}</label>
<input class="field" id="file" name="file" type="file" multiple required accept=".xml,.json,.zip,.md,.mdx,.csv" aria-describedby="formats">
<button>${words.look}</button>
</form>`;

function shown(job: Job): Markup {
  const { state, done, total, moved, problem } = job;
  const isUnderWay = state === 'looking' || state === 'running';
  return markup`<div class="done" role="status"><p><strong>${words.states[state]}</strong></p>
${problem !== undefined && markup`<p class="problem">${problem}</p>`}
${isUnderWay && total > 0 && markup`<p><progress max="${String(total)}" value="${String(done)}">${String(done)}</progress> ${words.progress(done, total)}</p>`}
${isUnderWay && markup`<p class="help">${words.refreshed}</p>`}</div>
${moved !== undefined && !isUnderWay && report(moved)}
${state === 'looked' && moved !== undefined && moved.archives.map(({ plan }) => plan && mapping(plan))}
${acts(state)}`;
}

function acts(state: Job['state']): Markup {
  const act = (name: string, label: string, look = '') =>
    markup`<form method="post" action="/api/moving/screen/${name}"><button class="${look}">${label}</button></form>`;
  return markup`<section>
${state === 'looked' && act('start', words.start)}
${(state === 'paused' || state === 'failed') && act('start', words.resume)}
${(state === 'running' || state === 'looking') && act('pause', words.pause, 'quiet')}
${state === 'done' && markup`<p><a href="/admin/collections/articles">${words.toArticles}</a></p>`}
${state !== 'running' && state !== 'looking' && markup`${act('forget', words.forget, 'quiet')}<p class="help">${words.forgetHelp}</p>`}
</section>`;
}

function report({ archives, report: told }: MovedIn): Markup {
  const counts = counted.filter((what) => (told.counts[what] ?? 0) > 0);
  const kinds = warnings.filter((kind) => (told.warnings[kind] ?? []).length > 0);
  return markup`${archives.map(({ system, name, origin, posts }) => markup`<p>${moving.found(moving.systems[system], name, origin, posts)}</p>`)}
${archives.length === 0 && markup`<p class="problem">${words.nothing}</p>`}
<ul>${counts.map((what) => markup`<li>${String(told.counts[what])} ${moving.counts[what]}</li>`)}</ul>
${kinds.map((kind) => {
  const places = told.warnings[kind] ?? [];
  return markup`<details><summary>${moving.warnings[kind]} (${String(places.length)})</summary>
<ul>${places.slice(0, named).map((place) => markup`<li>${place}</li>`)}</ul>
${places.length > named && markup`<p>${words.moreOf(places.length - named)}</p>`}</details>`;
})}`;
}

type Target = Plan['categories'][string];
const chosen = (target: Target): keyof typeof words.targets => {
  if (typeof target === 'string') return target;
  if ('kind' in target) return target.kind;
  return 'tema' in target ? 'tema' : 'tag';
};
const nameOf = (target: Target): string =>
  typeof target === 'string' || 'kind' in target ? '' : 'tema' in target ? target.tema : target.tag;

function mapping({ categories, authors, series, kind, questions }: Plan): Markup {
  const options = (value: string, keys: readonly (keyof typeof words.targets)[]) =>
    keys.map(
      (key) =>
        markup`<option value="${key}"${key === value && markup` selected`}>${words.targets[key]}</option>`,
    );
  const all = Object.keys(words.targets) as (keyof typeof words.targets)[]; // why: keys of a const object
  return markup`<h2>${words.mapping}</h2><p class="help">${words.mappingHelp}</p>
<form method="post" action="/api/moving/screen/decide">
${Object.entries(categories).map(
  ([name, target], at) => markup`<fieldset><legend>${name}</legend>
<input type="hidden" name="category-${String(at)}" value="${name}">
<label for="target-${String(at)}">${words.becomes(name)}</label>
<select class="field" id="target-${String(at)}" name="target-${String(at)}">${options(chosen(target), all)}</select>
<label for="name-${String(at)}">${words.called(name)}</label>
<input class="field" id="name-${String(at)}" name="name-${String(at)}" value="${nameOf(target) || name}" maxlength="200"></fieldset>`,
)}
${Object.entries(authors).map(
  ([name, here], at) => markup`<fieldset><legend>${words.author}: ${name}</legend>
<input type="hidden" name="author-${String(at)}" value="${name}">
<label for="byline-${String(at)}">${words.called(name)}</label>
<input class="field" id="byline-${String(at)}" name="byline-${String(at)}" value="${here}" maxlength="200" aria-describedby="byline-help">
</fieldset>`,
)}
<p class="help" id="byline-help">${words.authorHelp}</p>
<label for="series">${words.series}</label>
<input class="field" id="series" name="series" value="${series}" maxlength="200">
<label for="kind">${words.kind}</label>
<select class="field" id="kind" name="kind">${options(kind, ['news', 'interview', 'post'])}</select>
<label class="choice"><input type="checkbox" name="questions" value="1"${questions && markup` checked`}> ${words.questions}</label>
<button class="quiet">${words.again}</button>
</form>`;
}
