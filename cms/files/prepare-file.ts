import { createHash } from 'node:crypto';
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { toSlug } from '../../content/model/slug.ts';
import { knowFile, type KnownFile } from './know-file.ts';
import { keepInStore } from '../media/store/media-store.ts';
import { text } from './text.ts';

const { problems } = text;
const refuse = (problem: string) => new APIError(problem, 400, null, true);

/**
 * What is uploaded is known by its bytes; labels are taken out of it, and its name can stand in an address and is another for
 * other bytes. A file is never replaced: what readers have is what was approved.
 */
export const prepareFile: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  // Access is asked after this hook: no work for strangers, who are refused there.
  if (!req.user && req.payloadAPI !== 'local') return args;
  if (operation === 'update') {
    if (req.file) throw refuse(problems.replaced);
    return args;
  }
  if (!req.file) {
    if (req.payloadAPI !== 'local') throw refuse(problems.missing);
    return args;
  }
  const known = read(req.file.data);
  if (known === undefined) throw refuse(problems.unknown);
  const { data, ending, mime } = known;
  const stamp = createHash('sha256').update(data).digest('hex').slice(0, 8);
  const name = toSlug(req.file.name.replace(/\.[a-z0-9]+$/i, '')).slice(0, 60) || 'fil';
  req.file = { data, mimetype: mime, name: `${name}-${stamp}.${ending}`, size: data.length };
  found.set(req, known);
  return args;
};

const found = new WeakMap<PayloadRequest, KnownFile>();

/** What its bytes say of it, which nobody else does; and they are kept before the row is. */
export const noteFile: CollectionBeforeChangeHook = async ({ data, req }) => {
  const known = found.get(req);
  if (known === undefined) return data;
  if (typeof data['filename'] === 'string')
    await keepInStore(req.payload, data['filename'], known.data);
  const { kind, duration, width, height } = known;
  return { ...data, kind, duration, pixelWidth: width, pixelHeight: height };
};

function read(data: Buffer) {
  try {
    return knowFile(data);
  } catch (error) {
    if (error instanceof RangeError) throw refuse(problems.broken);
    throw error;
  }
}
