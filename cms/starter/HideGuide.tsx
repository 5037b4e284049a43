'use client';
import { Button, toast } from '@payloadcms/ui';
import { sendJson } from '../shared/send-json.ts';
import { text } from './text.ts';

/** Puts the first steps away, for everybody. */
export function HideGuide({ url }: { url: string }) {
  const hide = async () => {
    const answer = await sendJson(url);
    if (answer.ok) window.location.reload();
    else toast.error(text.notHidden);
  };
  return (
    <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void hide()}>
      {text.hide}
    </Button>
  );
}
