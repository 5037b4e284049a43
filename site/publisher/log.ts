import { openLog } from '../../content/log/open-log.ts';
import { takeOverOutput } from '../../content/log/take-over-output.ts';

takeOverOutput('site');

/** The log of the site's process. */
export const log = openLog('site');
