import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleArticle } from './sample-article.ts';

const config = `baseURL = "http://localhost/"
languageCode = "nb"
title = "Måling"
paginate = 20
rssLimit = 20
[params]
editor = "Måler"
email = "maling@kundefront.example"
[taxonomies]
category = "tema"
author = "skribenter"
serie = "serie"
`;

/**
 * The peer: Hugo renders the same articles with the same parts on each page (`scripts/bench/hugo/`): head with
 * JSON-LD, kindred articles, signup, footer; lists of 20, 12 categories, 20 authors, full-text feeds, sitemap.
 * Returns the seconds of a cold run and the number of pages and feeds, or undefined where there is no `hugo`.
 */
export async function runHugo(
  total: number,
): Promise<{ seconds: number; pages: number } | undefined> {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'hugo-'));
  try {
    await writeSite(folder, total);
    const started = performance.now();
    const { status, stderr } = spawnSync('hugo', ['--source', folder, '--quiet'], {
      encoding: 'utf8',
    });
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`hugo failed: ${stderr}`);
    const files = await readdir(join(folder, 'public'), { recursive: true });
    return { seconds, pages: files.filter((name) => /\.(html|xml)$/.test(name)).length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSite(folder: string, total: number): Promise<void> {
  const files: Record<string, string> = { 'config.toml': config };
  const kinds = ['nyheter', 'intervjuer', 'blogg'];
  for (let index = 0; index < total; index++) {
    const { title, lead, paragraphs, publishedAt } = sampleArticle(index);
    const front = JSON.stringify({
      title,
      lead,
      date: publishedAt,
      tema: [`tema ${index % 12}`],
      skribenter: [`skribent ${index % 20}`],
      ...(index % 3 === 2 ? { serie: [`serie ${index % 9 === 2 ? 0 : 1}`] } : {}),
    });
    files[`content/${kinds[index % 3]}/${index}.md`] = `${front}\n\n${paragraphs.join('\n\n')}\n`;
  }
  await cp('scripts/bench/hugo', join(folder, 'layouts'), { recursive: true });
  for (const kind of kinds) await mkdir(join(folder, 'content', kind), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
