'use client';
import { text } from '../admin/text.ts';

/** Shown in place of a page that broke, or of which a part did not come: Next's own says it in English. */
export default function GlobalError() {
  return (
    <html lang="nb" style={{ colorScheme: 'light dark' }}>
      <body>
        <title>{text.broken.title}</title>
        <main
          style={{
            ...{ maxWidth: '32rem', margin: '15vh auto', padding: '0 1.5rem' },
            ...{ fontFamily: 'system-ui, sans-serif', lineHeight: 1.5 },
          }}
        >
          <h1>{text.broken.title}</h1>
          <p>{text.broken.lead}</p>
          <button
            type="button"
            style={{ padding: '0.5rem 1rem', font: 'inherit' }}
            onClick={() => window.location.reload()}
          >
            {text.broken.reload}
          </button>
        </main>
      </body>
    </html>
  );
}
