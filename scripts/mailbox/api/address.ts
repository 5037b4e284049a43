// Printable ASCII local part of at most 64 characters; dotted domain whose last label is not a number.
const addressPattern =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
// RFC 5322 wants quotes around these in a display name: without them there are two addresses, or none.
const quotedName = /^"(?:[^"\\\r\n]|\\.)*"$/;
const plainName = /^[^"<>,;:@]*$/;

/** `mail@example.com` or `Name <mail@example.com>`; ASCII only, as the provider takes them. */
export function isAddress(address: string): boolean {
  if (hasControlCharacter(address)) return false;
  const bare = bareAddress(address);
  if (!addressPattern.test(bare) || bare.length > 254) return false;
  const [local = ''] = bare.split('@');
  if (/^\.|\.$|\.\./.test(local)) return false;
  if (address.trim() === bare) return true;
  const name = address.slice(0, address.lastIndexOf('<')).trim();
  return plainName.test(name) || quotedName.test(name);
}

/** The bare address of `Name <address>`. */
export const bareAddress = (address: string) =>
  (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim();

/** Lower case: what suppressions and counts go by. */
export const addressKey = (address: string) => bareAddress(address).toLowerCase();

export const domainOf = (address: string) => addressKey(address).split('@')[1] ?? '';

/** Line breaks and their like, which would start a new header. */
export const hasControlCharacter = (text: string) =>
  /[\u0000-\u0008\u000a-\u001f\u007f]/.test(text);
