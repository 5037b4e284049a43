import type { CollectionBeforeChangeHook } from 'payload';
import { whyNoAlert, type AlertFacts } from '../fields/why-no-alert.ts';

interface Known extends AlertFacts {
  sendAlert?: boolean | null;
  isAlertChosen?: boolean | null;
  published?: { firstAt?: string | null };
}

/**
 * `sendAlert` follows the article's date and marking until it is out, or until somebody sets the box to something
 * else than it had by itself: forms send every field, so only a difference is a choice.
 */
export const decideAlert: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  // Payload hands an empty document to what is made anew, and the original to a copy.
  const before: Known | undefined = originalDoc?.id === undefined ? undefined : originalDoc;
  const { sendAlert }: Known = data;
  const had = before && (before.sendAlert ?? whyNoAlert(before) === undefined);
  const isAlertChosen =
    before?.isAlertChosen === true || (typeof sendAlert === 'boolean' && sendAlert !== had);
  const wasOut = operation === 'update' && Boolean(before?.published?.firstAt);
  const isSettled = isAlertChosen || wasOut;
  return {
    ...data,
    isAlertChosen,
    sendAlert: isSettled ? sendAlert : whyNoAlert(data) === undefined,
  };
};
