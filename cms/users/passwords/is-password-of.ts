import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

/** How Payload 3 keeps passwords: a hash of the present kind tells its parameters, an older one has none. */
const present = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, bytes: 32 };
const older = { prefix: '', iterations: 25_000, bytes: 512 };

/** Whether it is the password of a user's row. Payload itself offers this only together with a login. */
export async function isPasswordOf(
  { hash, salt }: { hash?: string | null; salt?: string | null },
  password: unknown,
): Promise<boolean> {
  if (!hash || !salt || typeof password !== 'string') return false;
  const { prefix, iterations, bytes } = hash.startsWith(present.prefix) ? present : older;
  const wanted = Buffer.from(hash.slice(prefix.length), 'hex');
  const given = await derive(password, salt, iterations, bytes, 'sha256');
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Takes as long as asking whether it is somebody's password: for names that nobody has. */
export async function tryInVain(password: string): Promise<void> {
  await derive(password, 'no salt of anybody', present.iterations, present.bytes, 'sha256');
}
