import { parseEnvironment, type Environment } from '../content/settings/environment.ts';
import { variables } from '../content/settings/variables.ts';

export type CmsEnvironment = Environment & Record<Required, string>;
type Required = 'payloadSecret' | 'publishToken';

const names = Object.keys(variables);
let known: { from: string; environment: CmsEnvironment } | undefined;

/**
 * The settings of this process; throws with the sentences that say what is wrong. Read at call time, so that a
 * process (or a test) that changes one is obeyed.
 */
export function readEnvironment(): CmsEnvironment {
  const from = names.map((name) => process.env[name]).join('\n');
  if (known?.from !== from) known = { from, environment: read() };
  return known.environment;
}

function read(): CmsEnvironment {
  const result = parseEnvironment(process.env);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  const { payloadSecret, publishToken } = result.environment;
  if (payloadSecret !== undefined && publishToken !== undefined) {
    return { ...result.environment, payloadSecret, publishToken };
  }
  // `next build` imports the configuration without an instance; nothing is signed or opened then.
  if (process.env['NEXT_PHASE'] === 'phase-production-build') {
    return { ...result.environment, payloadSecret: 'build', publishToken: 'build' };
  }
  throw new Error('PAYLOAD_SECRET and PUBLISH_TOKEN are not set (npm start sets them)');
}

export const isEmbedded = ({ databaseUrl }: Environment) => databaseUrl.startsWith('file:');
