import { readOptionalText, readText } from '../../mapping/read-document.ts';
import type { CmsBox } from './cms-box.ts';

export const pullQuote: CmsBox<'pullQuote'> = {
  labels: { singular: 'Uthevet sitat', plural: 'Uthevede sitater' },
  position: 1,
  fields: () => [
    { name: 'quote', type: 'textarea', label: 'Sitat', required: true },
    { name: 'attribution', type: 'text', label: 'Hvem sier det' },
  ],
  toModel: (fields) => {
    const quote = unquoted(readText(fields['quote']));
    const attribution = readOptionalText(fields['attribution']);
    return quote === '' ? null : { type: 'pullQuote', quote, ...(attribution && { attribution }) };
  },
};

/** Without marks around the whole of it, which somebody typed: the page draws its own. Those within stay. */
export const unquoted = (quote: string): string =>
  /^\s*[«"“„](?<inner>[^«»"“”„]*(?:«[^«»]*»[^«»"“”„]*)*)[»"”“]\s*$/
    .exec(quote)
    ?.groups?.['inner']?.trim() ?? quote;
