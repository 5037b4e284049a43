import { log } from './log.ts'; // first: what others print is lines of the log, too
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseEnvironment } from '../../content/settings/environment.ts';
import { answerControl } from './http/answer-control.ts';
import { openSite } from './open-site.ts';
import { printMetrics, metricsType } from '../../content/wire/print-metrics.ts';
import { hasBearer } from '../../content/wire/bearer.ts';
import { readMetrics } from './read-metrics.ts';
import { serveStatic } from './http/serve-static.ts';

/** The site's process: serves what is there at once, and keeps it what the CMS has published. */
const result = parseEnvironment(process.env);
if (!result.ok) throw new Error(result.problems.join('\n'));
const { publishToken, sitePort, host, role, ...environment } = result.environment;
if (publishToken === undefined) throw new Error('PUBLISH_TOKEN is not set (npm start sets it)');

const site = await openSite({
  ...environment,
  ...{ publishToken, log, isOneOfSeveral: role === 'site' },
  // What nobody set is a guess that holds on one machine alone.
  siteInternalUrl:
    environment.siteInternalUrl === `http://127.0.0.1:${String(sitePort)}`
      ? ''
      : environment.siteInternalUrl,
});
const answerStatic = serveStatic(site.folder.root, () => site.renderer.moved);

/**
 * `/healthz`: the process lives; `/readyz`: it answers readers. Where others do, too, one that was away comes back only
 * when it is current; one that is alone has better an old page than none.
 */
const probes = new Map([
  ['/healthz', () => true],
  ['/readyz', () => !isStopping && (role !== 'site' || site.loop.isCurrent)],
]);

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const probe = probes.get(request.url ?? '');
  if (request.url === '/metrics') await answerMetrics(request, response);
  else if (probe !== undefined)
    response
      .writeHead(probe() ? 200 : 503, { 'cache-control': 'no-store' })
      .end(probe() ? 'ok' : '');
  else if (/^\/_(publisher|preview)\//.test(request.url ?? ''))
    await answerControl({ site, publishToken, request, response });
  else answerStatic(request, response);
};

/** For Prometheus, with `PUBLISH_TOKEN` as its bearer token. */
async function answerMetrics(
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!hasBearer(headers.authorization, publishToken ?? ''))
    return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
  const text = await printMetrics(
    readMetrics({ ...site.loop.status(), target: site.mirror?.status() }),
  );
  response.writeHead(200, { 'content-type': metricsType, 'cache-control': 'no-store' }).end(text);
}

/** Whatever one request meets, the others are answered. */
const server = createServer((request, response) => {
  answer(request, response).catch((err: unknown) => {
    log.error({ msg: 'a request failed', path: request.url?.split('?')[0], err });
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

/** So long whoever is being answered gets the rest, in ms. */
const farewell = 3_000;
let isStopping = false;

/** No new readers (`/readyz` says so), the rest for those who are being answered, and then the end. */
function stop(): void {
  isStopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), farewell).unref();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
server.listen(sitePort, host, () => {
  log.info({ msg: 'ready', url: `${environment.siteUrl}/` });
  void site.loop.run(site.isFresh);
  void site.mirror?.run();
});
