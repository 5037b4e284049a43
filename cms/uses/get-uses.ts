import type { PayloadHandler } from 'payload';
import { z } from 'zod';
import { json, notFound, pathParameter, unauthorized } from '../shared/http.ts';
import { findUses } from './find-uses.ts';

const collections = z.enum(['media', 'files', 'authors', 'categories', 'series', 'organisations']);

/** `GET /api/desk/uses/<collection>/<id>`: where a document is shown. */
export const getUses: PayloadHandler = async (req) => {
  if (!req.user) return unauthorized();
  const collection = collections.safeParse(pathParameter(req, 'collection')).data;
  if (collection === undefined) return notFound();
  const id = pathParameter(req, 'id');
  // «null» is no id, and to a query it is whatever points nowhere.
  const document = await req.payload.db.findOne({ collection, where: { id: { equals: id } } });
  return document === null
    ? notFound()
    : json({ uses: await findUses(req.payload, collection, id) });
};
