import type { ShapedBlock } from './shape-text.ts';

/** The address of something to be heard, seen or opened that is a part by itself: shown in the text, or a link alone on its line. */
export function addressOfFile(block: ShapedBlock): { href: string; words: string } | undefined {
  if (block.type === 'embed') return { href: block.address, words: '' };
  if (block.type !== 'paragraph') return undefined;
  const said = block.runs.flatMap((run) =>
    run === 'break' || run.text.trim() === '' ? [] : [run],
  );
  const href = said[0]?.href ?? null;
  if (href === null || said.some((run) => run.href !== href)) return undefined;
  return {
    href,
    words: said
      .map(({ text }) => text)
      .join('')
      .trim(),
  };
}
