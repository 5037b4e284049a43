import type { Environment } from '../../content/settings/environment.ts';

/** What secrets.json holds; read loosely, as a copy of it may be short of some. */
type Secrets = Record<string, unknown>;
type Settings = Pick<
  Environment,
  'payloadSecret' | 'publishToken' | 'resendApiKey' | 'resendWebhookSecret'
>;

export interface KeptSecrets {
  /** The secrets.json of the archive: what is in effect. */
  secrets: Secrets;
  /** Secrets of other services, which have their place in the environment only: lines of a `.env`. */
  environment: Record<string, string>;
  /** Names of variables whose values are in the environment only and may not be in this archive. */
  missing: string[];
}

/**
 * What an archive knows of secrets. Links that were mailed are signed with `PAYLOAD_SECRET`: where the environment sets
 * one, that of secrets.json signs nothing. Values of the environment are kept in an encrypted archive only.
 */
export function keptSecrets(
  stored: Secrets,
  settings: Settings,
  { isEncrypted }: { isEncrypted: boolean },
): KeptSecrets {
  const { payloadSecret, publishToken, resendApiKey, resendWebhookSecret } = settings;
  const own = given({ payloadSecret, publishToken });
  const others = given({
    RESEND_API_KEY: resendApiKey,
    RESEND_WEBHOOK_SECRET: resendWebhookSecret,
  });
  if (isEncrypted) return { secrets: { ...stored, ...own }, environment: others, missing: [] };
  const inEffect = Object.entries(stored).filter(([name]) => !(name in own));
  const variables = { payloadSecret: 'PAYLOAD_SECRET', publishToken: 'PUBLISH_TOKEN' };
  return {
    secrets: Object.fromEntries(inEffect),
    environment: {},
    missing: [
      ...Object.entries(variables).flatMap(([name, variable]) => (name in own ? [variable] : [])),
      ...Object.keys(others),
    ],
  };
}

const given = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
