import { APIError, type CollectionBeforeValidateHook } from 'payload';
import { text } from '../text.ts';

/** Payload takes whatever stands in `_status`; an article is a draft or published, and nothing else. */
export const demandStatus: CollectionBeforeValidateHook = ({ data }) => {
  const status: unknown = data?.['_status'];
  if (status === undefined || status === 'draft' || status === 'published') return data;
  throw new APIError(text.problems.statusUnknown, 400, null, true);
};
