import { escapeHtml } from '../../../content/model/markup.ts';

/** Characters that XML 1.0 forbids, escaped or not. Lone surrogates are the other half of the rule. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text without the characters XML forbids; half a surrogate pair becomes U+FFFD. */
const allowedInXml = (source: string) => source.toWellFormed().replace(forbidden, '');

/** Text for element content and attributes of an XML document. Most need no escaping, and cost one look. */
export const escapeXml = (source: string) =>
  /^[\w ./:+-]*$/.test(source) ? source : escapeHtml(allowedInXml(source));

/** `<name>text</name>`, escaped; nothing when the text is empty or missing. */
export const element = (name: string, content: string | null | undefined) =>
  content ? `<${name}>${escapeXml(content)}</${name}>` : '';

/** `<name>` with HTML in it, as character data: what feed readers expect. */
export const htmlElement = (name: string, html: string, attributes = '') =>
  `<${name}${attributes}><![CDATA[${allowedInXml(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
