import type { Endpoint } from 'payload';
import { hasBearer } from '../../content/wire/bearer.ts';
import { readEnvironment } from '../environment.ts';
import { json } from '../shared/http.ts';
import { checkHealth } from './check-health.ts';

/**
 * `GET /api/health`: 200 `{"status":"ok"}` or 503 `{"status":"failing"}` within 2 s, whatever hangs. Whoever has the
 * publish token sees why, and the warnings. Supervisors and proxies ask `/readyz`.
 */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ headers, payload }) => {
    const health = await checkHealth(payload);
    const isOk = health.problems.length === 0;
    const isOperator = hasBearer(headers.get('authorization'), readEnvironment().publishToken);
    const status = isOk ? 'ok' : 'failing';
    return json({ status, ...(isOperator ? health : {}) }, isOk ? 200 : 503);
  },
};
