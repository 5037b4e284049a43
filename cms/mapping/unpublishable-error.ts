import { ZodError } from 'zod';

/** A document that cannot become what the site knows. `what` names the part, for a person to find it. */
export class UnpublishableError extends Error {
  override readonly name = 'UnpublishableError';
  readonly what: string;

  constructor(what: string, message: string, options?: ErrorOptions) {
    super(`${message}: ${what}`, options);
    this.what = what;
  }
}

/** Undefined for what the site could not show. */
export function unlessUnpublishable<T>(map: () => T): T | undefined {
  try {
    return map();
  } catch (error) {
    if (error instanceof UnpublishableError || error instanceof ZodError) return undefined;
    throw error;
  }
}

/** The text, which a published document cannot be without. */
export function requireText(text: string | null, field: string): string {
  if (text === null || text === '')
    throw new UnpublishableError(field, 'missing in a published document');
  return text;
}

/** A slug that is safe as one step of a path. */
export function requireSlug(slug: string): string {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(slug))
    throw new UnpublishableError('slug', 'not usable in an address');
  return slug;
}
