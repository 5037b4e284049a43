import { readdirSync, readFileSync } from 'node:fs';

/** The lists of blocks: a file each, and what it holds. */
export interface Registry {
  file: string;
  text: string;
}

const folders = {
  model: 'content/model/blocks',
  cms: 'cms/articles/blocks',
  site: 'site/src/blocks',
};

/** Names of the boxes, as the files of the model define them: `export const factBox = defineBox(`. */
export const boxNames = (): string[] =>
  readdirSync(folders.model)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const source = readFileSync(`${folders.model}/${name}`, 'utf8');
      return [...source.matchAll(/^export const (\w+) = defineBox\(/gm)].map(([, box = '']) => box);
    })
    .sort();

/** `factBox` → `fact-box`, as its files are named. */
export const kebab = (name: string) => name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** The four files that a box is made of, by hand. */
export const filesOfBox = (name: string): string[] => [
  `${folders.model}/${kebab(name)}.ts`,
  `${folders.cms}/${kebab(name)}.ts`,
  `${folders.site}/${kebab(name)}/${pascal(name)}.astro`,
  `${folders.site}/${kebab(name)}/feed.ts`,
];

export function blockRegistries(names = boxNames()): Registry[] {
  const list = `{\n${names.map((name) => `  ${name},\n`).join('')}}`;
  const imports = (line: (name: string) => string) =>
    names.map((name) => `${line(name)}\n`).join('');
  return [
    {
      file: `${folders.model}/registry.ts`,
      text: `${note}${imports((name) => `import { ${name} } from './${kebab(name)}.ts';`)}
export const boxes = ${list} as const;
`,
    },
    {
      file: `${folders.cms}/registry.ts`,
      text: `${note}${imports((name) => `import { ${name} } from './${kebab(name)}.ts';`)}import type { CmsBoxes } from './cms-box.ts';

export const cmsBoxes: CmsBoxes = ${list};
`,
    },
    {
      file: `${folders.site}/feed-boxes.ts`,
      text: `${note}${imports((name) => `import { ${name} } from './${kebab(name)}/feed.ts';`)}import type { FeedBoxes } from './feed-box.ts';

export const feedBoxes: FeedBoxes = ${list};
`,
    },
  ];
}

const note = '// Written by `npm run generate`.\n';
