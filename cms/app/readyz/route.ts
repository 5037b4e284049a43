import config from '@payload-config';
import { getPayload } from 'payload';

/** The process can answer: Payload has started and its database replies within 2 s. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  const isReady = await Promise.race([
    getPayload({ config })
      .then((payload) => payload.count({ collection: 'users' }))
      .then(
        () => true,
        () => false,
      ),
    new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false)),
  ]);
  return new Response(isReady ? 'ok' : 'not ready', { status: isReady ? 200 : 503, headers });
}
