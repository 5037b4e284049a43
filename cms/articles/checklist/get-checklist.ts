import type { PayloadHandler, PayloadRequest } from 'payload';
import { countWords, readingMinutes } from '../../../content/model/blocks/plain-text.ts';
import { json, notFound, pathParameter, unauthorized } from '../../shared/http.ts';
import { readGroup, type PayloadDocument } from '../../mapping/read-document.ts';
import { checkArticle } from './check-article.ts';
import type { Checklist, ChecklistItem } from './checklist.ts';
import { explainProblem } from './explain-problem.ts';
import { gatherFacts, gatherWarnings } from './gather-facts.ts';
import { readDraft } from './read-draft.ts';
import { text } from './text.ts';
import { validateFields } from './validate-fields.ts';
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
  const refusals = await refusalsOf(req, readGroup(document));
  if (article === undefined) return json({ items: refusals, figures: '' } satisfies Checklist);
  const words = wordsOf(article);
  return json({
    items: withRefusals(
      checkArticle(article, {
        ...(await gatherFacts(req.payload, article)),
        ...(await gatherWarnings(req.payload, article)),
      }),
      refusals,
    ),
    figures: text.checklist.figures(countWords(words), readingMinutes(words)),
  } satisfies Checklist);
};

/** What the fields' own rules will say at the door. */
async function refusalsOf(
  req: PayloadRequest,
  document: PayloadDocument,
): Promise<ChecklistItem[]> {
  const problems = await validateFields(req, document);
  return problems.flatMap(({ path, message }) =>
    explainProblem(message)
      .split('\n')
      .map((sentence, n) => ({
        key: `field-${path}-${String(n)}`,
        level: 'stop' as const,
        sentence,
        field: path.split('.')[0] ?? path,
        proposal: null,
      })),
  );
}

/** Once each: some of it the checks say in the same words. */
const withRefusals = (items: readonly ChecklistItem[], refusals: readonly ChecklistItem[]) => [
  ...refusals.filter(({ sentence }) => items.every((item) => item.sentence !== sentence)),
  ...items,
];
