import type { Article } from '../../content/model/article.ts';
import { isBox, textsOf, type Block } from '../../content/model/blocks/blocks.ts';
import { textsText } from '../../content/model/blocks/rich-text.ts';
import type { Quote } from './quote-view.ts';

type Source = Pick<Article, 'body' | 'interviewees'>;

/** Those whom the article interviews, and those whose name stands under a pull quote. */
export function quotedPeople({ body, interviewees }: Source): string[] {
  const named = body.flatMap((block) =>
    block.type === 'pullQuote' && block.attribution ? [nameOf(block.attribution)] : [],
  );
  const people: string[] = [];
  for (const name of [...interviewees.map((each) => each.name), ...named])
    if (!people.some((known) => isSamePerson(known, name))) people.push(name);
  return people;
}

/**
 * What `name` is quoted on, in the order of the text: answers of an interview, direct speech («– …»), words between
 * « and » beside her name, pull quotes. A guess, which a person looks over before anything is sent: who says «sier
 * hun» is whoever was named last, and with one person alone all that nobody else is named for is hers.
 */
export function findQuotes(article: Source, name: string): Quote[] {
  const people = quotedPeople(article);
  const others = people.filter((each) => !isSamePerson(each, name));
  const walk: Walk = { name, others, isAlone: others.length === 0, last: undefined };
  const passages = article.body.flatMap(passagesOf).map((passage) => {
    const quotes = quotesIn(passage, walk);
    return { ...passage, quotes };
  });
  const found = passages.flatMap(({ quotes, ...passage }, n) => {
    const [previous, next] = [passages[n - 1], passages[n + 1]];
    const before = passage.question ?? contextOf(previous, lastSentence);
    const after = next?.question === passage.question ? contextOf(next, firstSentence) : '';
    return quotes.map(({ quote, ...own }) => ({
      ...{ quote, before: own.before || before, after: own.after || after },
      ...(passage.kind === 'pulled' && { before: '', after: '' }),
    }));
  });
  return [...new Map(found.map((each) => [each.quote, each])).values()];
}

/** A sentence beside hers; none that somebody else is quoted in, who is to see it alone. */
function contextOf(
  passage: (Passage & { quotes: readonly unknown[] }) | undefined,
  sentenceOf: (text: string) => string,
): string {
  if (passage === undefined || passage.kind === 'pulled') return '';
  const { kind, text, quotes } = passage;
  const isSaid = kind === 'answer' || /^–|«/.test(text.trim());
  return isSaid && quotes.length === 0 && !isAsked(text) ? '' : sentenceOf(text);
}

