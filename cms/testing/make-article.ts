import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Room } from './start-room.ts';

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
});

/** An editor state of paragraphs and whatever other nodes. */
export const aBody = (...nodes: (string | Record<string, unknown>)[]) => ({
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '' as const,
    indent: 0,
    children: nodes.map((node) => (typeof node === 'string' ? paragraph(node) : node)),
  },
});

export const aBlock = (blockType: string, fields: Record<string, unknown>) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: {
    id: randomUUID().replaceAll('-', '').slice(0, 24),
    blockName: '',
    blockType,
    ...fields,
  },
});

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
