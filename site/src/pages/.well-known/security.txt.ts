import type { APIRoute } from 'astro';
import { absoluteUrl, frontPath, securityPath } from '../../../../content/model/urls.ts';
import { respond } from '../../feeds/respond.ts';

/** RFC 9116 wants a date less than a year ahead. Each publication and each start writes the file anew. */
const validMonths = 11;

export const GET: APIRoute = ({ locals: { store, site } }) => {
  store.latest('all', 1); // asked so that the next publication asks again
  const { email } = store.publication();
  const now = new Date();
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + validMonths, 1));
  return respond(
    'text',
    [
      `Contact: ${email === '' ? absoluteUrl(site.url, frontPath) : `mailto:${email}`}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: nb, en',
      `Canonical: ${absoluteUrl(site.url, securityPath)}`,
      '',
    ].join('\n'),
  );
};
