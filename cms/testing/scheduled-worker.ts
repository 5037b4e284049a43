import { getPayload } from 'payload';
import config from '../payload.config.ts';
import { runScheduledPublishing } from '../scheduled-publishing.ts';

/**
 * A process that runs what is planned until it is told to stop. `die`: kills itself the moment it has taken
 * a job and is about to publish. Prints `running` once it has looked through the jobs.
 */
const payload = await getPayload({ config });
if (process.argv[2] === 'die') {
  const update = () => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  };
  Object.assign(payload, { update });
}
for (;;) {
  await runScheduledPublishing(payload);
  console.log('running');
  await new Promise((resolve) => setTimeout(resolve, 200));
}
