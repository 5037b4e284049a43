import type { PayloadHandler } from 'payload';
import { countWords, readingMinutes } from '../../../content/model/blocks/plain-text.ts';
import { json, notFound, pathParameter, unauthorized } from '../../shared/http.ts';
import { readGroup } from '../../mapping/read-document.ts';
import { text as roomText } from '../../text.ts';
import { checkArticle } from './check-article.ts';
import type { Checklist } from './checklist.ts';
import { findPublished, gatherFacts } from './gather-facts.ts';
import { readDraft } from './read-draft.ts';
import { text } from './text.ts';
import { wordsOf } from './words-of.ts';

/** `GET /api/desk/checklist/<id>`: what stands between the newest draft and its readers. */
export const getChecklist: PayloadHandler = async (req) => {
  if (!req.user) return unauthorized();
  const document: unknown = await req.payload.findByID({
    collection: 'articles',
    id: pathParameter(req, 'articleId'),
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
  });
  if (document === null) return notFound();
  const article = readDraft(readGroup(document));
  if (article === undefined) return json(unshowable);
  const words = wordsOf(article);
  return json({
    items: checkArticle(article, {
      ...(await gatherFacts(req.payload, article)),
      published: await findPublished(req.payload, article.id),
    }),
    figures: text.checklist.figures(countWords(words), readingMinutes(words)),
  } satisfies Checklist);
};

const unshowable: Checklist = {
  items: [
    {
      ...{ key: 'unshowable', level: 'stop', field: 'body', proposal: null },
      sentence: roomText.problems.bodyUnshowable,
    },
  ],
  figures: '',
};
