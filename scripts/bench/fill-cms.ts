import { getPayload } from 'payload';
import config from '../../cms/payload.config.ts';
import { lexicalText } from './lexical-text.ts';
import { sampleArticle } from './sample-article.ts';
import { articleKinds } from '../../content/model/article.ts';

/** `node scripts/bench/fill-cms.ts N`: fills the CMS with N published articles, 12 categories, 20 authors, 3 series. */
const total = Number(process.argv[2]);
const payload = await getPayload({ config });

const ids = async (collection: 'categories' | 'authors' | 'series', count: number) => {
  const made: string[] = [];
  for (let index = 0; index < count; index++) {
    const name = `${collection} ${index}`;
    const document = await payload.create({ collection, data: { name } as never }); // one maker for three collections
    made.push(String(document.id));
  }
  return made;
};
const categories = await ids('categories', 12);
const authors = await ids('authors', 20);
const series = await ids('series', 3);
await payload.updateGlobal({
  slug: 'publication',
  data: {
    ...{ name: 'Måling', owner: 'Måling AS', responsibleEditor: 'Måler' },
    email: 'maling@kundefront.example',
  } as never,
});

for (let index = 0; index < total; index++) {
  const { paragraphs, ...sample } = sampleArticle(index);
  const kind = articleKinds[index % 3] ?? 'news';
  await payload.create({
    collection: 'articles',
    data: {
      ...sample,
      kind,
      body: lexicalText(paragraphs),
      category: categories[index % 12],
      authors: [authors[index % 20]],
      ...(kind === 'post' ? { series: series[index % 9 === 2 ? 0 : 1], seriesNumber: index } : {}),
      sendAlert: false,
      _status: 'published',
    } as never, // ids differ in type between the databases
  });
  if (index % 500 === 499) console.log(`  ${index + 1} av ${total} saker`);
}
process.exit(0);
