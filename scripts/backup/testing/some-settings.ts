import { parseEnvironment, type Environment } from '../../../content/settings/environment.ts';

/** The settings of an installation in a test: those that are not given as they are when nobody sets them. */
export function someSettings(given: Partial<Environment>): Environment {
  const result = parseEnvironment({});
  if (!result.ok) throw new Error(result.problems.join());
  return { ...result.environment, ...given };
}
