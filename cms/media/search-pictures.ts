import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  Payload,
  Where,
} from 'payload';
import * as words from '../../content/model/words.ts';
import { tidyText } from '../../content/model/tidy-text.ts';
import { timeZone } from '../../content/model/time-zone.ts';
import { readRows, readText, readTime, type PayloadDocument } from '../mapping/read-document.ts';

const day = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'short', timeZone });
const wholeDay = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone });
const figures = new Intl.DateTimeFormat('nb-NO', {
  ...{ day: 'numeric', month: 'numeric' },
  year: 'numeric',
  timeZone,
});

/** Sweden's short dates are ISO 8601. */
const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });

/** At the end of what is kept: by it one sees what was kept in another form. */
const form = 'form3';

/** Between the parts of a date, which is searched for as one: databases look for each word by itself. */
const bound = '\u00a0';
const dates = new RegExp(`(?:(\\d{1,2}\\.?) )?(${words.months}) (?=\\d{4})`, 'gu');

/** As it is searched for: databases know no capital Ø. */
const searched = (text: string) =>
  tidyText(text)
    .toLocaleLowerCase('nb')
    .replace(dates, (_, date: string | undefined, named: string) =>
      [date, named].filter(Boolean).concat('').join(bound),
    );

const fields = ['alt', 'caption', 'credit', 'creator', 'copyright', 'city', 'filename'] as const;

/** Everything that a picture may be found by: its words, its file, the day and month it was taken, and came in. */
function searchTextOf(picture: PayloadDocument): string {
  const times = [readTime(picture['takenOn']), readTime(picture['createdAt']) ?? Date.now()];
  const days = times.flatMap((time) => {
    const at = time === null ? undefined : new Date(time);
    return at === undefined ? [] : [wholeDay, day, figures, iso].map((form) => form.format(at));
  });
  const said = fields.map((name) => readText(picture[name]));
  return searched([...said, ...days, form].filter(Boolean).join(' · '));
}

/** Keeps beside a picture what it may be found by. */
export const keepSearchText: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  searchText: searchTextOf({ ...originalDoc, ...data }),
});

/** Asks for it in its own case. */
export const searchInLowerCase: CollectionBeforeOperationHook = ({ args }) =>
  // why: of the operations, those that read carry a `where`
  'where' in args ? { ...args, where: lowered(args.where as Where | undefined) } : args;

function lowered(where: Where | undefined): Where | undefined {
  if (where === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(where).map(([name, condition]) => {
      if (Array.isArray(condition)) return [name, condition.map((each) => lowered(each) ?? {})];
      if (name !== 'searchText') return [name, condition];
      const asked = Object.entries(condition).map(([operator, value]) => [
        operator,
        typeof value === 'string' ? searched(value) : (value as unknown),
      ]);
      return [name, Object.fromEntries(asked)];
    }),
  );
}

/** For pictures that came in before it was kept, or when it was kept in another form. */
export async function mendSearchTexts(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<{ id: string; searchText?: string | null }>({
    ...{ collection: 'media', select: { searchText: true }, pagination: false },
  });
  const stale = docs.filter(({ searchText }) => searchText?.endsWith(form) !== true);
  for (const { id } of stale) {
    const where = { id: { equals: id } };
    const [row] = readRows((await payload.db.find({ collection: 'media', where, limit: 1 })).docs);
    if (row !== undefined)
      await payload.db.updateOne({
        ...{ collection: 'media', where, returning: false },
        data: { searchText: searchTextOf(row) },
      });
  }
}
