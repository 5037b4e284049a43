import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readCbor } from './read-cbor.ts';

/** The file of a bundle that everything is found through: fixed by Pagefind, and asked for anew by every page. */
export const entryFile = 'pagefind-entry.json';

const metaMark = 'pagefind_dcd';

const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ hash: z.string(), wasm: z.string().nullish() })),
});

/** Version, pages (with a group that several may share), parts of the index by their words, filters. */
const metaSchema = z
  .tuple([
    z.string(),
    z.array(z.tuple([z.string(), z.number(), z.string()])),
    z.array(z.tuple([z.string(), z.string(), z.string()])),
    z.array(z.tuple([z.string(), z.string()])),
  ])
  .rest(z.unknown());

/** Files that an entry names by itself, one per language each. Throws when Pagefind writes it in another form. */
export function namedByEntry(entry: string): { metas: string[]; others: string[] } {
  const languages = Object.values(entrySchema.parse(JSON.parse(entry)).languages);
  return {
    metas: languages.map(({ hash }) => `pagefind.${hash}.pf_meta`),
    others: languages.map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`),
  };
}

/** Files that a meta file names: all that a search may come to ask for. Throws when its form is another. */
export function namedByMeta(bytes: Uint8Array): string[] {
  const written = gunzipSync(bytes);
  if (written.toString('latin1', 0, metaMark.length) !== metaMark)
    throw new Error('Pagefind writes its meta file in a new form');
  const meta = metaSchema.parse(readCbor(written.subarray(metaMark.length)));
  const [, pages, parts, filters] = meta;
  return [
    ...pages.map(([hash, , group]) => `fragment/${group || hash}.pf_fragment`),
    ...parts.map(([, , hash]) => `index/${hash}.pf_index`),
    ...filters.map(([, hash]) => `filter/${hash}.pf_filter`),
  ];
}

/** Every file of a bundle that its entry names, by way of `read`, which throws when a file is not there. */
export function namedFiles(read: (name: string) => Buffer): Set<string> {
  const { metas, others } = namedByEntry(read(entryFile).toString());
  const named = metas.flatMap((meta) => namedByMeta(read(meta)));
  return new Set([entryFile, 'pagefind.js', ...others, ...metas, ...named]);
}
