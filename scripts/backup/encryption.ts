import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { StartError } from '../instance/settings.ts';
import { text } from './text.ts';

/**
 * Archives are encrypted as age files (https://age-encryption.org/v1): scrypt makes a key of the passphrase, and
 * ChaCha20-Poly1305 notices every change and every missing end. `age --decrypt` of any machine opens them, too.
 */
const firstBytes = 'age-encryption.org/v1\n';

export async function encrypt(plain: Readable, passphrase: string): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/** Throws a sentence when the passphrase does not open it; the stream fails where the content is not whole. */
export async function decrypt(encrypted: Readable, passphrase: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return fromWeb(await decrypter.decrypt(toWeb(encrypted)));
  } catch (cause) {
    encrypted.destroy();
    throw new StartError(text.restore.wrongPassphrase, { cause });
  }
}

export async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstBytes.length));
    return buffer.subarray(0, bytesRead).toString() === firstBytes;
  } finally {
    await handle.close();
  }
}

// why: Node's type of a web stream and the DOM's, which age names, are two declarations of one class.
const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
const fromWeb = (stream: ReadableStream<Uint8Array>) =>
  Readable.fromWeb(stream as unknown as NodeStream<Uint8Array>);
