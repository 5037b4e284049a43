import type { FormState } from 'payload';
import { lastWords } from '../../../admin/latest-body.ts';
import { isAlike } from '../is-alike.ts';

const forms = new Map<string, () => FormState>();

/** What the form of an article holds can be asked for from now on. Returns the end of it. */
export function tellForm(id: string, now: () => FormState): () => void {
  forms.set(id, now);
  return () => forms.delete(id);
}

/**
 * What a save answers, without the values of fields that hold something else by now than what was `sent`. Payload takes
 * over what the server saved, and knows of one field alone that it was written in meanwhile, the last one
 * (`fieldReducer` of @payloadcms/ui 3.90): what was written in another before that would be gone.
 */
export function withoutTyped(id: string, sent: FormState, answer: FormState): FormState {
  const now = forms.get(id)?.();
  if (now === undefined) return answer;
  const words: Record<string, unknown> = lastWords(id);
  const isTyped = (path: string) => {
    const before = sent[path]?.value;
    const isHere = path in words && !isAlike(words[path], before);
    return isHere || (now[path] !== undefined && !isAlike(now[path].value, before));
  };
  return Object.fromEntries(
    Object.entries(answer).map(([path, field]) => {
      if (!isTyped(path)) return [path, field];
      const kept = Object.entries(field).filter(([name]) => !/^(initialV|v)alue$/.test(name));
      return [path, Object.fromEntries(kept)];
    }),
  );
}
