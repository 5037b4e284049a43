import { markup, type Markup } from '../../../content/model/markup.ts';
import { text } from './text.ts';

/** The frame around every page of the mailbox. */
export function page(options: { title?: string; body: Markup; refreshes?: boolean }): string {
  const { title, body, refreshes = false } = options;
  const head = title === undefined ? text.name : `${title} – ${text.name}`;
  return markup`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${head}</title>
${refreshes ? markup`<meta http-equiv="refresh" content="5">` : ''}
<link rel="stylesheet" href="/mailbox.css">
</head>
<body>
<header><p class="name"><a href="/">${text.name}</a></p></header>
<main>
${body}
</main>
</body>
</html>`.html;
}
