import { z } from 'zod';
import type { Environment } from '../../content/settings/environment.ts';
import { text } from './text.ts';

const schema = z.object({ payloadSecret: z.string().optional() });

/** What whoever restored an archive must do about secrets, in sentences. */
export function tellSecrets(
  settings: Pick<Environment, 'payloadSecret' | 'publishToken' | 'resendApiKey'>,
  { secrets, missing }: { secrets: unknown; missing: readonly string[] },
): string[] {
  const { payloadSecret } = settings;
  const restored = schema.parse(secrets).payloadSecret;
  const set: Record<string, unknown> = {
    PAYLOAD_SECRET: payloadSecret,
    PUBLISH_TOKEN: settings.publishToken,
    RESEND_API_KEY: settings.resendApiKey,
  };
  const wanted = missing.filter((name) => set[name] === undefined);
  const isOther =
    payloadSecret !== undefined && restored !== undefined && payloadSecret !== restored;
  return [
    ...(wanted.length === 0 ? [] : [text.restore.missing(wanted)]),
    ...(isOther ? [text.restore.otherSecret] : []),
  ];
}
