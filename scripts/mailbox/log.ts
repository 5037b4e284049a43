import { openLog } from '../../content/log/open-log.ts';

/** The log of the mail stand-in. */
export const log = openLog('mailbox');
