import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';

/** Marks the pictures that a release shows: from then on readers may see them. */
export async function makeMediaPublic(req: PayloadRequest, shown: unknown[]): Promise<void> {
  const ids = new Set(shown.flatMap(findMedia));
  for (const id of ids) {
    await req.payload.db.updateOne({
      collection: 'media',
      where: { and: [{ id: { equals: id } }, { isPublic: { not_equals: true } }] },
      data: { isPublic: true, updatedAt: new Date().toISOString() },
      req,
    });
  }
}

/** Authors are public at once, and so are their portraits. */
export const makePhotoPublic: CollectionBeforeChangeHook = async ({ data, req }) => {
  await makeMediaPublic(req, [data['photo']]);
  return data;
};

/** Ids in an upload field's value, or in the image blocks of an editor state. */
function findMedia(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return 'root' in value ? findImages(value.root) : 'id' in value ? [String(value.id)] : [];
}

function findImages(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'fields' in node &&
    typeof node.fields === 'object' &&
    node.fields !== null &&
    'media' in node.fields
      ? findMedia(node.fields.media)
      : [];
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...own, ...children.flatMap(findImages)];
}
