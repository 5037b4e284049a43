const made =
  'foto(?:graf)?|illustrasjon(?:sfoto)?|illustrasjonsbilde|ill|tegning|grafikk|photo(?: by)?|bilde';
/** A name, or several: few words, and no sentence. */
const name = '(?:[\\p{Lu}\\d©@]|(?:av|by|via|og) )[^|:?!]{1,100}?';
const ending = '\\s*[)\\].]*$';
/** After a sentence, a bar or a bracket, or as the whole of it: a word in the middle of a sentence is none. */
const after = '(?:^(?:alle )?|[.!?»"”,;|)(–—-]\\s*|\\s*[|(–—-]+\\s*)';
const atEnd = new RegExp(`${after}(${made})\\.?\\s*[:/©]\\s*(${name})${ending}`, 'iu');
/** «FOTO: …» stands out by itself. */
const inCapitals = new RegExp(`\\s(${made.toUpperCase()})\\s*[:/©]\\s*(${name})${ending}`, 'u');
const mostWords = 12;

/**
 * «Køen i mai. FOTO: Ola Foto / NTB»: the words of a caption, and the credit at its end as ours are written («Ola Foto
 * / NTB», «Eva Strek (illustrasjon)»).
 */
export function splitCredit(caption: string): { caption: string; credit: string } {
  const found = atEnd.exec(caption) ?? inCapitals.exec(caption);
  const [whole = '', kind = '', said = ''] = found ?? [];
  const isWhole = found !== null && found.index === 0;
  if (found === null || (!isWhole && said.split(/\s+/).length > mostWords))
    return { caption, credit: '' };
  const drawn =
    /^ill/i.test(kind) && !/foto|bilde/i.test(kind)
      ? 'illustrasjon'
      : /^(tegning|grafikk)/i.exec(kind)?.[1]?.toLowerCase();
  const left = caption.slice(0, caption.length - whole.length);
  // The sign that ends its sentence is the caption's.
  const end = /^[.!?»"”)]/.exec(whole)?.[0] ?? '';
  return {
    caption: `${left}${end}`.replace(/[\s|(–—,;-]+$/, ''),
    credit: drawn === undefined ? said.trim() : `${said.trim()} (${drawn})`,
  };
}
