import { hash } from 'node:crypto';
import { Answers } from './answer-questions.ts';
import type { Published } from './published.ts';
import type { Store } from './questions.ts';

interface Question {
  /** What an unchanged answer hashes to. */
  digest: string;
  tags: Set<string>;
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
  #byTag = new Map<string, Set<QuestionKey>>();
  #byPage = new Map<string, Set<QuestionKey>>();

  constructor(published: Published) {
    this.#published = published;
  }

  /** A store for one rendering of one page. Call `done` when it is rendered: from then on the page is known. */
  record(page: string): { store: Store; done: () => void } {
    const asked = new Map<QuestionKey, Omit<Question, 'askedBy'>>();
    return {
      store: recordingStore(this.#published, asked),
      done: () => this.#remember(page, asked),
    };
  }

  /** Pages whose answers differ after a change that touched these tags. */
  stalePages(touched: ReadonlySet<string>): Set<string> {
    const stale = new Set<string>();
    const again = new Set<QuestionKey>();
    for (const tag of touched) for (const key of this.#byTag.get(tag) ?? []) again.add(key);
    for (const key of again) {
      const question = this.#questions.get(key);
      if (question === undefined || ask(this.#published, key).digest === question.digest) continue;
      for (const page of question.askedBy) stale.add(page);
    }
    return stale;
  }

  /** Whether any page's answers rest on this tag. */
  isRead(tag: string): boolean {
    return (this.#byTag.get(tag)?.size ?? 0) > 0;
  }

  forget(page: string): void {
    this.#remember(page, new Map());
    this.#byPage.delete(page);
  }

  #remember(page: string, asked: Map<QuestionKey, Omit<Question, 'askedBy'>>): void {
    const before = this.#byPage.get(page) ?? new Set();
    for (const [key, answer] of asked) {
      const known = this.#questions.get(key);
      if (known === undefined) {
        this.#questions.set(key, { ...answer, askedBy: new Set([page]) });
      } else {
        this.#untag(key, known);
        this.#questions.set(key, { ...answer, askedBy: known.askedBy.add(page) });
      }
      for (const tag of answer.tags) this.#tag(tag, key);
    }
    for (const key of before) {
      const question = asked.has(key) ? undefined : this.#questions.get(key);
      if (question === undefined) continue;
      question.askedBy.delete(page);
      if (question.askedBy.size > 0) continue;
      this.#untag(key, question);
      this.#questions.delete(key);
    }
    this.#byPage.set(page, new Set(asked.keys()));
  }

  #tag(tag: string, key: QuestionKey): void {
    const keys = this.#byTag.get(tag);
    if (keys === undefined) this.#byTag.set(tag, new Set([key]));
    else keys.add(key);
  }

  #untag(key: QuestionKey, { tags }: { tags: Set<string> }): void {
    for (const tag of tags) {
      const keys = this.#byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#byTag.delete(tag);
    }
  }
}

/** Answers a question and says what the answer rests on. */
function ask(published: Published, key: QuestionKey) {
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
  published: Published,
  asked: Map<QuestionKey, Omit<Question, 'askedBy'>>,
): Store {
  const answers = new Map<QuestionKey, unknown>();
  return new Proxy(new Answers(published, () => undefined), {
    get:
      (_target, name) =>
      (...parameters: unknown[]) => {
        const key = JSON.stringify([name, ...parameters]);
        if (answers.has(key)) return answers.get(key);
        const { answer, tags, digest } = ask(published, key);
        answers.set(key, answer);
        asked.set(key, { tags, digest });
        return answer;
      },
  });
}
