import type { Payload } from 'payload';
import { assessPassword } from '../passwords/assess-password.ts';
import { text } from '../text.ts';

export interface Person {
  name: string;
  email: string;
  password: string;
}

/**
 * Makes an administrator; somebody who has that address already becomes one, with the new password and
 * without a lock from failed logins or a second factor that was lost. For the command line, where the machine itself
 * is the guard.
 */
export async function createAdmin(
  payload: Payload,
  { name, email, password }: Person,
): Promise<{ ok: true; isNew: boolean } | { ok: false; problem: string }> {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return { ok: false, problem: text.badAddress };
  }
  const assessment = assessPassword(password, [name, ...email.split('@')]);
  if (assessment !== 'good') {
    return { ok: false, problem: text.badPassword[assessment] };
  }
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
    limit: 1,
    depth: 0,
  });
  const known = docs[0];
  const data = { name, email, password, role: 'admin' as const };
  if (known === undefined) {
    await payload.create({ collection: 'users', data });
    return { ok: true, isNew: true };
  }
  await payload.update({
    collection: 'users',
    id: known.id,
    data: { ...data, loginAttempts: 0, lockUntil: null, secondFactor: null },
  });
  return { ok: true, isNew: false };
}
