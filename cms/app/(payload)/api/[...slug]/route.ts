import '@payloadcms/next/css';
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes';
import { withinLimit } from '../../../../limits/limit-body.ts';
import { withReadableAddress } from '../../../../limits/readable-address.ts';
import config from '../../../../payload.config.ts';

export const GET = withReadableAddress(REST_GET(config));
export const POST = withReadableAddress(withinLimit(REST_POST(config)));
export const DELETE = withReadableAddress(withinLimit(REST_DELETE(config)));
export const PATCH = withReadableAddress(withinLimit(REST_PATCH(config)));
export const PUT = withReadableAddress(withinLimit(REST_PUT(config)));
export const OPTIONS = REST_OPTIONS(config);

/** What GET answers, without the body: mail programs and link checkers look at addresses this way. */
export const HEAD: typeof GET = async (request, context) => {
  const asked = new Request(request.url, { headers: request.headers });
  const { status, headers } = await GET(asked, context);
  return new Response(null, { status, headers });
};
