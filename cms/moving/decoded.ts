/** A part of an address as it is read (RFC 3986 § 2.1); one with a stray per cent sign stays as it stands. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