/** Direct speech that does nothing but ask, and says of nobody that she asks: the journalist's. */
const isAsked = (text: string) =>
  text.trim().startsWith('–') &&
  sentencesOf(text.trim()).every(({ text: each }) => /\?[»”"]?\s*$/.test(each));

interface Walk {
  name: string;
  others: readonly string[];
  isAlone: boolean;
  /** Who spoke or was named last. */
  last: string | undefined;
}

interface Passage {
  kind: 'text' | 'answer' | 'pulled';
  text: string;
  question?: string;
  attribution?: string;
}

function passagesOf(block: Block): Passage[] {
  if (block.type === 'pullQuote')
    return [{ kind: 'pulled', text: block.quote, attribution: block.attribution ?? '' }];
  if (block.type === 'questionAnswer')
    return block.answer.map((text) => ({
      ...{ kind: 'answer', text: textsText([text]) },
      question: block.question,
    }));
  if (isBox(block) || block.type === 'heading') return [];
  return textsOf(block).map((text) => ({ kind: 'text', text: textsText([text]) }));
}

function quotesIn(passage: Passage, walk: Walk): (Pick<Quote, 'quote'> & Partial<Quote>)[] {
  const { kind, text, attribution } = passage;
  if (text.trim() === '') return [];
  if (kind === 'pulled') {
    const isHers = attribution ? names(attribution, walk.name, walk.others) : walk.isAlone;
    return isHers ? [{ quote: text.trim() }] : [];
  }
  const isSpeech = text.startsWith('–');
  const speaker = speakerOf(passage, walk, isSpeech);
  walk.last = speaker ?? walk.last;
  if (kind === 'answer' || isSpeech)
    return speaker === walk.name ? [{ quote: text.replace(/^–\s*/, '').trim() }] : [];
  return speaker === walk.name ? wordsBetweenMarks(text, walk) : [];
}

/** Who says it: whoever is named where it is said who says it, else whoever is named at all, else the last one. */
function speakerOf(
  { kind, text }: Passage,
  { name, others, isAlone, last }: Walk,
  isSpeech: boolean,
): string | undefined {
  const people = [name, ...others];
  const namedIn = (words: string) =>
    people.find((each) =>
      names(
        words,
        each,
        people.filter((other) => other !== each),
      ),
    );
  const said = saidBy.exec(text)?.[1] ?? '';
  const named =
    namedIn(said) ??
    (kind === 'answer'
      ? namedIn(/^([^:]{2,60}):/.exec(text)?.[1] ?? '')
      : isSpeech
        ? undefined
        : namedIn(text));
  if (named !== undefined) return named;
  // Who asks, and nobody says who it is, is the journalist.
  if (isSpeech && isAsked(text)) return undefined;
  if (isAlone && (isSpeech || kind === 'answer')) return name;
  return isSpeech || kind === 'answer' ? last : undefined;
}

/** «…, sier Kari Nordmann», «… forteller hun», «Kari Nordmann mener …». */
const verbs =
  'sier|sa|svarer|svarte|forteller|fortalte|mener|mente|forklarer|forklarte|understreker|påpeker|legger|la|fastslår|innrømmer|spør|spurte|smiler|ler|konkluderer|fortsetter|tror|skriver|skrev|oppsummerer|utdyper|presiserer|tilføyer|bekrefter';
const saidBy = new RegExp(`[,.!?]\\s+(?:${verbs})\\s+([^.!?–]{2,120})`, 'iu');

/** At least three words between « and », or two in a sentence that names her: fewer are a name or an expression. */
function wordsBetweenMarks(text: string, { name, others }: Walk): Quote[] {
  const sentences = sentencesOf(text);
  return [...text.matchAll(/«([^»]+)»/g)].flatMap((match) => {
    const quote = match[1]?.trim() ?? '';
    const at = sentences.findIndex(({ start, text: each }) => match.index < start + each.length);
    const isNamed = names(sentences[at]?.text ?? '', name, others);
    if (quote.split(/\s+/).length < (isNamed ? 2 : 3)) return [];
    const around = (n: number) => sentences[n]?.text.trim() ?? '';
    return [{ quote, before: around(at - 1), after: around(at + 1) }];
  });
}

function sentencesOf(text: string): { text: string; start: number }[] {
  const segments = new Intl.Segmenter('nb', { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment, index }) => ({ text: segment, start: index }));
}
const firstSentence = (text: string) => sentencesOf(text)[0]?.text.trim() ?? '';
const lastSentence = (text: string) => sentencesOf(text).at(-1)?.text.trim() ?? '';

/** «Kari Nordmann, leder for kundesenteret» → «Kari Nordmann». */
const nameOf = (attribution: string) => attribution.split(/[,(–]/)[0]?.trim() ?? '';
const partsOf = (name: string) => name.trim().toLocaleLowerCase('nb').split(/\s+/);

/** «Moe» and «Kari Moe» are one; Kari Moe and Ola Moe are two. */
function isSamePerson(one: string, other: string): boolean {
  const [short, long] = [partsOf(one), partsOf(other)].sort((a, b) => a.length - b.length);
  return short?.every((part) => long?.includes(part)) ?? false;
}

/** Whether a text names her: by her first or last name, in the genitive too, but by none that she shares with another. */
function names(text: string, name: string, others: readonly string[]): boolean {
  const shared = new Set(others.flatMap(partsOf));
  const parts = partsOf(name);
  const wanted = [parts[0], parts.at(-1)].filter(
    (part) => part !== undefined && part.length > 1 && !shared.has(part),
  );
  return wanted.some((word) =>
    new RegExp(
      `(?<![\\p{L}\\d])${String(word).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?:s|')?(?![\\p{L}\\d])`,
      'iu',
    ).test(text),
  );
}
