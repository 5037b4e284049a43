import { z } from 'zod';

const refusal = z.object({
  errors: z
    .array(z.object({ data: z.object({ errors: z.array(z.object({ path: z.string() })).min(1) }) }))
    .min(1),
});
/** The form lets its fields go a moment after the answer; so long it may take, in ms. */
const patience = 5_000;
const entry = 'input, textarea, select, [contenteditable="true"]';
let isListening = false;

/**
 * A field that was refused may be out of sight, and Payload only marks it: from now on the cursor goes there. Of an
 * article its checklist says it, and saving by itself moves nobody's cursor.
 */
export function enterRefusedField(): void {
  if (isListening) return;
  isListening = true;
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const response = await ask(input, init);
    const url = input instanceof Request ? input.url : String(input);
    const isForm = init?.body instanceof FormData && !/\/articles\b|autosave=true/.test(url);
    if (response.status === 400 && isForm) void enter(response.clone());
    return response;
  };
}

async function enter(response: Response): Promise<void> {
  const json: unknown = await response.json().catch(() => undefined); // no JSON: no field was refused
  const path = refusal.safeParse(json).data?.errors[0]?.data.errors[0]?.path;
  if (path === undefined) return;
  const end = Date.now() + patience;
  const look = () => {
    // She is somewhere else by now.
    if (document.activeElement?.matches(entry)) return;
    const field = document.getElementById(`field-${path.replaceAll('.', '__')}`);
    const place = field?.matches(entry) ? field : field?.querySelector<HTMLElement>(entry);
    place?.focus();
    place?.scrollIntoView({ block: 'center' });
    if (document.activeElement !== place && Date.now() < end) setTimeout(look, 100);
  };
  setTimeout(look, 100);
}
