'use client';

import { z } from 'zod';
import { text } from '../../text.ts';
import { useDocument } from './use-document.ts';

const articleSchema = z.object({
  kind: z.enum(['news', 'interview', 'post']).nullish().catch(null),
  title: z.string().nullish(),
  lead: z.string().nullish(),
  _status: z.string().nullish(),
});

/** A link to an article as the card that readers see. `from` is the field that names it. */
export function ArticleCard({ from }: { from: string }) {
  const article = useDocument(from, 'articles', articleSchema);
  if (article === undefined) return null;
  return (
    <div className="written-card">
      {article.kind && <p className="written-card__kind">{text.articles.kinds[article.kind]}</p>}
      <p className="written-card__title">{article.title}</p>
      {article.lead && <p>{article.lead}</p>}
    </div>
  );
}
