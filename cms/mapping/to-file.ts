import { fileSchema, type StoredFile } from '../../content/model/documents.ts';
import {
  readChoice,
  readReference,
  readText,
  readTime,
  type PayloadDocument,
} from './read-document.ts';

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);

/** A film, a sound or a document as the site knows it. */
export const toFile = (document: PayloadDocument): StoredFile =>
  fileSchema.parse({
    id: readReference(document),
    kind: readChoice(document['kind'], fileSchema.shape.kind.options, 'document'),
    title: readText(document['title']),
    credit: readText(document['credit']),
    transcript: readText(document['transcript']),
    mime: readText(document['mimeType']),
    bytes: document['filesize'],
    duration: numberOf(document['duration']),
    width: numberOf(document['pixelWidth']),
    height: numberOf(document['pixelHeight']),
    at: readTime(document['createdAt']),
    files: [{ name: readText(document['filename']) }],
  });
