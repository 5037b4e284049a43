import type { Payload } from 'payload';
import { addUnknown } from '../../newsletter/subscribers/files/add-unknown.ts';
import { readSubscriberFile } from '../../newsletter/subscribers/files/subscriber-file.ts';
import { readSeries } from '../../newsletter/store/series.ts';
import { readAllText, type SourceFile } from '../sources/open-files.ts';
import { text } from '../text.ts';
import type { Report } from './report.ts';

interface Options {
  payload: Payload;
  report: Report;
  isDryRun: boolean;
}

/**
 * A list of subscribers from another service, or ours: as on the newsletter's own screen, with state, choices, consent and
 * departures. Whoever is known stays as she is, and nobody is mailed. False for what is no such list.
 */
export async function loadSubscribers(
  file: SourceFile,
  { payload, report, isDryRun }: Options,
): Promise<boolean> {
  const read = await readSubscriberFile(await readAllText(file), await readSeries(payload));
  if (read === undefined) return false;
  if ('header' in read) {
    if (!read.header.some((name) => /mail|e-?post/i.test(name))) return false;
    report.warn('unreadable', `${file.name} (${text.unknownColumns(read.header.join(', '))})`);
    return true;
  }
  const taken = isDryRun ? read : await addUnknown(payload, read);
  for (const { row } of taken.rows)
    report.count(row.state === 'active' ? 'subscribers' : 'departed');
  for (const { line, email, why } of taken.refused)
    report.warn('subscriberRefused', text.line(line, email, why));
  return true;
}
