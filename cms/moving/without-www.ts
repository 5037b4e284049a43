/** A host however it was written: sites answer with and without `www.`. */
export const withoutWww = (host: string): string => host.replace(/^www\./, '');
