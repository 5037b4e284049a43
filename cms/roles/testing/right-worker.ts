import { setTimeout as sleep } from 'node:timers/promises';
import { getPayload } from 'payload';
import config from '../../payload.config.ts';
import { hasRight, takeRight } from '../rights.ts';

/** A process that wants a right, and says five times a second whether it has it: `yes 1796050571000`. Ends with whoever started it. */
const payload = await getPayload({ config });
process.stdin.resume().on('end', () => process.exit(0));
for (;;) {
  const took = await takeRight(payload, 'test').catch(() => false);
  console.log(took && hasRight('test') ? 'yes' : 'no', Date.now());
  await sleep(200);
}
