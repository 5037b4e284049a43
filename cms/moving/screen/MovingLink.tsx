import type { Payload, TypedUser } from 'payload';
import { text as words } from './text.ts';

interface Props {
  payload: Payload;
  user?: TypedUser;
}

/** In the menu, for administrators: where an archive is brought in. */
export function MovingLink({ payload, user }: Props) {
  if (user?.role !== 'admin') return null;
  return (
    <a className="nav__link" href={`${payload.config.routes.api}/moving/screen`}>
      <span className="nav__link-label">{words.nav}</span>
    </a>
  );
}
