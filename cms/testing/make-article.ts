import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import * as lexical from './make-lexical.ts';
import type { Room } from './start-room.ts';

/** An editor state of paragraphs and whatever other nodes. */
export const aBody = (...nodes: (string | Record<string, unknown>)[]) =>
  lexical.aBody(
    ...nodes.map((node) =>
      typeof node === 'string' ? lexical.paragraph(lexical.words(node)) : node,
    ),
  );

export const aBlock = (blockType: string, fields: Record<string, unknown>) =>
  lexical.box(blockType, { id: randomUUID().replaceAll('-', '').slice(0, 24), ...fields });

/** What an article needs to be published. */
export const anArticle = (fields: Record<string, unknown> = {}) => ({
  title: `Kundene venter kortere ${randomUUID().slice(0, 6)}`,
  lead: 'Ventetiden er halvert på ett år.',
  kind: 'news',
  marking: 'editorial',
  sendAlert: false,
  body: aBody('Det begynte i mai.'),
  _status: 'published',
  ...fields,
});

export async function aPicture(width = 800, height = 600): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  return sharp({ create: { width, height, channels: 3, background: '#777', noise } })
    .jpeg()
    .toBuffer();
}

interface Upload {
  data?: Buffer;
  name?: string;
  type?: string;
  fields?: Record<string, unknown>;
}

export async function aForm({ data, name, type, fields }: Upload = {}): Promise<FormData> {
  const form = new FormData();
  const bytes = new Uint8Array(data ?? (await aPicture()));
  form.set('file', new File([bytes], name ?? 'bilde.jpg', { type: type ?? 'image/jpeg' }));
  form.set(
    '_payload',
    JSON.stringify({ alt: 'En rådgiver i telefonen', credit: 'Ola Foto', ...fields }),
  );
  return form;
}

/** Uploads a picture as an editor; returns the document. */
export async function upload(room: Room, options: Upload = {}) {
  const answer = await room.ask('editor', 'POST', '/media', await aForm(options));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.doc;
}

/** Creates an article as an editor; returns the document. */
export async function create(room: Room, fields: Record<string, unknown> = {}) {
  const answer = await room.ask('editor', 'POST', '/articles?depth=0', anArticle(fields));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.doc;
}
