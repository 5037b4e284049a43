import type { Endpoint } from 'payload';
import { reconcilerHealth } from './reconcilers.ts';
import { text } from './text.ts';

/** `GET /api/health`: 200 when the database answers and the reconcilers run, else 503 with what is wrong. */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ payload }) => {
    const problems: string[] = [];
    try {
      await payload.count({ collection: 'users' });
    } catch {
      problems.push(text.health.noDatabase);
    }
    problems.push(...reconcilerHealth());
    const status = problems.length === 0 ? 'ok' : 'failing';
    return Response.json(
      { status, problems },
      { status: status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
    );
  },
};
