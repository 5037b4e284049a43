/** Tags as they are kept: what stands between commas is one each, without blanks at the ends; the same word once, as it was written first. */
export function tidyTags(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const tags = value
    .flatMap((tag) => (typeof tag === 'string' ? tag.split(',') : []))
    .map((tag) => tag.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const name = tag.toLocaleLowerCase('nb');
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}
