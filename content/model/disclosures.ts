import type { Article } from './article.ts';
import { organisationsIn } from './blocks/blocks.ts';
import type { Organisation, Publication } from './documents.ts';
import { text } from './text.ts';

interface Sources {
  organisation: (id: string) => Organisation | undefined;
  publication: () => Publication;
}

/**
 * What a reader must be told about an article: one sentence for each organisation with an interest in
 * the publication that is mentioned, interviewed or explained in a fact box. Each gives one sentence.
 */
export function disclosuresOf(article: Article, sources: Sources): string[] {
  const organisations = organisationsOf(article).flatMap((id) => sources.organisation(id) ?? []);
  return organisations.flatMap(({ interest, disclosure, name }) => {
    if (interest === 'none') return [];
    return disclosure.trim() || text.interest(interest, name, sources.publication().name);
  });
}

/** Ids of the organisations that are mentioned, interviewed or explained, each once. */
export function organisationsOf({ organisations, interviewees, body }: Article): string[] {
  const interviewed = interviewees.flatMap(({ organisation }) => organisation ?? []);
  return [...new Set([...organisations, ...interviewed, ...organisationsIn(body)])];
}
