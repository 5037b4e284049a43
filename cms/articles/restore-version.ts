import { addDataAndFileToRequest, NotFound, restoreVersionOperation, type Endpoint } from 'payload';
import { writeLog } from '../log/write-log.ts';
import { runExclusiveOnArticle } from './saves/saves.ts';

const restoresAsDraft = 'restoresAsDraft';

/**
 * Stands in for Payload's own endpoint, which publishes an old version at once, or takes the article off the site
 * with an old draft. Here every version comes back as a draft: the editor decides when readers see it.
 * What readers were told of the article since, its corrections and its address, stays as it is.
 */
export const restoreVersion: Endpoint = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const id = String(req.routeParams?.['id'] ?? '');
    const { docs } = await req.payload.db.findVersions({
      collection: 'articles',
      where: { id: { equals: id } },
      limit: 1,
      pagination: false,
      req,
    });
    const article = docs[0]?.parent;
    if (article === undefined) throw new NotFound(req.t);
    req.context[restoresAsDraft] = true;
    const collection = req.payload.collections['articles'];
    const restored = await runExclusiveOnArticle(req.payload, String(article), () =>
      restoreVersionOperation({ id, collection, draft: true, depth: 0, req }),
    );
    await writeLog(req, {
      act: 'version-restored',
      what: String(restored.title ?? ''),
      document: String(article),
    });
    return Response.json({ ...restored, message: req.t('version:restoredSuccessfully') });
  },
};

/** Whether what is being saved is a version that comes back as a draft, whatever its own status says. */
export const isRestoringDraft = (context: Record<string, unknown>): boolean =>
  context[restoresAsDraft] === true;
