import type { CollectionBeforeChangeHook } from 'payload';
import { whyNoAlert, type AlertFacts } from '../fields/why-no-alert.ts';
import { isRestoringDraft } from '../restore-version.ts';

interface Known extends AlertFacts {
  sendAlert?: boolean | null;
  isAlertChosen?: boolean | null;
  published?: { firstAt?: string | null };
}

/**
 * `sendAlert` follows the article's date and marking until it is out, or until somebody sets the box to something
 * else than it had by itself: forms send every field, so only a difference is a choice.
 */
export const decideAlert: CollectionBeforeChangeHook = ({
  context,
  data,
  operation,
  originalDoc,
}) => {
  // Payload hands the original to a copy: what somebody said of that, nobody has said of this.
  const isNew = operation === 'create' || originalDoc?.id === undefined;
  const before: Known | undefined = isNew ? undefined : originalDoc;
  const { sendAlert }: Known = isRestoringDraft(context) ? (before ?? {}) : data;
  const isAlertChosen =
    wasChosen(before) || (typeof sendAlert === 'boolean' && sendAlert !== boxOf(before));
  const wasOut = operation === 'update' && Boolean(before?.published?.firstAt);
  const isSettled = isAlertChosen || wasOut;
  return {
    ...data,
    isAlertChosen,
    sendAlert: isSettled ? sendAlert : whyNoAlert(data) === undefined,
  };
};

/** Before it was written down, the box was on by itself: one that is off was taken off by somebody. */
const wasChosen = (before: Known | undefined): boolean =>
  before?.isAlertChosen === true ||
  (before?.sendAlert === false && typeof before.isAlertChosen !== 'boolean');

/** What the box had; undefined for an article that is made anew. */
const boxOf = (before: Known | undefined) =>
  before && (before.sendAlert ?? whyNoAlert(before) === undefined);
