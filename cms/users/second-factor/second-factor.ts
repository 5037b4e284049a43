import { randomBytes } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { noteAccount } from '../../departures/note-departure.ts';
import type { User } from '../../payload-types.ts';
import { sign } from '../../shared/sign.ts';
import { newSecret, stepOfCode } from './totp.ts';

/** What is kept of a person's second factor, in one column that no API shows. */
const kept = z.object({
  /** Encrypted with the instance's secret: whoever has only the database has no code. */
  secret: z.string(),
  /** Since when a login asks for it (ISO 8601); null until its first code has been given. */
  since: z.string().nullable(),
  /** The half minute of the newest code that was used. */
  lastStep: z.number(),
  /** Keyed hashes of the recovery codes that are left. */
  recovery: z.array(z.string()),
});
export type SecondFactor = z.infer<typeof kept>;

/**
 * A user's row, with the columns of this. `secondFactorWrites` counts how often the other was written: of two who use
 * a code at once one finds the number it saw.
 */
type Person = Pick<User, 'id' | 'secondFactor' | 'secondFactorWrites'>;

/** Null for somebody who has none; one that was begun counts only when its first code was given. */
export function readSecondFactor({ secondFactor }: Person): SecondFactor | null {
  return kept.nullish().parse(secondFactor) ?? null;
}

export const hasSecondFactor = (person: Person): boolean =>
  typeof readSecondFactor(person)?.since === 'string';

/** Whether administrators ask a second factor of everybody of her role. */
export async function mustHaveSecondFactor(
  payload: Payload,
  { role }: Pick<User, 'role'>,
): Promise<boolean> {
  const { secondFactorRoles } = await payload.findGlobal({ slug: 'security', depth: 0 });
  return (secondFactorRoles ?? []).includes(role);
}

/**
 * The plain secret for a person's app, and her row with it. One that was begun and not confirmed is shown again: it is
 * in her app by now.
 */
export async function beginSecondFactor<P extends Person>(
  payload: Payload,
  person: P,
): Promise<{ secret: string; person: P }> {
  const known = plainSecret(payload, readSecondFactor(person));
  if (known !== undefined) return { secret: known, person };
  const secret = newSecret();
  const begun = { secret: payload.encrypt(secret), since: null, lastStep: 0, recovery: [] };
  const row = await write(payload, person, begun);
  return { secret, person: { ...person, ...row } };
}

/** Confirms what was begun, with its first code. The recovery codes, shown this once; undefined for a wrong code. */
export async function confirmSecondFactor(
  payload: Payload,
  person: Person,
  code: string,
): Promise<string[] | undefined> {
  const begun = readSecondFactor(person);
  if (begun === null || begun.since !== null) return undefined;
  const step = stepIn(payload, begun, code);
  if (step === undefined) return undefined;
  const codes = Array.from({ length: 10 }, newRecoveryCode);
  const recovery = codes.map(hashOf);
  const since = new Date().toISOString();
  // A copy from before must not let her in without it.
  await noteAccount(payload, person.id);
  const written = await write(payload, person, { ...begun, since, lastStep: step, recovery });
  return written && codes;
}

/** Whether it is a code of the app, or a recovery code, that was not used before. It is used then. */
export async function useCode(payload: Payload, person: Person, code: string): Promise<boolean> {
  const factor = readSecondFactor(person);
  if (factor === null || factor.since === null) return false;
  const step = stepIn(payload, factor, code);
  if (step !== undefined)
    return (await write(payload, person, { ...factor, lastStep: step })) !== undefined;
  const hash = hashOf(code);
  if (!factor.recovery.includes(hash)) return false;
  const recovery = factor.recovery.filter((each) => each !== hash);
  return (await write(payload, person, { ...factor, recovery })) !== undefined;
}

/** Undefined for one that was kept with another PAYLOAD_SECRET: no code is right then. */
function plainSecret(payload: Payload, factor: SecondFactor | null): string | undefined {
  const plain = factor === null ? '' : payload.decrypt(factor.secret);
  return /^[A-Z2-7]{32}$/.test(plain) ? plain : undefined;
}

function stepIn(payload: Payload, factor: SecondFactor, code: string): number | undefined {
  const secret = plainSecret(payload, factor);
  return secret === undefined ? undefined : stepOfCode(secret, code, factor);
}

/** Whether it is gone: nobody wrote beside. */
export async function removeSecondFactor(payload: Payload, person: Person): Promise<boolean> {
  await noteAccount(payload, person.id);
  return (await write(payload, person, null)) !== undefined;
}

/** Writes only if nobody has since the person was read. Her columns as they are then; undefined when somebody has. */
async function write(
  payload: Payload,
  { id, secondFactorWrites }: Person,
  secondFactor: SecondFactor | null,
): Promise<Pick<Person, 'secondFactor' | 'secondFactorWrites'> | undefined> {
  const before = secondFactorWrites ?? null;
  const unchanged: Where =
    before === null
      ? { secondFactorWrites: { exists: false } }
      : { secondFactorWrites: { equals: before } };
  const data = { secondFactor, secondFactorWrites: (before ?? 0) + 1 };
  const where: Where = { and: [{ id: { equals: id } }, unchanged] };
  const row = await payload.db.updateOne({
    ...{ collection: 'users', where, data },
    options: { atomic: true },
  });
  return row === null ? undefined : data;
}

/** Fifty bits, in signs that nobody takes for others: `k7qx4-m2vhd`. */
function newRecoveryCode(): string {
  const signs = [...randomBytes(10)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'; // 32 signs: every byte meets them evenly

/** However it is typed: capitals, spaces and dashes do not count. */
const hashOf = (code: string): string =>
  sign('accounts/recovery-code', code.toLowerCase().replaceAll(/[\s-]/g, ''));
