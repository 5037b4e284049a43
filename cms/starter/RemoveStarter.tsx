'use client';
import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui';
import { z } from 'zod';
import { sendJson } from '../shared/send-json.ts';
import { text } from './text.ts';

const words = text;
const slug = 'remove-starter';
const done = z.object({ message: z.string() });

/** One action, asked once more: what is deleted does not come back. */
export function RemoveStarter({ url }: { url: string }) {
  const { openModal } = useModal();
  const remove = async () => {
    const answer = await sendJson(url);
    const removed = answer.ok ? done.safeParse(answer.data).data : undefined;
    if (removed === undefined) {
      toast.error(words.failed);
      return;
    }
    toast.success(removed.message);
    setTimeout(() => window.location.reload(), 1_500); // when the sentence has been seen
  };
  return (
    <>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(slug)}>
        {words.remove}
      </Button>
      <ConfirmationModal
        modalSlug={slug}
        heading={words.remove}
        body={words.sure}
        confirmLabel={words.remove}
        confirmingLabel={words.underway}
        onConfirm={remove}
      />
    </>
  );
}
