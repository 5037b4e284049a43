/** Errors of pieces of work that do not hold up each other. */
export class Problems {
  #errors: unknown[] = [];

  async collect<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false }> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      this.#errors.push(error);
      return { ok: false };
    }
  }

  /** Throws what was collected: one error as it is, several as an `AggregateError`. */
  throwAll(): void {
    if (this.#errors.length === 1) throw this.#errors[0];
    const causes = this.#errors.map(String).join('; ');
    if (this.#errors.length > 1) throw new AggregateError(this.#errors, causes);
  }
}
