import { savedFromField } from '../releases/bookkeeping.ts';
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload';
import { z } from 'zod';
import { beginOut } from '../../log/write-log.ts';
import { isSameAgreed, isSameContent, isSameText } from '../releases/is-same-content.ts';
import { formatMinute } from '../../shared/format-times.ts';
import { keepVersion, markOf, newestVersion, rememberSave, saveOf } from './saves.ts';
import { savingText } from './text.ts';

const told = z.looseObject({
  updatedAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
  savedFrom: z.string().min(1).max(40).nullish().catch(null),
});

/** What the request says of itself, before Payload fills in what it leaves out. The admin's form sends both. */
export const noteSave: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  beginOut(req.context);
  const { data } = args as { data?: unknown }; // why: these operations carry data
  const parsed = told.safeParse(data).data;
  if (req.payloadAPI !== 'REST' || parsed === undefined) return args;
  const from = parsed.savedFrom ? markOf(parsed.savedFrom) : null;
  rememberSave(req.context, { restsOn: parsed.updatedAt, from });
  return args;
};

/**
 * Refuses a save that rests on an older state than the newest, which somebody else would lose. Saving what is there
 * already, or going back to what readers see, takes nothing from anybody.
 */
export const refuseStale: CollectionBeforeValidateHook = async ({
  context,
  data,
  originalDoc,
  req,
}) => {
  const save = saveOf(context);
  const savedAt: unknown = originalDoc?.updatedAt;
  if (data === undefined || save?.restsOn === undefined || typeof savedAt !== 'string') return data;
  if (Date.parse(save.restsOn) >= Date.parse(savedAt)) return data;
  if (save.from !== null && save.from === originalDoc.savedFrom) return data;
  if (isSameContent(data, originalDoc) && isSameAgreed(data, originalDoc)) return data;
  if (await isRestingOnTheSame(req, originalDoc, save.restsOn)) return data;
  if (isSameAgreed(data, originalDoc) && (await isWhatIsOut(req, String(originalDoc.id), data)))
    return data;
  throw staleSave(savedAt);
};

/** A plan was carried out, or somebody published, meanwhile: the text is the one that the tab knows. */
async function isRestingOnTheSame(
  req: PayloadRequest,
  newest: Record<string, unknown>,
  restsOn: string,
): Promise<boolean> {
  const { docs } = await req.payload.db.findVersions({
    collection: 'articles',
    where: {
      and: [
        { parent: { equals: newest['id'] } },
        { 'version.updatedAt': { equals: new Date(restsOn).toISOString() } },
      ],
    },
    limit: 1,
    pagination: false,
  });
  const known = docs[0]?.version;
  if (known === undefined) return false;
  const isSame = newest['_status'] === 'published' ? isSameText : isSameContent;
  return isSame(known, newest) && isSameAgreed(known, newest);
}

async function isWhatIsOut(req: PayloadRequest, id: string, data: object): Promise<boolean> {
  const out = await req.payload.db.findOne<{ id: string; _status?: string }>({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
  });
  return out !== null && isSameContent(data, out);
}

/** Told at a field of its own, so that the form shows it with what can be done. */
function staleSave(savedAt: string): APIError {
  // With a point: Payload's toast takes what follows a colon for a list.
  const clock = formatMinute(savedAt, new Date()).replace(':', '.');
  const message = savingText.stale(clock);
  return new APIError(message, 409, { errors: [{ message, path: savedFromField }] }, true);
}

/** Notes where this state comes from, and keeps the one it replaces unless it came from the same tab. */
export const keepReplaced: CollectionBeforeChangeHook = async ({
  context,
  data,
  originalDoc,
  req,
}) => {
  const from = saveOf(context)?.from ?? null;
  if (originalDoc?.id !== undefined && (from === null || from !== originalDoc.savedFrom)) {
    const replaced = await newestVersion(req, String(originalDoc.id));
    if (replaced !== undefined) await keepVersion(req.payload, replaced);
  }
  return { ...data, savedFrom: from };
};
