/** Elements of Matroska (https://www.rfc-editor.org/rfc/rfc9559) that only label a film: tags, and files that are attached. */
const labels = new Set([0x1254c367, 0x1941a469]);
const segment = 0x18538067;

/** The same, with those made `Void`; nothing moves. */
export function withoutTags(given: Buffer): Buffer {
  const data = Buffer.from(given);
  for (const each of elementsIn(data, 0, data.length)) {
    if (each.id !== segment) continue;
    for (const { id, start, end } of elementsIn(data, each.content, each.end))
      if (labels.has(id) && end - start >= 9) {
        data[start] = 0xec;
        data.writeBigUInt64BE(0x0100000000000000n + BigInt(end - start - 9), start + 1);
        data.fill(0, start + 9, end);
      }
  }
  return data;
}

function* elementsIn(data: Buffer, from: number, to: number) {
  let start = from;
  while (start < to) {
    const idLength = lengthOf(data[start] ?? 0);
    const sizeAt = start + idLength;
    const sizeLength = lengthOf(data[sizeAt] ?? 0);
    const content = sizeAt + sizeLength;
    if (content > to) throw new RangeError('an element without an end');
    const id = data.readUIntBE(start, Math.min(4, idLength));
    let size = BigInt((data[sizeAt] ?? 0) & (0xff >> sizeLength));
    let isUnknown = size === BigInt(0xff >> sizeLength);
    for (let at = sizeAt + 1; at < content; at++) {
      isUnknown &&= data[at] === 0xff;
      size = size * 256n + BigInt(data[at] ?? 0);
    }
    // One that is written while it is filmed has no size: it ends with the file.
    const end = isUnknown ? to : content + Number(size);
    if (end > to) throw new RangeError('an element without an end');
    yield { id, start, content, end };
    start = end;
  }
}

/** The first bit that is set tells how many bytes a number has. */
function lengthOf(first: number): number {
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new RangeError('no number');
  return length;
}
