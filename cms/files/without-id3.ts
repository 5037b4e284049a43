/** MP3 without its labels: ID3v2 before it (https://id3.org/id3v2.4.0-structure), ID3v1 and APEv2 behind it. */
export function withoutId3(data: Buffer): Buffer {
  let from = 0;
  while (data.toString('latin1', from, from + 3) === 'ID3') {
    // Seven bits a byte, and a foot as long as the head where a flag says so.
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((data[from + at] ?? 0) & 0x7f), 0);
    from += 10 + size + ((data[from + 5] ?? 0) & 0x10 ? 10 : 0);
  }
  let to = data.length;
  if (data.toString('latin1', to - 128, to - 125) === 'TAG') to -= 128;
  if (data.toString('latin1', to - 32, to - 24) === 'APETAGEX') {
    const size = data.readUInt32LE(to - 20);
    const hasHead = (data.readUInt32LE(to - 12) & 0x80000000) !== 0;
    to = Math.max(from, to - size - (hasHead ? 32 : 0));
  }
  return data.subarray(Math.min(from, to), to);
}
