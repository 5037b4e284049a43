import { hash } from 'node:crypto';
import { Answers } from './store-queries.ts';
import type { Published } from './document-store.ts';
import type { Store } from '../../src/store.ts';

interface Answered {
  answer: unknown;
  /** What the answer rests on. */
  tags: Set<string>;
  /** Digest of the tags and what stood there: equal digests, equal answers. */
  digest: string;
}

/** A tag, and the questions whose answers rest on it. */
interface Ground {
  tag: string;
  questions: Set<Question>;
}

/** What is kept of a question between renderings: tens of thousands of them, so no more than needed. */
interface Question {
  key: QuestionKey;
  digest: string;
  grounds: readonly Ground[];
  askedBy: Set<string>;
}

/** A question as asked: the name of the method and its arguments, as JSON. */
type QuestionKey = string;

/**
 * Which page asked what, and what it was told. Recorded while pages render, never guessed: after a change,
 * the questions whose grounds were touched are asked again, and the pages whose answers differ are stale.
 */
export class QuestionLog {
  #published: Published;
  #questions = new Map<QuestionKey, Question>();
  #grounds = new Map<string, Ground>();
  #byPage = new Map<string, readonly Question[]>();
  /** Answers given since the last change: many pages ask the same. */
  #fresh = new Map<QuestionKey, Answered>();
  #freshAt = 0;

  constructor(published: Published) {
    this.#published = published;
  }

  /** A store for one rendering of one page. Call `done` when it is rendered: from then on the page is known. */
  record(page: string): { store: Store; done: () => void } {
    const asked = new Map<QuestionKey, Answered>();
    return {
      store: recordingStore(asked, (key) => this.#answer(key)),
      done: () => this.#remember(page, asked),
    };
  }

  /** Pages whose answers differ after a change that touched these tags. */
  stalePages(touched: ReadonlySet<string>): Set<string> {
    const stale = new Set<string>();
    const again = new Set<Question>();
    for (const tag of touched) {
      for (const question of this.#grounds.get(tag)?.questions ?? []) again.add(question);
    }
    for (const question of again) {
      if (this.#answer(question.key).digest === question.digest) continue;
      for (const page of question.askedBy) stale.add(page);
    }
    return stale;
  }

  /** Whether any page's answers rest on this tag. */
  isRead(tag: string): boolean {
    return this.#grounds.has(tag);
  }

  forget(page: string): void {
    this.#remember(page, new Map());
    this.#byPage.delete(page);
  }

  #answer(key: QuestionKey): Answered {
    if (this.#freshAt !== this.#published.generation) {
      this.#fresh.clear();
      this.#freshAt = this.#published.generation;
    }
    const known = this.#fresh.get(key);
    if (known !== undefined) return known;
    const answered = ask(this.#published, key);
    // What one page alone asks is not kept: it would outlive its rendering and weigh on the collector.
    if ((this.#questions.get(key)?.askedBy.size ?? 0) > 1) this.#fresh.set(key, answered);
    return answered;
  }

  #remember(page: string, asked: ReadonlyMap<QuestionKey, Answered>): void {
    const before = this.#byPage.get(page) ?? [];
    const questions = [...asked].map(([key, { tags, digest }]) => {
      const question = this.#questions.get(key) ?? {
        key,
        digest: '',
        grounds: [],
        askedBy: new Set(),
      };
      this.#questions.set(key, question);
      if (question.digest !== digest) this.#ground(question, tags, digest); // equal digests, equal tags
      question.askedBy.add(page);
      return question;
    });
    this.#byPage.set(page, questions);
    for (const question of before) {
      if (asked.has(question.key)) continue;
      question.askedBy.delete(page);
      if (question.askedBy.size > 0) continue;
      this.#ground(question, [], '');
      this.#questions.delete(question.key);
    }
  }

  /** Puts a question on other grounds; grounds that nothing rests on are forgotten. */
  #ground(question: Question, tags: Iterable<string>, digest: string): void {
    for (const ground of question.grounds) ground.questions.delete(question);
    const left = question.grounds;
    question.digest = digest;
    question.grounds = Array.from(tags, (tag) => {
      const ground = this.#grounds.get(tag) ?? { tag, questions: new Set() };
      this.#grounds.set(tag, ground);
      ground.questions.add(question);
      return ground;
    });
    for (const ground of left) if (ground.questions.size === 0) this.#grounds.delete(ground.tag);
  }
}

/** Answers a question and says what the answer rests on. */
function ask(published: Published, key: QuestionKey): Answered {
  const tags = new Set<string>();
  const grounds: string[] = [];
  const answers = new Answers(published, (tag, value) => {
    tags.add(tag);
    grounds.push(`${tag}=${value}`);
  });
  // why: keys are only ever made by `recordingStore`, from the name and arguments of a method of Store.
  const [name, ...parameters] = JSON.parse(key) as [keyof Store, ...never[]];
  const method = answers[name] as (...parameters: unknown[]) => unknown; // as above
  const answer = method.apply(answers, parameters);
  return { answer, tags, digest: hash('sha1', grounds.join('\n'), 'base64') };
}

/** Remembers each question once; asking twice on one page gives the same object. */
function recordingStore(
  asked: Map<QuestionKey, Answered>,
  answerTo: (key: QuestionKey) => Answered,
): Store {
  const methods = new Map<string | symbol, (...parameters: unknown[]) => unknown>();
  const methodNamed = (name: string | symbol) => {
    const method = (...parameters: unknown[]) => {
      const key = JSON.stringify([name, ...parameters]);
      let answered = asked.get(key);
      if (answered === undefined) {
        answered = answerTo(key);
        asked.set(key, answered);
      }
      return answered.answer;
    };
    methods.set(name, method);
    return method;
  };
  // why: a Store has methods only, and each is a question; `ask` calls the method of that name.
  return new Proxy({} as Store, {
    get: (_target, name) => methods.get(name) ?? methodNamed(name),
  });
}
