import { renderSVG } from 'uqr';
import { totpUri } from './totp.ts';

/** The picture that an authenticator app reads, as a `data:` address. */
export const drawSecret = (secret: string, account: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(totpUri(secret, account)))}`;
