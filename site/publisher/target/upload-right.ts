import { randomUUID } from 'node:crypto';
import type { CmsClient } from '../connect-cms.ts';

/** As the CMS grants it, less what an answer may have been on its way; in ms. */
const slack = 2_000;

/**
 * The right to write into the target, which one machine has at a time: a lease in the database, asked for at the CMS. One
 * that runs everything itself has it always.
 */
export class UploadRight {
  readonly #holder = randomUUID();
  readonly #ask: CmsClient['takeTargetRight'] | undefined;
  /** On the steady clock. */
  #until = -Infinity;
  #renewing: NodeJS.Timeout | undefined;

  /** `cms` is undefined where there is no other machine. */
  constructor(cms: Pick<CmsClient, 'takeTargetRight'> | undefined) {
    this.#ask = cms && ((holder) => cms.takeTargetRight(holder));
  }

  /**
   * Ours now, and renewed from then on for as long as the CMS answers: `kept` when nobody else can have had it since it was
   * asked for last, else `new`. Undefined when it is another's. Throws when the CMS does not answer.
   */
  async take(): Promise<'kept' | 'new' | undefined> {
    if (this.#ask === undefined || performance.now() < this.#until) return 'kept';
    return (await this.#renew()) ? 'new' : undefined;
  }

  /** Throws when the right has passed. */
  assert(): void {
    if (this.#ask !== undefined && performance.now() >= this.#until)
      throw new Error('the right to write into the target has passed');
  }

  async #renew(): Promise<boolean> {
    const asked = performance.now();
    const lasts = await this.#ask?.(this.#holder);
    if (lasts === undefined) return false;
    this.#until = asked + lasts - slack;
    this.#renewing ??= setInterval(
      () => void this.#renew().catch(() => undefined),
      lasts / 3,
    ).unref();
    return true;
  }
}
