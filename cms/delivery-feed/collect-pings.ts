import type { DocumentType } from '../../content/model/documents.ts';

type Send = (types: readonly DocumentType[]) => Promise<void>;

/**
 * Turns many changes into few pings: the first is sent at once, those that come while it is under way or
 * within the pause after it are sent together.
 */
export function collectPings(send: Send, pauseMs = 100): (type: DocumentType) => void {
  const waiting = new Set<DocumentType>();
  let isBusy = false;

  const flush = async (): Promise<void> => {
    isBusy = true;
    await Promise.resolve(); // what is said in the same breath goes together
    while (waiting.size > 0) {
      const types = [...waiting];
      waiting.clear();
      await send(types);
      await pause(pauseMs);
    }
    isBusy = false;
  };

  return (type) => {
    waiting.add(type);
    if (!isBusy) void flush();
  };
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
