import { buildStale } from './instance/build-stale.ts';
import { runCommand } from './instance/settings.ts';

/** `npm run build`: builds what `npm start` would, so that a start (of a container, after an upgrade) waits for nothing. */
await runCommand(() => buildStale((line) => console.log(line)));
