import type { Article } from '../../../content/model/article.ts';
import {
  articlesIn,
  filesIn,
  isSection,
  linksIn,
  mediaIn,
  organisationsIn,
} from '../../../content/model/blocks/blocks.ts';
import { blocksToPlainText } from '../../../content/model/blocks/plain-text.ts';
import { inlineText, type LinkInline } from '../../../content/model/blocks/rich-text.ts';
import { mastheadKey, type ChecklistItem } from './checklist.ts';
import { isCutEverywhere } from './fits.ts';
import { isMaterialChange } from './is-material-change.ts';
import { text as quoteText } from '../../quotes/text.ts';
import { wideEnough } from '../../media/wide-enough.ts';
import { formatDay } from '../../shared/format-times.ts';
import { text as allText } from '../../text.ts';
import { text } from './text.ts';
import { wordsOf } from './words-of.ts';

/** What the newsroom knows beyond the article itself. */
export interface CheckFacts {
  media: ReadonlyMap<
    string,
    {
      alt: string;
      decorative: boolean;
      credit: string;
      rightsUntil: string | null;
      /** In pixels; null of what is no picture. */
      width: number | null;
    }
  >;
  /** Ids of the films, sounds and documents it offers that are there. */
  files: ReadonlySet<string>;
  /** Of this look, ISO 8601 UTC. */
  now: string;
  /** Articles it links to, by id; a deleted article is not in it. */
  articles: ReadonlyMap<string, { title: string; isPublished: boolean }>;
  /** Addresses of this site in its links that nobody answers, as they are written. */
  deadLinks: ReadonlySet<string>;
  /** Those in which the publication has an interest. */
  interests: readonly { id: string; name: string }[];
  /** The other articles of its series. */
  parts: readonly { number: number; title: string; isPublished: boolean }[];
  /** Whether the names on every page are still those that the starter publication brought. */
  hasExampleMasthead: boolean;
  /** What became of its quote checks, as far as it is not settled. */
  quoteProblems: readonly { name: string; kind: 'waiting' | 'commented' | 'changed' }[];
  /** Whether the publication says who owns it and who answers for it. */
  hasMasthead: boolean;
  /** What readers see now; undefined when it is not out. */
  published: Article | undefined;
}

const words = text.checklist;

type Check = (article: Article, facts: CheckFacts) => ChecklistItem[];

const stop = (key: string, sentence: string, field: string, proposal?: ChecklistItem['proposal']) =>
  item('stop', key, sentence, field, proposal);
const warn = (key: string, sentence: string, field: string, proposal?: ChecklistItem['proposal']) =>
  item('warn', key, sentence, field, proposal);

function item(
  level: ChecklistItem['level'],
  key: string,
  sentence: string,
  field: string,
  proposal: ChecklistItem['proposal'] = null,
): ChecklistItem[] {
  return [{ level, key, sentence, field, proposal }];
}

