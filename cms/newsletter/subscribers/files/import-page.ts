import type { PayloadRequest } from 'payload';
import { markup, type Markup } from '../../../../content/model/markup.ts';
import { panelText } from '../../admin/text.ts';
import { page } from '../../../web/page.ts';
import { columns, type Column } from './file-columns.ts';
import type { SubscriberFile, Told, UnknownColumns } from './subscriber-file.ts';

const words = panelText.importing;
const mostShown = 200;

interface Content {
  /** What was taken over. */
  file?: SubscriberFile;
  problem?: string;
  /** Whose columns are to be chosen. */
  asked?: UnknownColumns & { kept: string; name: string };
  /** How many are active there, of whom it does not say what they agreed to. */
  lacking?: { count: number; kept: string };
  /** What was said before: nothing of it is typed twice. */
  told?: Told;
}

/** The page where files of subscribers are handed in, with what became of the last one. */
export function importPage(req: PayloadRequest, content: Content = {}): Promise<Response> {
  const { file, problem, asked, lacking, told = {} } = content;
  const body = markup`${problem !== undefined && markup`<p class="problem" role="alert">${problem}</p>`}
${file && outcome(file)}
${lacking && askConsent(lacking, told)}
${
  asked
    ? questions(asked, told)
    : lacking === undefined &&
      markup`<p>${words.explained}</p><p>${words.services}</p>
<p class="help">${words.columns} ${columns.join(', ')}</p>
<form method="post" enctype="multipart/form-data">
<label for="file">${words.file}</label>
<input class="field" id="file" name="file" type="file" accept=".csv,.txt,text/csv" required>
${consent(told)}
<button>${words.button}</button>
</form>`
}`;
  return page(req.payload, {
    title: asked ? words.chooseTitle : words.title,
    isForNewsroom: true,
    // Nothing is taken over yet.
    ...(problem === undefined && asked === undefined ? {} : { status: 422 }),
    body,
  });
}

function outcome(file: SubscriberFile): Markup {
  const inState = (state: string) => file.rows.filter(({ row }) => row.state === state).length;
  return markup`<div class="done" role="status">${file.service && markup`<p>${words.read(file.service)}</p>`}
<p>${words.taken(inState('active'), inState('unsubscribed'), inState('suppressed'))}</p>${refusedList(file)}</div>`;
}

const refusedList = ({ refused }: SubscriberFile) =>
  refused.length > 0 &&
  markup`<p>${words.refused(refused.length)}</p><ul>${refused
    .slice(0, mostShown)
    .map(({ line, email, why }) => markup`<li>${words.line(line)} ${email}: ${why}</li>`)}</ul>`;

const consent = ({ consentText = '', consentPage = '' }: Told): Markup =>
  markup`<label for="consent-text">${words.consentText}</label>
<p class="help" id="consent-help">${words.consentTextHelp}</p>
<textarea class="field" id="consent-text" name="consent_text" rows="3" maxlength="5000" aria-describedby="consent-help">${consentText}</textarea>
<label for="consent-page">${words.consentPage}</label>
<input class="field" id="consent-page" name="consent_page" maxlength="500" value="${consentPage}">`;

/** The same file once more, with what it does not say. What was chosen of its columns comes along. */
const askConsent = ({ count, kept }: NonNullable<Content['lacking']>, told: Told): Markup =>
  markup`<form method="post" enctype="multipart/form-data"><input type="hidden" name="kept" value="${kept}">
${columns.map((column) => told.mapping?.[column] !== undefined && hidden(column, told.mapping[column]))}${
    told.state !== undefined && hidden('state', told.state)
  }
<p>${words.lacking(count)}</p>
${consent(told)}
<button>${words.button}</button>
</form>`;

const hidden = (column: Column, value: string | number): Markup =>
  markup`<input type="hidden" name="column-${column}" value="${String(value)}">`;

function questions(
  { header, samples, kept, name }: NonNullable<Content['asked']>,
  told: Told,
): Markup {
  const question = (column: Column) => {
    const chosen = told.mapping?.[column] ?? header.indexOf(column);
    const options = header.map((title, place) => {
      const values = samples.map((cells) => cells[place] ?? '').filter(Boolean);
      const sample =
        values.length === 0 ? '' : ` – ${words.sample(values.join(', ').slice(0, 60))}`;
      return markup`<option value="${String(place)}"${place === chosen && markup` selected`}>${title}${sample}</option>`;
    });
    const forAll =
      column === 'state' &&
      Object.entries(words.everybody).map(
        ([state, label]) =>
          markup`<option value="${state}"${told.state === state && markup` selected`}>${label}</option>`,
      );
    const isNeeded = column === 'email' || column === 'state';
    return markup`<label for="column-${column}">${words.names[column]}</label>
<select class="field" id="column-${column}" name="column-${column}"${isNeeded && markup` required`}><option value="">${words.nothing}</option>${options}${forAll}</select>`;
  };
  return markup`<p>${words.choose(name)}</p>
<form method="post" enctype="multipart/form-data"><input type="hidden" name="kept" value="${kept}">
${columns.map((column) => question(column))}
${consent(told)}
<button>${words.button}</button>
</form>`;
}
