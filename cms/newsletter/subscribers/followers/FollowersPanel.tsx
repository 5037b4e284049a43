'use client';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useView } from '../../../admin/use-view.ts';
import panel from '../../../shared/Panel.module.css';
import { panelText } from '../../admin/text.ts';
import { followersSchema } from './followers.ts';

const words = panelText.followers;
const pauseAfter = () => 60_000;

/** How many follow the series, and what becomes of them when it is deleted: told before, not after. */
export function FollowersPanel() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const url = id === undefined ? null : `${config.routes.api}/newsletter/followers/${String(id)}`;
  const view = useView(url, followersSchema, pauseAfter);
  if (view === null || view === 'loading') return null;
  return (
    <section className={panel['panel']} aria-label={words.title}>
      <h2 className={panel['title']}>{words.title}</h2>
      {view === 'unavailable' ? (
        <p role="alert">{words.unavailable}</p>
      ) : (
        <>
          <p className={panel['sentence']}>{words.count(view.followers)}</p>
          {view.followers > 0 && (
            <p className={panel['quiet']}>{words.whenDeleted(view.onlyThis)}</p>
          )}
        </>
      )}
    </section>
  );
}
