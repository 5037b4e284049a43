import { z } from 'zod';
import { variables, type VariableName } from './variables.ts';

type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Lowercase<First>}${Capitalize<Camel<Rest>>}`
  : Lowercase<Name>;
type Value<Name extends VariableName> = z.output<(typeof variables)[Name]['schema']>;

/** The settings of a process: `dataDir` is `DATA_DIR`, and so on. */
export type Environment = {
  [Name in VariableName as Camel<Name>]: (typeof variables)[Name] extends { fallback: unknown }
    ? NonNullable<Value<Name>>
    : Value<Name>;
};

const names = Object.keys(variables) as VariableName[]; // why: keys of a const object
const schemas: Record<string, z.ZodType> = {};
for (const name of names) schemas[name] = variables[name].schema;
const schema = z.object(schemas);

/** What must not stand on a screen or in a journal, wrong or not. An address of a database may hold a password. */
const isSecret = /SECRET|TOKEN|KEY|PASS|DATABASE_URL/;

/** Settings with defaults filled in, or the sentences (Norwegian) that say which variable is wrong and why. Pure. */
export function parseEnvironment(
  given: Record<string, string | undefined>,
): { ok: true; environment: Environment } | { ok: false; problems: string[] } {
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: [name], message }) => {
      const value = isSecret.test(String(name)) ? '' : `=${given[String(name)] ?? ''}`;
      return `${String(name)}${value}: ${message}`;
    });
    return { ok: false, problems };
  }
  const known: Record<string, unknown> = { ...parsed.data };
  // In the order of the table: a fallback rests on rows above it.
  for (const name of names) {
    const variable = variables[name];
    // why: what a fallback rests on has a fallback itself, and stands above it.
    if ('fallback' in variable) known[name] ??= variable.fallback(known as never);
  }
  const settings = Object.fromEntries(names.map((name) => [camel(name), known[name]]));
  return { ok: true, environment: settings as Environment }; // why: built from the same table as the type
}

/** Every address at which the CMS reaches a publisher: `http://10.0.0.2:4321`. */
export const siteOrigins = ({ siteInternalUrl }: Pick<Environment, 'siteInternalUrl'>): string[] =>
  listOrigins(siteInternalUrl);

/** Those of a setting that holds several, with commas between them. */
export const listOrigins = (setting: string | undefined): string[] =>
  setting?.split(',').filter(Boolean) ?? [];

/** The settings as a process gets them: every one that is set. */
export const toVariables = (settings: Partial<Environment>): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = settings[camel(name)];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

const camel = (name: VariableName) =>
  name
    .toLowerCase()
    .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as Camel<VariableName>; // why: what the type does
