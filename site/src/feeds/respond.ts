const types = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  xml: 'application/xml',
  text: 'text/plain',
} as const;

/** A machine-readable page. */
export const respond = (type: keyof typeof types, body: string) =>
  new Response(body, { headers: { 'content-type': `${types[type]}; charset=utf-8` } });

export const notFound = () => new Response(null, { status: 404 });
