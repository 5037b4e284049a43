import { equalSecrets } from '../../content/wire/equal-secrets.ts';
import { readEnvironment } from '../environment.ts';
import { sign } from '../shared/sign.ts';

const path = '/quote-check';

/** Below `/api`: where one person looks over what she is quoted on. Only POST changes anything. */
export const quoteCheckPath = path;

/** The private link of a check: its id and a signature, so that nothing of it has to be stored. */
export const quoteUrl = (id: string): string =>
  `${readEnvironment().cmsUrl}/api${path}?token=${id}.${sign('quote-check', id)}`;

/** The check that a token belongs to, as an id; undefined when it is not ours. */
export function readQuoteToken(token: string): string | undefined {
  const [id = '', signature = ''] = token.split('.');
  return id !== '' && equalSecrets(signature, sign('quote-check', id)) ? id : undefined;
}
