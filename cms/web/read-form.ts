import type { PayloadRequest } from 'payload';
import { readAtMost } from '../limits/limit-body.ts';

const mostBytes = 64 * 1024;

export interface ReadForm {
  /** Whether a program is asking rather than a browser's form. */
  wantsJson: boolean;
  /** undefined when the body is too big or not what its content type says. */
  fields: FormData | undefined;
}

/** The fields of a POST, sent as a form (urlencoded or multipart) or as a JSON object. */
export async function readForm(req: PayloadRequest, most = mostBytes): Promise<ReadForm> {
  const type = req.headers.get('content-type') ?? '';
  const isJson = /^application\/json\b/i.test(type);
  const accept = req.headers.get('accept') ?? '';
  const wantsJson =
    isJson || (accept.includes('application/json') && !accept.includes('text/html'));
  const body = await readBody(req, most);
  if (body === undefined) return { wantsJson, fields: undefined };
  return { wantsJson, fields: isJson ? fromJson(body) : await fromForm(body, type) };
}

/** The raw body as it came, or undefined when it is bigger than `most` bytes; no more than that is read. */
export async function readBody(
  req: PayloadRequest,
  most = mostBytes,
): Promise<ArrayBuffer | undefined> {
  if (Number(req.headers.get('content-length') ?? 0) > most) return undefined;
  return (await readAtMost(req.body, most))?.buffer;
}

async function fromForm(body: ArrayBuffer, type: string): Promise<FormData | undefined> {
  if (body.byteLength === 0) return new FormData();
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined; // not a form: the caller answers so
  }
}

function fromJson(body: ArrayBuffer): FormData | undefined {
  const fields = new FormData();
  const object = parseObject(new TextDecoder().decode(body));
  if (!object) return undefined;
  for (const [name, value] of Object.entries(object)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (typeof each === 'string' || typeof each === 'number') fields.append(name, String(each));
    }
  }
  return fields;
}

function parseObject(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // not JSON: the caller answers so
  }
}

/** One field as text, empty when it is missing or a file. */
export function field(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
