import type { Payload } from 'payload';
import type { Article } from '../../content/model/article.ts';
import { isBox } from '../../content/model/blocks/blocks.ts';
import { creditOf } from '../../content/model/credit.ts';
import { disclosuresOf, organisationsOf } from '../../content/model/disclosures.ts';
import type { Publication } from '../../content/model/documents.ts';
import { loadPublication } from './load-article.ts';
import { loadDocuments } from './load-documents.ts';
import { readReference, readText, type PayloadDocument } from './read-document.ts';
import { mediaOf, toDraftArticle } from './to-article.ts';
import { toAuthor, toNamed, toOrganisation } from './to-document.ts';
import { toMedia } from './to-media.ts';
import { unlessUnpublishable } from './unpublishable-error.ts';

type ShownCollection = 'media' | 'authors' | 'categories' | 'series' | 'organisations';

/** A document that an article's page shows something of. */
export interface Shown {
  collection: ShownCollection;
  id: string;
  /** What editors call it. */
  name: string;
  /** What the page shows of it; JSON. */
  asSeen: unknown;
}

/**
 * The documents an article shows, each as its readers would see it: what its page does not show of them is not in it.
 * Documents that are gone, or that the site could not show, are left out.
 */
export async function loadShown(payload: Payload, document: PayloadDocument): Promise<Shown[]> {
  const article = unlessUnpublishable(() => toDraftArticle(document));
  if (article === undefined) return [];
  const publication = await loadPublication(payload);
  const found: Shown[] = [];
  for (const { collection, ids, see } of waysOf(article, publication)) {
    for (const row of await loadDocuments(payload, collection, ids)) {
      const seen = unlessUnpublishable(() => see(row));
      if (seen !== undefined) found.push({ collection, id: readReference(row) ?? '', ...seen });
    }
  }
  return found;
}

interface Way {
  collection: ShownCollection;
  ids: readonly string[];
  see: (row: PayloadDocument) => { name: string; asSeen: unknown };
}

const waysOf = (article: Article, publication: Publication): Way[] => [
  { collection: 'media', ids: mediaOf(article), see: (row) => seePicture(article, row) },
  { collection: 'authors', ids: article.authors, see: (row) => nameAlone(toAuthor(row)) },
  {
    collection: 'categories',
    ids: listOf(article.category),
    see: (row) => nameAlone(toNamed(row)),
  },
  { collection: 'series', ids: listOf(article.series), see: (row) => nameAlone(toNamed(row)) },
  {
    collection: 'organisations',
    ids: organisationsOf(article),
    see: (row) => seeOrganisation(article, row, publication),
  },
];

const listOf = (id: string | null) => (id === null ? [] : [id]);

const nameAlone = ({ name }: { name: string }) => ({ name, asSeen: name });

/** At the top a picture is cut around its focal point; in the text it is whole, and may have words of its own there. */
function seePicture(article: Article, row: PayloadDocument) {
  const media = toMedia(row);
  // A new cut, or another credit in it, gives all files new names: the picture itself is known by its own bytes.
  const bytes = row['imageHash'] ?? row['filesize'] ?? null;
  const picture = [media.width, media.height, bytes, media.placeholder];
  const alt = media.decorative ? '' : media.alt;
  const isHero = article.hero === media.id;
  const isPortrait = article.interviewees.some(({ portrait }) => portrait === media.id);
  const places = article.body.filter(isBox).flatMap((box) => {
    if (box.type === 'image' && box.media === media.id)
      return [[box.caption || media.caption, creditOf(media, box.credit)]];
    if (box.type !== 'gallery') return [];
    const own = box.items.filter((item) => item.media === media.id);
    return own.map((item) => [item.caption || media.caption, creditOf(media)]);
  });
  const top = [media.caption, creditOf(media), row['focalX'] ?? null, row['focalY'] ?? null];
  return {
    name: media.alt || media.caption || readText(row['filename']),
    asSeen: [picture, alt, (isHero || isPortrait) && top, places],
  };
}

/** By its name where somebody speaks for it, by its facts in a box, and by what readers must be told. */
function seeOrganisation(article: Article, row: PayloadDocument, publication: Publication) {
  const organisation = toOrganisation(row);
  const { id, name, about, source, checkedAt } = organisation;
  const speaks = article.interviewees.some((person) => person.organisation === id);
  const isExplained = article.body.some(
    (block) => block.type === 'factBox' && block.organisation === id,
  );
  const told = disclosuresOf(article, {
    organisation: (each) => (each === id ? organisation : undefined),
    publication: () => publication,
  });
  return {
    name,
    asSeen: [speaks && name, isExplained && [about, source, checkedAt?.slice(0, 10)], told],
  };
}
