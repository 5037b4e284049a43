import { getPayload } from 'payload';
import config from '../payload.config.ts';
import { runScheduledPublishing } from '../articles/plans/scheduled-publishing.ts';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A process that runs what is planned until it is told to stop. `die`: kills itself the moment it has taken
 * a job and is about to publish; `die 2`: when it is about to save a second time. Prints `running` once it has looked through the jobs.
 */
const payload = await getPayload({ config });
if (process.argv[2] === 'die') {
  const { update } = payload;
  let left = Number(process.argv[3] ?? 1);
  const updateOrDie = (...parameters: unknown[]) => {
    left -= 1;
    if (left > 0) return Reflect.apply(update, payload, parameters);
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  };
  Object.assign(payload, { update: updateOrDie });
}
for (;;) {
  await runScheduledPublishing(payload);
  console.log('running');
  await sleep(200);
}
