import { spawnSync } from 'node:child_process';

const secret = 'only-to-read-the-configuration-0123456789';

/** Runs Payload's own command on our configuration, without an instance; ends this process when it fails. */
export function runPayload(...parameters: string[]): void {
  const { status } = spawnSync(process.execPath, ['node_modules/payload/bin.js', ...parameters], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: '.build/payload-cli',
      PAYLOAD_CONFIG_PATH: 'cms/payload.config.ts',
      PAYLOAD_SECRET: secret,
      PUBLISH_TOKEN: secret,
      RESEND_API_KEY: 're_none',
    },
  });
  if (status !== 0) process.exit(status ?? 1);
}
