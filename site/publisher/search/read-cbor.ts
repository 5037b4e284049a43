/** What Pagefind writes of CBOR (RFC 8949) in its meta files. */
export type Cbor = number | string | Cbor[];

const text = 3;
const list = 4;
const sizes: Record<number, number> = { 24: 1, 25: 2, 26: 4 };

/** Reads whole numbers, texts and lists of known length. Throws at anything else, and at bytes that are left. */
export function readCbor(bytes: Buffer): Cbor {
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new Error('CBOR ends too early');
    return bytes.subarray(at, (at += length));
  };
  const readNumber = (short: number): number => {
    if (short < 24) return short;
    const size = sizes[short];
    if (size === undefined) throw new Error(`CBOR has a length of an unknown kind (${short})`);
    return take(size).readUIntBE(0, size);
  };
  const read = (): Cbor => {
    const head = take(1).readUInt8();
    const kind = head >> 5;
    const value = readNumber(head & 31);
    if (kind === 0) return value;
    if (kind === text) return take(value).toString();
    if (kind === list) return Array.from({ length: value }, read);
    throw new Error(`CBOR has a value of an unknown kind (${kind})`);
  };
  const value = read();
  if (at < bytes.length) throw new Error('CBOR goes on after its end');
  return value;
}
