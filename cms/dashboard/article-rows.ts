import type { Payload, Where } from 'payload';
import { begun } from '../articles/saves/begun.ts';
import { readRows, readText, type PayloadDocument } from '../mapping/read-document.ts';

/** What desk and week say of an article. */
const said = {
  title: true,
  authors: true,
  assignee: true,
  stage: true,
  deadline: true,
  publishedAt: true,
  updatedAt: true,
} as const;

const most = 200;

/** The newest state of everything that is not out as it stands, newest first. */
export const findDrafts = (payload: Payload): Promise<PayloadDocument[]> =>
  find(payload, {
    draft: true,
    where: { and: [{ _status: { equals: 'draft' } }, begun] },
    sort: '-updatedAt',
  });

/** The newest state of these. */
export const findNewest = async (
  payload: Payload,
  ids: readonly string[],
): Promise<PayloadDocument[]> =>
  ids.length === 0
    ? []
    : find(payload, { draft: true, where: { id: { in: [...new Set(ids)] } }, sort: '-updatedAt' });

/** What readers see, as far as `where` says. */
export const findOut = (
  payload: Payload,
  { where, limit = most }: { where: Where[]; limit?: number },
): Promise<PayloadDocument[]> =>
  find(payload, {
    draft: false,
    where: { and: [{ _status: { equals: 'published' } }, ...where] },
    sort: '-publishedAt',
    limit,
  });

interface Asked {
  draft: boolean;
  where: Where;
  sort: string;
  limit?: number;
}

async function find(payload: Payload, { limit = most, ...asked }: Asked) {
  const { docs } = await payload.find({
    ...asked,
    ...{ collection: 'articles', depth: 1, limit, pagination: false, select: said },
  });
  return readRows(docs);
}

/** Who has an article, by name; else who has written it. Of a row with its documents. */
export function whoHas(row: PayloadDocument): string {
  const [assignee] = readRows([row['assignee']]);
  if (assignee !== undefined) return readText(assignee['name']) || readText(assignee['email']);
  return readRows(row['authors'])
    .map(({ name }) => readText(name))
    .join(', ');
}
