import { escapeHtml } from '../escape-html.ts';

/** Characters that XML 1.0 forbids, escaped or not: most controls, lone surrogates, U+FFFE and U+FFFF. */
const forbidden =
  // eslint-disable-next-line no-control-regex -- naming them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without the characters XML forbids. */
export const allowedInXml = (source: string) => source.replace(forbidden, '');

/** Text for element content and attributes of an XML document. */
export const escapeXml = (source: string) => escapeHtml(allowedInXml(source));

/** `<name>text</name>`, escaped; nothing when the text is empty or missing. */
export const element = (name: string, content: string | null | undefined) =>
  content ? `<${name}>${escapeXml(content)}</${name}>` : '';
