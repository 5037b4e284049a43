import { z } from 'zod';
import { markup, trusted, type Markup } from '../../../content/model/markup.ts';

/** Who the mail is from, as the law wants it in every mail (e-handelsloven § 8, medieansvarsloven § 5). */
export const sender = z.object({
  name: z.string(),
  responsibleEditor: z.string(),
  address: z.string(),
  /** A sentence shown while the publication is an example; usually empty. */
  notice: z.string(),
  siteUrl: z.string(),
});
export type Sender = z.infer<typeof sender>;

/** Colours of the publication in light; the style sheet below darkens them where mail readers allow it. */
const colour = {
  paper: '#FAF6EF',
  ink: '#14191F',
  quiet: '#565C64',
  line: '#DED5C5',
  spruce: '#0C5A49',
} as const;

const sans = "'Schibsted Grotesk',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const serif = "Newsreader,Georgia,'Times New Roman',serif";

const styles = trusted(`
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{color:${colour.spruce}}
@media (max-width:620px){.sheet{padding-left:20px!important;padding-right:20px!important}h1{font-size:28px!important}}
@media (prefers-color-scheme:dark){
body,.paper{background:#191714!important}
.ink{color:#ECE7DD!important}.quiet{color:#ABA598!important}.line{border-color:#474239!important}
a,.signal{color:#7FCDB6!important}.button{background:#7FCDB6!important}.button a{color:#14191F!important}}
[data-ogsc] .ink{color:#ECE7DD!important}[data-ogsc] .quiet{color:#ABA598!important}
`);

/**
 * Outlook draws with Word: it knows no max-width, so a table of 600 px stands around the sheet, and it takes
 * Times for a first font that it does not have.
 */
const outlook = {
  styles: trusted(
    "<!--[if mso]><style>a,span,h1,h2,td,.signal,.quiet{font-family:'Segoe UI',Arial,sans-serif!important}p.ink{font-family:Georgia,serif!important}</style><![endif]-->",
  ),
  before: trusted(
    '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  ),
  after: trusted('<!--[if mso]></td></tr></table><![endif]-->'),
};

const masthead = trusted(`font:700 20px/1.2 ${sans};color:${colour.ink};text-decoration:none`);
const wordmark = ({ name }: Sender) =>
  markup`<span class="signal" style="color:${colour.spruce}">«</span>${name}<span class="signal" style="color:${colour.spruce}">»</span>`;

/** The sheet every mail is printed on: tables and inline styles, because that is what Outlook reads. */
export function layout(letter: {
  title: string;
  preheader: string;
  sender: Sender;
  body: Markup;
  footer: Markup;
  /** Without, the only link is the one in the body: nobody confirms by pressing the wrong one. */
  linksHome?: boolean;
}): string {
  const { title, preheader, sender, body, footer, linksHome = true } = letter;
  return markup`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<title>${title}</title>
<style>${styles}</style>
${outlook.styles}
</head>
<body class="paper" style="margin:0;padding:0;background:${colour.paper};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preheader}${trusted('&#8199;&#847; '.repeat(60))}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${colour.paper}">
<tr><td align="center" style="padding:24px 0">
${outlook.before}
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td class="sheet line" style="padding:0 32px 16px;border-bottom:1px solid ${colour.line}">
${linksHome ? markup`<a href="${sender.siteUrl}/" class="ink" style="${masthead}">${wordmark(sender)}</a>` : markup`<span class="ink" style="${masthead}">${wordmark(sender)}</span>`}
</td></tr>
<tr><td class="sheet" style="padding:24px 32px 32px">${body}</td></tr>
<tr><td class="sheet line quiet" style="padding:20px 32px;border-top:1px solid ${colour.line};font:14px/1.55 ${trusted(sans)};color:${colour.quiet}">${footer}</td></tr>
</table>
${outlook.after}
</td></tr>
</table>
</body>
</html>
`.html;
}

/** A button that stays a button in Outlook: a coloured cell with a link in it. */
export const button = (label: string, href: string) => markup`
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 0"><tr>
<td class="button" bgcolor="${colour.spruce}" style="background:${colour.spruce};border-radius:2px">
<a href="${href}" style="display:inline-block;padding:14px 26px;font:700 17px/1 ${trusted(sans)};color:#FDFBF7;text-decoration:none">${label}</a>
</td></tr></table>`;

export const paragraph = (content: string | Markup) =>
  markup`<p class="ink" style="margin:0 0 16px;font:19px/1.5 ${trusted(serif)};color:${colour.ink}">${content}</p>`;

/** The line above a headline: what kind of story this is. */
export const kicker = (content: string) =>
  markup`<p class="signal" style="margin:0 0 8px;font:700 15px/1.3 ${trusted(sans)};color:${colour.spruce}">${content}</p>`;

/** A headline in a list of stories. */
export const subheading = (content: string, href: string) =>
  markup`<h2 style="margin:0 0 8px;font:700 22px/1.2 ${trusted(sans)}"><a href="${href}" class="ink" style="color:${colour.ink};text-decoration:none">${content}</a></h2>`;

export const heading = (content: string) =>
  markup`<h1 class="ink" style="margin:0 0 14px;font:700 32px/1.15 ${trusted(sans)};color:${colour.ink}">${content}</h1>`;

export const smallPrint = (content: string | Markup) =>
  markup`<p class="quiet" style="margin:0 0 10px;font:14px/1.5 ${trusted(sans)};color:${colour.quiet}">${content}</p>`;
