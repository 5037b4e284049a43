import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  GlobalAfterChangeHook,
  Payload,
  PayloadRequest,
} from 'payload';
import type { DocumentType } from '../../content/model/documents.ts';
import { pingPublisher } from './ask-publisher.ts';
import { changeSources, sourceOfCollection } from './changes/change-sources.ts';
import { collectPings } from './collect-pings.ts';
import { readGroup } from '../mapping/read-document.ts';
import { confirmTombstone, writeTombstone } from './changes/write-tombstones.ts';

/** For every collection the site knows: pings when what changed may be public. Never delays the save. */
export const pingAfterChange: CollectionAfterChangeHook = ({ collection, doc, req }) => {
  const source = sourceOfCollection(collection.slug);
  if (source === undefined) return;
  const document = readGroup(doc);
  // A draft changes nothing for readers, unless the article was public before.
  if (!source.wasPublic(document) && document['_status'] !== 'published') return;
  for (const type of [source.type, ...(source.touches ?? [])]) notify(req, type);
};

export const tombstoneBeforeDelete: CollectionBeforeDeleteHook = async ({
  collection,
  id,
  req,
}) => {
  const source = sourceOfCollection(collection.slug);
  if (source !== undefined) await writeTombstone({ source, id: String(id), req });
};

export const pingAfterDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const source = sourceOfCollection(collection.slug);
  if (source === undefined) return;
  await confirmTombstone({ source, id: String(id), req });
  if (source.type === 'article') await forgetReceipt(req, String(id));
  notify(req, source.type);
};

export const pingAfterGlobalChange: GlobalAfterChangeHook = ({ global, req }) => {
  const source = changeSources.find((each) => 'global' in each && each.global === global.slug);
  notify(req, source?.type);
};

const pingers = new WeakMap<Payload, (type: DocumentType) => void>();
const commitTakesMs = 300;

/** Asks the publisher to look at what changed; never delays the save. */
export function notify(
  { payload, transactionID }: PayloadRequest,
  type: DocumentType | undefined,
): void {
  if (type === undefined) return;
  const ping =
    pingers.get(payload) ?? collectPings((types) => pingPublisher(types, payload.logger));
  pingers.set(payload, ping);
  ping(type);
  // Inside a transaction the publisher may look before the commit: it is asked to look again.
  if (transactionID !== undefined)
    setTimeout(() => {
      ping(type);
    }, commitTakesMs).unref();
}

async function forgetReceipt(req: PayloadRequest, articleId: string): Promise<void> {
  const where = { article: { equals: articleId } };
  await req.payload.db.deleteMany({ collection: 'receipts', where, req });
}
