import type { Article } from '../content/model/article.ts';
import type { Organisation, Publication } from '../content/model/documents.ts';
import { text } from './text.ts';

interface Sources {
  organisation: (id: string) => Organisation | undefined;
  publication: () => Publication;
}

/**
 * What a reader must be told about an article: one sentence for each organisation with an interest in
 * the publication that is mentioned, interviewed or explained in a fact box. Never the same one twice.
 */
export function disclosuresOf(article: Article, sources: Sources): string[] {
  const organisations = [...new Set(organisationIds(article))].flatMap(
    (id) => sources.organisation(id) ?? [],
  );
  return organisations.flatMap(({ interest, disclosure, name }) => {
    if (interest === 'none') return [];
    return disclosure.trim() || text.interest(interest, name, sources.publication().name);
  });
}

function organisationIds({ organisations, interviewees, body }: Article): string[] {
  const interviewed = interviewees.flatMap(({ organisation }) => organisation ?? []);
  const explained = body.flatMap((block) =>
    block.type === 'factBox' ? (block.organisation ?? []) : [],
  );
  return [...organisations, ...interviewed, ...explained];
}
