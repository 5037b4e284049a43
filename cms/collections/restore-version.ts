import { addDataAndFileToRequest, NotFound, restoreVersionOperation, type Endpoint } from 'payload';

const restoresAsDraft = 'restoresAsDraft';

/**
 * Stands in for Payload's own endpoint, which writes an old draft over the published article and so takes
 * it off the site. Here a draft comes back as a draft: the editor decides when readers see it.
 */
export const restoreVersion: Endpoint = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const id = String(req.routeParams?.['id'] ?? '');
    const { docs } = await req.payload.db.findVersions<{ _status?: string }>({
      collection: 'articles',
      where: { id: { equals: id } },
      limit: 1,
      pagination: false,
      req,
    });
    const version = docs[0];
    if (version === undefined) throw new NotFound(req.t);
    const draft = version.version._status !== 'published' || req.query['draft'] === 'true';
    req.context[restoresAsDraft] = draft;
    const collection = req.payload.collections['articles'];
    const restored = await restoreVersionOperation({ id, collection, draft, depth: 0, req });
    return Response.json({ ...restored, message: req.t('version:restoredSuccessfully') });
  },
};

/** Whether what is being saved is a version that comes back as a draft, whatever its own status says. */
export const isRestoringDraft = (context: Record<string, unknown>): boolean =>
  context[restoresAsDraft] === true;
