import { parseEnvironment, type Environment } from '../content/settings/environment.ts';

export type CmsEnvironment = Environment & { payloadSecret: string; publishToken: string };

/** The settings of this process; throws with the sentences that say what is wrong. */
export function readEnvironment(): CmsEnvironment {
  const result = parseEnvironment(process.env);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  const { payloadSecret, publishToken } = result.environment;
  if (payloadSecret === undefined || publishToken === undefined) {
    // `next build` imports the configuration without an instance; nothing is signed or opened then.
    if (process.env['NEXT_PHASE'] === 'phase-production-build') {
      return { ...result.environment, payloadSecret: 'build', publishToken: 'build' };
    }
    throw new Error(
      'PAYLOAD_SECRET og PUBLISH_TOKEN må være satt (npm start gjør det av seg selv).',
    );
  }
  return { ...result.environment, payloadSecret, publishToken };
}

export const isEmbedded = ({ databaseUrl }: Environment) => databaseUrl.startsWith('file:');
