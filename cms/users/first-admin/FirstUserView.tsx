import { CreateFirstUserView } from '@payloadcms/next/views';
import type { AdminViewServerProps } from 'payload';
import { readEnvironment } from '../../environment.ts';
import { text } from '../text.ts';
import { offersFirstUser } from './offers-first-user.ts';

/** Payload's form for the first user, where there is to be one; elsewhere what to do instead. */
export function FirstUserView(props: AdminViewServerProps) {
  if (offersFirstUser(readEnvironment())) return <CreateFirstUserView {...props} />;
  return (
    <div className="create-first-user">
      <h1>{text.noFirstUserHere.title}</h1>
      <p>{text.noFirstUserHere.sentence}</p>
    </div>
  );
}
