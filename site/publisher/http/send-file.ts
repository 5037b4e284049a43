import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';

const types: Record<string, string> = {
  ...{ jpg: 'image/jpeg', avif: 'image/avif', webp: 'image/webp', pdf: 'application/pdf' },
  ...{ mp4: 'video/mp4', webm: 'video/webm', mp3: 'audio/mpeg', m4a: 'audio/mp4' },
  vtt: 'text/vtt; charset=utf-8',
};
const typeOf = (path: string) =>
  types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/**
 * A file, or the one part of it that is asked for (RFC 9110 § 14): players ask for parts, and some play nothing without. What
 * is no range, is several, or ends before it begins is answered with the whole.
 */
export function sendFile(path: string, range: string | undefined, response: ServerResponse): void {
  const { size } = statSync(path);
  response.setHeader('content-type', typeOf(path));
  response.setHeader('accept-ranges', 'bytes');
  const part = partOf(range, size);
  if (part === 'none') {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  response.writeHead(part ? 206 : 200, {
    'content-length': end - start + 1,
    ...(part && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  if (size === 0) return void response.end();
  // Whoever goes in the middle ends it.
  createReadStream(path, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}

/** From the first to the last byte; `none` when the file ends before it, undefined when it is to be sent whole. */
function partOf(
  range: string | undefined,
  size: number,
): { start: number; end: number } | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  return start >= size ? 'none' : { start, end };
}
