import type { PayloadHandler } from 'payload';
import { countWords, readingMinutes } from '../../../content/model/plain-text.ts';
import { answer, notFound, pathParameter, unauthorized } from '../../delivery-feed/answers.ts';
import { readGroup } from '../../mapping/read-document.ts';
import { text as roomText } from '../../text.ts';
import { deskText } from '../../dashboard/text.ts';
import { checkArticle, wordsOf } from './check-article.ts';
import type { Checklist } from './checklist.ts';
import { findPublished, gatherFacts } from './gather-facts.ts';
import { readDraft } from './read-draft.ts';

/** `GET /api/desk/checklist/<id>`: what stands between the newest draft and its readers. */
export const giveChecklist: PayloadHandler = async (req) => {
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
  if (article === undefined) return answer(unshowable);
  const text = wordsOf(article);
  return answer({
    items: checkArticle(article, {
      ...(await gatherFacts(req.payload, article)),
      published: await findPublished(req.payload, article.id),
    }),
    figures: deskText.checklist.figures(countWords(text), readingMinutes(text)),
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
