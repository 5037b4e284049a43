import { parseEnvironment, type Environment } from '../../content/settings/environment.ts';

export type NewsletterSettings = Environment & {
  payloadSecret: string;
  resendApiKey: string;
};

let parsed: { from: string; settings: NewsletterSettings } | undefined;

/**
 * The settings this domain cannot work without. Read at call time, so that a process (or a test) that
 * changes RESEND_BASE_URL is obeyed. Throws with the names of what is missing.
 */
export function newsletterSettings(): NewsletterSettings {
  const from = JSON.stringify([
    process.env.PAYLOAD_SECRET,
    process.env.RESEND_API_KEY,
    process.env.RESEND_BASE_URL,
    process.env.RESEND_WEBHOOK_SECRET,
    process.env.MAIL_FROM,
    process.env.SITE_URL,
    process.env.CMS_URL,
  ]);
  if (parsed?.from === from) return parsed.settings;
  const result = parseEnvironment(process.env);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  const { payloadSecret, resendApiKey } = result.environment;
  if (payloadSecret === undefined || resendApiKey === undefined) {
    throw new Error('PAYLOAD_SECRET og RESEND_API_KEY må være satt for nyhetsbrevet');
  }
  parsed = { from, settings: { ...result.environment, payloadSecret, resendApiKey } };
  return parsed.settings;
}
