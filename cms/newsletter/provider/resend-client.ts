import { Resend, type CreateEmailOptions } from 'resend';
import { readEnvironment } from '../../environment.ts';

/** One mail as it is stored and handed to the SDK. */
export interface MailItem {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

/** The provider's answer, uninterpreted. `status` is null when it said nothing. */
export interface ProviderAnswer {
  status: number | null;
  name: string;
  message: string;
  headers: Record<string, string>;
  data: unknown;
}

const patience = 30_000;

/** A whole batch in one request. Permissive: one bad address costs only itself. */
export async function postBatch(
  items: readonly MailItem[],
  idempotencyKey: string,
): Promise<ProviderAnswer> {
  const answer = await client().batch.send(items.map(asOptions), {
    idempotencyKey,
    batchValidation: 'permissive',
    signal: AbortSignal.timeout(patience),
  });
  return toAnswer(answer);
}

/** One mail in one request. */
export async function postMail(
  item: CreateEmailOptions,
  idempotencyKey: string,
): Promise<ProviderAnswer> {
  const answer = await client().emails.send(item, {
    idempotencyKey,
    signal: AbortSignal.timeout(patience),
  });
  return toAnswer(answer);
}

const asOptions = (item: MailItem): CreateEmailOptions => ({ ...item });

let current: { key: string; baseUrl: string | undefined; client: Resend } | undefined;

/** The SDK keeps the base URL it was made with, so a changed setting asks for a new client. */
function client(): Resend {
  const { resendApiKey: key, resendBaseUrl: baseUrl } = readEnvironment();
  if (key === undefined) throw new Error('RESEND_API_KEY is not set: nobody can send');
  if (current?.key !== key || current.baseUrl !== baseUrl) {
    const options = baseUrl === undefined ? {} : { baseUrl: baseUrl.replace(/\/+$/, '') };
    current = { key, baseUrl, client: new Resend(key, options) };
  }
  return current.client;
}

interface SdkAnswer {
  data: unknown;
  error: { message: string; statusCode: number | null; name: string } | null;
  headers: Record<string, string> | null;
}

/** Next bundles routes and reconcilers apart: what they must share hangs on the process. */
const shared = globalThis as typeof globalThis & { kundefrontMailRefusal?: string | undefined }; // a key of our own

/** Why the provider takes no mail at all, as it said last; undefined when it does. */
export const refusedSince = () => shared.kundefrontMailRefusal;

function toAnswer(sdkAnswer: SdkAnswer): ProviderAnswer {
  const answer = readAnswer(sdkAnswer);
  const isAboutAll =
    [401, 403].includes(answer.status ?? 0) || /quota_exceeded|_api_key$/.test(answer.name);
  if (answer.status === 200 || isAboutAll)
    shared.kundefrontMailRefusal = isAboutAll ? `${answer.status} ${answer.name}` : undefined;
  return answer;
}

function readAnswer({ data, error, headers }: SdkAnswer): ProviderAnswer {
  if (!error) return { status: 200, name: '', message: '', headers: headers ?? {}, data };
  return {
    // why: the error is whatever JSON the server sent; only a real number is an answer.
    status: typeof error.statusCode === 'number' ? error.statusCode : null,
    name: String(error.name),
    message: String(error.message),
    headers: headers ?? {},
    data: null,
  };
}
