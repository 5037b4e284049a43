import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleArticle } from './make-text.ts';

/**
 * The peer: Hugo renders the same articles with lists (20 a page), 12 categories, feeds and a sitemap.
 * Returns the seconds of a cold run and the number of pages, or undefined where there is no `hugo`.
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
    const { stdout: files } = spawnSync('find', [join(folder, 'public'), '-name', 'index.html'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { seconds, pages: files.trim().split('\n').length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSite(folder: string, total: number): Promise<void> {
  const files: Record<string, string> = {
    'config.toml': `baseURL = "http://localhost/"\nlanguageCode = "nb"\ntitle = "Måling"\npaginate = 20\n[taxonomies]\ncategory = "tema"\nauthor = "skribenter"\nserie = "serier"\n`,
    'layouts/_default/baseof.html': `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.lead }}"><link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/site.css"></head><body><header><a href="/">Måling</a></header><main>{{ block "main" . }}{{ end }}</main><footer>Måling</footer></body></html>`,
    'layouts/_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.lead }}</p><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2.1.2006" }}</time> · {{ .ReadingTime }} min</p>{{ .Content }}<ul>{{ range first 3 (.Site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></article>{{ end }}`,
    'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.lead }}</p></article>{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}`,
  };
  files['layouts/index.html'] =
    files['layouts/_default/list.html']?.replace(
      '.Paginator.Pages',
      '(.Paginate .Site.RegularPages).Pages',
    ) ?? '';
  const kinds = ['nyheter', 'intervjuer', 'blogg'];
  for (let index = 0; index < total; index++) {
    const { title, lead, paragraphs, publishedAt } = sampleArticle(index);
    const front = JSON.stringify({
      title,
      lead,
      date: publishedAt,
      tema: [`tema ${index % 12}`],
      skribenter: [`skribent ${index % 20}`],
      ...(index % 3 === 2 ? { serier: [`serie ${index % 9 === 2 ? 0 : 1}`] } : {}),
    });
    files[`content/${kinds[index % 3]}/${index}.md`] = `${front}\n\n${paragraphs.join('\n\n')}\n`;
  }
  for (const name of ['layouts/_default', ...kinds.map((kind) => `content/${kind}`)]) {
    await mkdir(join(folder, name), { recursive: true });
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
