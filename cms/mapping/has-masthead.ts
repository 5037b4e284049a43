import { readText, type PayloadDocument } from './read-document.ts';

/** Whether a publication says who owns it and who answers for it (medieansvarsloven §§ 4–5). */
export const hasMasthead = (publication: PayloadDocument): boolean =>
  readText(publication['owner']) !== '' && readText(publication['responsibleEditor']) !== '';
