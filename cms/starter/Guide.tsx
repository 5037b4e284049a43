import type { Payload, TypedUser } from 'payload';
import styles from './Guide.module.css';
import { findStarter } from './remove-starter.ts';
import { RemoveStarter } from './RemoveStarter.tsx';
import { text } from './text.ts';

const words = text;

interface Props {
  payload: Payload;
  user?: TypedUser;
}

/** The first steps, for an administrator, until the examples are gone. */
export async function Guide({ payload, user }: Props) {
  if (user?.role !== 'admin' || (await findStarter(payload)).length === 0) return null;
  const { admin, api } = payload.config.routes;
  return (
    <section className={styles['guide']}>
      <h2 className={styles['title']}>{words.title}</h2>
      <ol>
        <li>
          <a href={`${admin}/globals/publication`}>{words.masthead}</a> {words.mastheadWhy}
        </li>
        <li>
          <a href={`${admin}/collections/users/create`}>{words.people}</a> {words.peopleWhy}
        </li>
        <li>
          <a href={`${admin}/collections/articles/create`}>{words.write}</a> {words.writeWhy}
        </li>
        <li>
          {words.removeWhy} <RemoveStarter url={`${api}/desk/starter/remove`} />
        </li>
      </ol>
    </section>
  );
}
