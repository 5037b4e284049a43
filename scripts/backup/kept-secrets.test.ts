import { expect, test } from 'vitest';
import { keptSecrets } from './kept-secrets.ts';

const stored = { payloadSecret: 'stored', publishToken: 'stored token', mailKey: 're_local' };
const nothing = {
  payloadSecret: undefined,
  publishToken: undefined,
  resendApiKey: undefined,
  resendWebhookSecret: undefined,
};
const given = { ...nothing, payloadSecret: 'of the environment', resendApiKey: 're_real' };

test('what is stored is kept, when nothing else is in effect', () => {
  for (const isEncrypted of [true, false])
    expect(keptSecrets(stored, nothing, { isEncrypted })).toEqual({
      secrets: stored,
      environment: {},
      missing: [],
    });
});

test('an encrypted archive has what is in effect, those of the environment too', () => {
  expect(keptSecrets(stored, given, { isEncrypted: true })).toEqual({
    secrets: { ...stored, payloadSecret: 'of the environment' },
    environment: { RESEND_API_KEY: 're_real' },
    missing: [],
  });
});

test('a plain one has none of the environment, none that is not in effect, and says what is missing', () => {
  expect(keptSecrets(stored, given, { isEncrypted: false })).toEqual({
    secrets: { publishToken: 'stored token', mailKey: 're_local' },
    environment: {},
    missing: ['PAYLOAD_SECRET', 'RESEND_API_KEY'],
  });
});
