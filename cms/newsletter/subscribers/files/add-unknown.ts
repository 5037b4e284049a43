import type { Payload } from 'payload';
import { insertRows } from '../../store/bulk.ts';
import { findSubscribers } from '../../store/subscribers.ts';
import { erasedAddress } from '../tokens.ts';
import { panelText } from '../../admin/text.ts';
import type { SubscriberFile } from './subscriber-file.ts';

const words = panelText.importing;

/** Writes down who is not known yet; a known address keeps what it has, whatever the file says. */
export async function addUnknown(
  payload: Payload,
  { rows, refused }: SubscriberFile,
): Promise<SubscriberFile> {
  const result: SubscriberFile = { rows: [], refused: [...refused] };
  for (let start = 0; start < rows.length; start += 100) {
    const part = rows.slice(start, start + 100);
    const addresses = part.flatMap(({ row }) => [row.address, erasedAddress(row.address)]);
    const found = await findSubscribers(payload, { address: addresses });
    const known = new Set(found.map(({ address }) => address));
    const isKnown = ({ row }: (typeof part)[number]) =>
      known.has(row.address) || known.has(erasedAddress(row.address));
    for (const { line, row } of part.filter(isKnown)) {
      result.refused.push({ line, email: row.email ?? '', why: words.refusals.known });
    }
    const fresh = part.filter((each) => !isKnown(each));
    await insertRows(
      payload,
      'subscribers',
      fresh.map(({ row }) => ({ ...row })),
    );
    result.rows.push(...fresh);
  }
  return result;
}
