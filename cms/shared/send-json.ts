import { z } from 'zod';
import { text } from './text.ts';

const refusal = z.object({
  message: z.string().optional().catch(undefined),
  errors: z.array(
    z.object({
      message: z.string(),
      data: z
        .object({ errors: z.array(z.object({ message: z.string() })) })
        .optional()
        .catch(undefined),
    }),
  ),
});

/**
 * In the browser: sends to an address of ours. What it answered, or the sentence with which it refused; without a
 * connection one that says so, and none where it said nothing that can be read.
 */
export async function sendJson(
  url: string,
  body: unknown = {},
  method: 'POST' | 'PATCH' | 'DELETE' = 'POST',
): Promise<
  { ok: true; data: unknown } | { ok: false; message: string; status: number | undefined }
> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return { ok: false, message: text.noConnection, status: undefined };
  }
  const { status } = response;
  try {
    const data: unknown = await response.json();
    if (response.ok) return { ok: true, data };
    return { ok: false, message: sentenceIn(data), status };
  } catch {
    return { ok: false, message: '', status }; // no JSON: the caller says what to do
  }
}

/** What a refusal says is to be done: of all fields where it has that, else of the first. Empty when it says nothing. */
export function sentenceIn(answer: unknown): string {
  const { message, errors = [] } = refusal.safeParse(answer).data ?? {};
  const [error] = errors;
  return message ?? error?.data?.errors[0]?.message ?? error?.message ?? '';
}
