import { isEmbedded, type CmsEnvironment } from '../../environment.ts';

/**
 * Whether an empty database may be entered through the browser, with the one-time code. Not on a server that the
 * world reaches: there an empty database is more likely a mistyped DATA_DIR than a beginning, and whoever sits at the
 * server runs `npm run admin:create`.
 */
export const offersFirstUser = (environment: CmsEnvironment): boolean =>
  isEmbedded(environment) &&
  !(environment.nodeEnv === 'production' && isPublic(new URL(environment.cmsUrl)));

/** A name or address that is not of this machine or of a private network (RFC 1918, RFC 6762). */
function isPublic({ hostname }: URL): boolean {
  const isOfThisNetwork =
    /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)|\.(localhost|local)$/;
  return hostname.includes('.') && !isOfThisNetwork.test(hostname);
}
