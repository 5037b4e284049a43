import type { Payload, TypedUser } from 'payload';
import { panelText } from '../../admin/text.ts';

const words = panelText.importing;

interface Props {
  payload: Payload;
  user?: TypedUser;
}

/** Above the list of subscribers: their way in and out as a file. For administrators. */
export function SubscriberFiles({ payload, user }: Props) {
  if (user?.role !== 'admin') return null;
  const { api } = payload.config.routes;
  return (
    <p>
      <a href={`${api}/newsletter/subscribers.csv`} download>
        {words.download}
      </a>
      {' · '}
      <a href={`${api}/newsletter/import`} target="_blank" rel="noreferrer">
        {words.upload}
      </a>
    </p>
  );
}
