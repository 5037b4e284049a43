'use client';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { z } from 'zod';
import { useView } from '../admin/use-view.ts';
import panel from '../shared/Panel.module.css';
import { text } from './text.ts';
import { usesSchema } from './uses-schema.ts';

const words = text;
const schema = z.object({ uses: usesSchema });
const pauseAfter = () => 60_000;

/** Where the document is shown. A `ui` field of pictures and of what articles point at. */
export function UsesPanel() {
  const { id, collectionSlug } = useDocumentInfo();
  const { config } = useConfig();
  const { api, admin } = config.routes;
  // Of several pictures that are being uploaded none has one yet.
  const url =
    id === undefined || id === null
      ? null
      : `${api}/desk/uses/${String(collectionSlug)}/${String(id)}`;
  const view = useView(url, schema, pauseAfter);
  if (view === null) return null;
  return (
    <section className={panel['panel']} aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      {view === 'unavailable' && <p role="alert">{words.unavailable}</p>}
      {typeof view === 'object' && view.uses.length === 0 && (
        <p className={panel['quiet']}>{words.nowhere}</p>
      )}
      {typeof view === 'object' && view.uses.length > 0 && (
        <ul className={panel['list']}>
          {view.uses.map(({ collection, id: used, title, isPublished }) => (
            <li key={collection + used}>
              <a href={`${admin}/collections/${collection}/${used}`}>{title}</a>
              {!isPublished && <span className={panel['quiet']}> {words.draft}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
