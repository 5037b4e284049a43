import { equalSecrets } from './equal-secrets.ts';

/** The value of an `authorization` header that carries a token (RFC 6750). */
export const bearer = (token: string) => `Bearer ${token}`;

/** Whether an `authorization` header carries exactly this token. */
export const hasBearer = (header: string | null | undefined, token: string): boolean =>
  equalSecrets(header ?? '', bearer(token));
