import type { UploadConfig } from 'payload';
import { bringHere } from './media-store.ts';

type Handler = NonNullable<UploadConfig['handlers']>[number];

/**
 * Before Payload sends a file, after it has asked whether it may: brings it here when only the store has it. Answers
 * nothing itself, so that ranges and types are Payload's.
 */
export const serveFile: Handler = async (req, { params: { filename } }) => {
  await bringHere(req.payload, filename);
};
