import config from '@payload-config';
import { getPayload } from 'payload';
import { hasBearer } from '../../../content/wire/bearer.ts';
import { metricsType, printMetrics } from '../../../content/wire/print-metrics.ts';
import { readEnvironment } from '../../environment.ts';
import { readMetrics } from '../../metrics/read-metrics.ts';

/** What Prometheus asks for, with `PUBLISH_TOKEN` as its bearer token. */
export async function GET({ headers }: Request): Promise<Response> {
  const isOperator = hasBearer(headers.get('authorization'), readEnvironment().publishToken);
  if (!isOperator)
    return new Response('', { status: 401, headers: { 'www-authenticate': 'Bearer' } });
  const measured = await readMetrics(await getPayload({ config }));
  return new Response(await printMetrics(measured), {
    headers: { 'content-type': metricsType, 'cache-control': 'no-store' },
  });
}

export const dynamic = 'force-dynamic';
