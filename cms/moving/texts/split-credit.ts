const made =
  'foto(?:graf)?|illustrasjon(?:sfoto)?|illustrasjonsbilde|ill|tegning|grafikk|photo(?: by)?|bilde';
const atEnd = new RegExp(
  `(?:^|[\\s|(–—-]+)(${made})\\.?\\s*[:/©]\\s*([^|]{2,120}?)\\s*[)\\].]*$`,
  'iu',
);

/**
 * «Køen i mai. FOTO: Ola Foto / NTB»: the words of a caption, and the credit at its end as ours are written («Ola Foto
 * / NTB», «Eva Strek (illustrasjon)»).
 */
export function splitCredit(caption: string): { caption: string; credit: string } {
  const found = atEnd.exec(caption);
  if (found === null) return { caption, credit: '' };
  const [whole, kind = '', name = ''] = found;
  const drawn =
    /^ill/i.test(kind) && !/foto|bilde/i.test(kind)
      ? 'illustrasjon'
      : /^(tegning|grafikk)/i.exec(kind)?.[1]?.toLowerCase();
  return {
    caption: caption.slice(0, caption.length - whole.length).replace(/[\s|(–—-]+$/, ''),
    credit: drawn === undefined ? name : `${name} (${drawn})`,
  };
}