/** Everything that stands between a draft and its readers: what stops it first, then what is worth a look. */
export function checkArticle(article: Article, facts: CheckFacts): ChecklistItem[] {
  const items = checks.flatMap((check) => check(article, facts));
  return items.sort((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn'));
}

/** Medieansvarsloven §§ 4–5: readers are told who owns what they read, and who answers for it. */
const checkMasthead: Check = (_, { hasMasthead, hasExampleMasthead }) => {
  if (!hasMasthead) return stop(mastheadKey, words.masthead, 'owner');
  return hasExampleMasthead ? warn(mastheadKey, words.mastheadOfExamples, 'owner') : [];
};

const checkWords: Check = ({ title, lead, body }) => [
  ...(title === '' ? stop('title', words.title, 'title') : []),
  ...(lead === '' ? stop('lead', words.lead, 'lead') : []),
  ...(blocksToPlainText(body).trim() === '' ? warn('body', words.body, 'body') : []),
  ...(isCutEverywhere(title) ? warn('long', words.longTitle(title.length), 'title') : []),
];

/** A clock that is a little fast is no plan. */
export const clockTolerance = 5 * 60_000;

const checkTime: Check = ({ publishedAt }, { now }) =>
  Date.parse(publishedAt) > Date.parse(now) + clockTolerance
    ? stop('time', allText.problems.futureDate, 'publishedAt')
    : [];

const checkSender: Check = ({ marking, sponsor, authors, category }) => [
  ...(marking !== 'editorial' && sponsor === null ? stop('sponsor', words.sponsor, 'sponsor') : []),
  ...(authors.length === 0 ? warn('authors', words.authors, 'authors') : []),
  ...(category === null ? warn('category', words.category, 'category') : []),
];

const monthMs = 30 * 24 * 3_600_000;

/** A month before the rights to a picture end there is time for another. */
function checkRights(id: string, until: string | null, field: string, now: string) {
  if (until === null || Date.parse(until) - Date.parse(now) > monthMs) return [];
  const sentence = until <= now ? words.rightsEnded : words.rightsEnding(formatDay(until));
  return warn(`rights-${id}`, sentence, field);
}

/** Narrower than the place it has at the head of a page, in pixels. */
const checkWidth = (width: number | null = null) =>
  width !== null && width < wideEnough ? warn('narrow', words.narrow(width), 'heroImage') : [];

const checkPictures: Check = ({ hero, interviewees, body }, { media, now }) => {
  const pictures = [
    ...(hero === null ? [] : [{ id: hero, field: 'heroImage' }]),
    ...interviewees.flatMap(({ portrait }) =>
      portrait === undefined ? [] : [{ id: portrait, field: 'interviewees' }],
    ),
    ...mediaIn(body).map((id) => ({ id, field: 'body' })),
  ];
  return [
    ...(hero === null ? warn('hero', words.hero, 'heroImage') : checkWidth(media.get(hero)?.width)),
    ...pictures.flatMap(({ id, field }) => {
      const picture = media.get(id);
      if (picture === undefined) return stop(`gone-${id}`, words.pictureGone, field);
      const isSilent = picture.alt === '' && !picture.decorative;
      return [
        ...(isSilent ? stop(`alt-${id}`, words.alt, field) : []),
        ...(picture.credit === '' ? stop(`credit-${id}`, words.credit, field) : []),
        ...checkRights(id, picture.rightsUntil, field, now),
      ];
    }),
  ];
};

/** A film of ours needs its words for those who do not hear them (WCAG 2.1, 1.2.2, which Norwegian law makes a duty). */
const checkFiles: Check = ({ body }, { files }) => [
  ...filesIn(body).flatMap((id) =>
    files.has(id) ? [] : stop(`file-${id}`, words.fileGone, 'body'),
  ),
  ...body.flatMap((block) =>
    block.type === 'film' && block.file !== undefined && block.captions === undefined
      ? warn(`captions-${block.file}`, words.captions, 'body')
      : [],
  ),
];

const checkSeries: Check = ({ series, seriesNumber }, { parts }) => {
  if (series === null) return [];
  const next = Math.max(0, ...parts.map(({ number }) => number)) + 1;
  const proposal = { field: 'seriesNumber', value: next, label: words.useNumber(next) };
  if (seriesNumber === null)
    return warn('number', words.numberMissing(next), 'seriesNumber', proposal);
  const same = parts.find(({ number }) => number === seriesNumber);
  if (same?.isPublished === true)
    return stop('number', words.numberTaken(seriesNumber, same.title), 'seriesNumber', proposal);
  if (same !== undefined)
    return warn('number', words.numberDrafted(seriesNumber, same.title), 'seriesNumber', proposal);
  return seriesNumber > next
    ? warn('gap', words.numberGap(seriesNumber, next), 'seriesNumber', proposal)
    : [];
};

const checkInterview: Check = ({ kind, interviewees }) =>
  kind === 'interview' && interviewees.length === 0
    ? warn('interviewees', words.interviewees, 'interviewees')
    : [];

const checkQuotes: Check = (_, { quoteProblems }) =>
  quoteProblems.flatMap(({ name, kind }) =>
    warn(`quotes-${kind}-${name}`, quoteText.checklist[kind](name), 'quotes'),
  );

const checkLinks: Check = ({ body }, { articles, deadLinks }) => {
  const ids = [...new Set(articlesIn(body))];
  const links = linksIn(body);
  const wordsOn = (isIt: (link: LinkInline) => boolean) => {
    const link = links.find(isIt);
    return link === undefined ? undefined : inlineText(link.children);
  };
  return [
    ...ids.flatMap((id) => {
      const linked = articles.get(id);
      const on = wordsOn(({ article }) => article === id);
      if (linked === undefined) return stop(`link-${id}`, words.linkGone(on), 'body');
      return linked.isPublished
        ? []
        : warn(`link-${id}`, words.linkToDraft(linked.title, on), 'body');
    }),
    ...[...deadLinks].flatMap((dead) =>
      warn(
        `path-${dead}`,
        words.linkDead(wordsOn(({ href }) => href === dead) ?? '', dead),
        'body',
      ),
    ),
  ];
};

const checkHeadings: Check = ({ body }) => {
  let above = 1;
  for (const block of body) {
    if (isSection(block)) above = 2;
    if (block.type !== 'heading') continue;
    if (block.level > above + 1)
      return warn('headings', words.headings(inlineText(block.children)), 'body');
    above = block.level;
  }
  return [];
};

/** Somebody the publication has an interest in is named, but not noted: the readers would not be told. */
const checkDisclosure: Check = (article, { interests }) => {
  const missing = missingDisclosures(article, interests);
  if (missing.length === 0) return [];
  const value = [...article.organisations, ...missing.map(({ id }) => id)];
  return warn('disclosure', words.disclosure(missing.map(({ name }) => name)), 'organisations', {
    field: 'organisations',
    value,
    label: words.addDisclosure,
  });
};

const checkCorrection: Check = (article, { published }) =>
  published !== undefined &&
  article.corrections.length <= published.corrections.length &&
  isMaterialChange(wordsOf(published), wordsOf(article))
    ? warn('correction', words.correction, 'corrections')
    : [];

const checks: Check[] = [
  ...[
    checkMasthead,
    checkWords,
    checkTime,
    checkSender,
    checkPictures,
    checkFiles,
    checkSeries,
    checkInterview,
  ],
  ...[checkQuotes, checkLinks, checkHeadings, checkDisclosure, checkCorrection],
];

/** Organisations with an interest that the text names and neither the list, a person nor a fact box notes. */
export function missingDisclosures(
  article: Article,
  interests: CheckFacts['interests'],
): { id: string; name: string }[] {
  const noted = new Set([
    ...article.organisations,
    ...article.interviewees.flatMap(({ organisation }) => organisation ?? []),
    ...organisationsIn(article.body),
  ]);
  const text = wordsOf(article);
  return interests.filter(({ id, name }) => !noted.has(id) && names(text, name));
}

const names = (text: string, name: string) =>
  name.length > 2 &&
  new RegExp(
    `(?<![\\p{L}\\d])${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(s|')?(?![\\p{L}\\d])`,
    'iu',
  ).test(text);
