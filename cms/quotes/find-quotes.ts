import type { Article } from '../../content/model/article.ts';
import { isBox, textsOf, type Block } from '../../content/model/blocks/blocks.ts';
import { textsText } from '../../content/model/blocks/rich-text.ts';
import type { Quote } from './quote-view.ts';
import {
  attributed,
  firstNamed,
  introduced,
  isSamePerson,
  namesIn,
  whereNamed,
} from './who-says.ts';

type Source = Pick<Article, 'title' | 'lead' | 'body' | 'interviewees'>;

/** Those whom the article interviews, and those whose name stands under a pull quote. */
export function quotedPeople({
  body,
  interviewees,
}: Pick<Source, 'body' | 'interviewees'>): string[] {
  const named = body.flatMap((block) =>
    block.type === 'pullQuote' && block.attribution ? namesIn(block.attribution) : [],
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
  const walk: Walk = {
    ...{ name, people: [name, ...others], others },
    ...{ isAlone: others.length === 0, last: undefined },
  };
  const heads = [article.title, article.lead].map((text): Passage => ({ kind: 'head', text }));
  const passages = [...heads, ...article.body.flatMap(passagesOf)].map((passage) => {
    const quotes = quotesIn(passage, walk);
    return { ...passage, quotes };
  });
  const found = passages.flatMap(({ quotes, ...passage }, n) => {
    const [previous, next] = [passages[n - 1], passages[n + 1]];
    const before = passage.question ?? contextOf(previous, lastSentence);
    const after = next?.question === passage.question ? contextOf(next, firstSentence) : '';
    return quotes.map(({ quote, ...own }) => ({
      ...{ quote, before: own.before || before, after: own.after || after },
      ...(['pulled', 'head'].includes(passage.kind) && { before: '', after: '' }),
    }));
  });
  return [...new Map(found.map((each) => [each.quote, each])).values()];
}

/** A sentence beside hers; none that somebody else is quoted in, who is to see it alone. */
function contextOf(
  passage: (Passage & { quotes: readonly unknown[] }) | undefined,
  sentenceOf: (text: string) => string,
): string {
  if (passage === undefined || passage.kind === 'pulled' || passage.kind === 'head') return '';
  const { kind, text, quotes } = passage;
  const isSaid = kind === 'answer' || startsSpeech.test(text.trim()) || /[«"“”]/.test(text);
  return isSaid && quotes.length === 0 && !isAsked(text) ? '' : sentenceOf(text);
}

/** Direct speech, with a dash or what is typed for one. */
const startsSpeech = /^(?:[–—-]\s|[–—](?=[\p{L}«"“]))/u;

/** Direct speech that does nothing but ask, and says of nobody that she asks: the journalist's. */
const isAsked = (text: string) =>
  startsSpeech.test(text.trim()) &&
  sentencesOf(text.trim()).every(({ text: each }) => /\?[»”"]?\s*$/.test(each));

interface Walk {
  name: string;
  others: readonly string[];
  /** Both. */
  people: readonly string[];
  isAlone: boolean;
  /** Who spoke or was named last. */
  last: string | undefined;
}

interface Passage {
  kind: 'head' | 'text' | 'answer' | 'pulled';
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
  if (block.type === 'heading') return [];
  const kind = isBox(block) ? 'head' : 'text'; // a box has nothing beside it
  return textsOf(block).map((text) => ({ kind, text: textsText([text]) }));
}

type Found = Pick<Quote, 'quote'> & Partial<Quote>;

function quotesIn(passage: Passage, walk: Walk): Found[] {
  const { kind, text, attribution } = passage;
  if (text.trim() === '') return [];
  if (kind === 'pulled') {
    const isHers = attribution
      ? whereNamed(attribution, walk.name, walk.others) >= 0
      : walk.isAlone;
    return isHers ? [{ quote: text.trim() }] : [];
  }
  if (kind === 'answer') {
    walk.last = answering(text, walk);
    return walk.last === walk.name ? [{ quote: withoutDash(text) }] : [];
  }
  const found: Found[] = [];
  let isHers = false;
  for (const turn of turnsOf(text)) {
    const wasHers = isHers;
    isHers = false;
    if (!startsSpeech.test(turn)) {
      found.push(...wordsBetweenMarks(turn, walk));
      continue;
    }
    const speech = spoken(turn, walk);
    isHers = speech.speaker === walk.name;
    const last = found.at(-1);
    // One after the other is one reply.
    if (isHers && wasHers && last !== undefined) last.quote = `${last.quote} ${speech.text.trim()}`;
    else if (isHers) found.push({ quote: withoutDash(speech.text) });
    if (speech.text !== turn) isHers = false;
  }
  return found;
}

const withoutDash = (text: string) => text.trim().replace(/^[–—-]\s*/, '');

/** An answer is whose name stands before it, or who is said to give it; else of whoever spoke last. */
function answering(text: string, walk: Walk): string | undefined {
  const { people, isAlone, name, last } = walk;
  const said = attributed(text, people);
  if (said.is === 'named') return said.name;
  const before = firstNamed(/^([^:]{2,60}):/.exec(text)?.[1] ?? '', people);
  return before ?? (isAlone ? name : last);
}

/** Replies, and what is told between them; a reply begins where a text, a line or a sentence does. */
const turnsOf = (text: string): string[] =>
  text
    .split(/(?<=^|\n)(?=[–—]\p{L}|[–—-]\s)|(?<=[.!?…»"”:]\s)(?=[–—-]\s)/u)
    .filter((turn) => turn.trim() !== '');

/** Who says a reply, and how much of what stands there is the reply: what follows is about others. */
function spoken(turn: string, walk: Walk): { speaker: string | undefined; text: string } {
  const { people, isAlone, name, last } = walk;
  const sentences = sentencesOf(turn);
  const said = sentences.map(({ text }) => attributed(text, people));
  const at = said.findIndex(({ is }) => is !== 'unsaid');
  const who = said[at] ?? { is: 'unsaid' };
  const byDefault = isAlone ? name : last;
  const speaker =
    who.is === 'named' ? who.name : who.is === 'other' || isAsked(turn) ? undefined : byDefault;
  walk.last = speaker ?? (who.is === 'other' ? undefined : last);
  // Behind who says it, a sentence that names another tells of him.
  const told = sentences.findIndex(({ text }, n) => {
    const named = firstNamed(text, people);
    return at >= 0 && n > at && named !== undefined && named !== speaker;
  });
  if (told === -1) return { speaker, text: turn };
  walk.last = firstNamed(sentences.at(-1)?.text ?? '', people) ?? walk.last;
  return { speaker, text: turn.slice(0, sentences[told]?.start) };
}

/** At least three words between « and », or two in a sentence that names her: fewer are a name or an expression. */
function wordsBetweenMarks(text: string, walk: Walk): Found[] {
  const { name, others, people } = walk;
  const sentences = sentencesOf(text);
  const around = (n: number) => sentences[n]?.text.trim() ?? '';
  const onlyOne = people.filter(
    (each) =>
      whereNamed(
        text,
        each,
        people.filter((other) => other !== each),
      ) >= 0,
  );
  return sentences.flatMap(({ text: sentence }, at) => {
    const { quotes, told } = quotedIn(sentence);
    const said = attributed(told, people);
    const [, before = ''] = /^(.*?(?::|, som\s.*?))\s*(?:«»|$)/su.exec(told) ?? [];
    const named =
      said.is === 'named' ? said.name : (introduced(before, people) ?? firstNamed(told, people));
    const isPronoun = said.is === 'last' || /(?<!\p{L})(?:hun|han|hen)(?!\p{L})/iu.test(told);
    const isBare = !/\p{L}/u.test(told);
    const fallback = walk.isAlone && isPronoun ? name : isPronoun || isBare ? walk.last : undefined;
    const speaker =
      named ??
      (said.is === 'other'
        ? undefined
        : (fallback ?? (onlyOne.length === 1 ? onlyOne[0] : undefined)));
    walk.last = named ?? (said.is === 'other' ? undefined : walk.last);
    if (speaker !== name) return [];
    const isNamed = whereNamed(told, name, others) >= 0;
    return quotes
      .map((words) => words.trim())
      .filter((quote) => quote.split(/\s+/).length >= (isNamed ? 2 : 3))
      .map((quote) => ({ quote, before: around(at - 1), after: around(at + 1) }));
  });
}

/** What stands between quotation marks, the outermost of them, and what is told around it. */
function quotedIn(sentence: string): { quotes: string[]; told: string } {
  const quotes: string[] = [];
  let told = '';
  let start = -1;
  let depth = 0;
  for (const [at, sign] of [...sentence].entries()) {
    const isStraight = /["“”]/.test(sign) && depth <= 1;
    const opens = sign === '«' || (isStraight && depth === 0);
    const closes = depth > 0 && (sign === '»' || (isStraight && depth === 1 && !opens));
    if (opens && depth++ === 0) start = at + 1;
    else if (closes && --depth === 0) {
      quotes.push([...sentence].slice(start, at).join(''));
      told += '«»';
    } else if (depth === 0) told += sign;
  }
  // One that is never closed is no quotation.
  return depth === 0
    ? { quotes, told }
    : { quotes, told: told + [...sentence].slice(start).join('') };
}

/** What goes on with a small letter is the same sentence: «Er du klar?» spør hun. */
function sentencesOf(text: string): { text: string; start: number }[] {
  const sentences: { text: string; start: number }[] = [];
  for (const { segment, index } of new Intl.Segmenter('nb', { granularity: 'sentence' }).segment(
    text,
  )) {
    const last = sentences.at(-1);
    if (last !== undefined && /^\p{Ll}/u.test(segment)) last.text += segment;
    else sentences.push({ text: segment, start: index });
  }
  return sentences;
}
const firstSentence = (text: string) => sentencesOf(text)[0]?.text.trim() ?? '';
const lastSentence = (text: string) => sentencesOf(text).at(-1)?.text.trim() ?? '';
