import type { Payload, TypedUser } from 'payload';
import { readFirstSteps } from './first-steps.ts';
import styles from './Guide.module.css';
import { HideGuide } from './HideGuide.tsx';
import { RemoveStarter } from './RemoveStarter.tsx';
import { text } from './text.ts';

const words = text;

interface Props {
  payload: Payload;
  user?: TypedUser;
}

/** The first steps, for an administrator, each ticked off when it is taken, until all are or somebody puts them away. */
export async function Guide({ payload, user }: Props) {
  const steps = user?.role === 'admin' ? await readFirstSteps(payload) : undefined;
  if (steps === undefined) return null;
  const { admin, api } = payload.config.routes;
  return (
    <section className={styles['guide']}>
      <h2 className={styles['title']}>{words.title}</h2>
      <ol>
        <Step isDone={steps.masthead}>
          <a href={`${admin}/globals/publication`}>{words.masthead}</a> {words.mastheadWhy}
        </Step>
        <Step isDone={steps.people}>
          <a href={`${admin}/collections/users/create`}>{words.people}</a> {words.peopleWhy}
        </Step>
        <Step isDone={steps.article}>
          <a href={`${admin}/collections/articles/create`}>{words.write}</a> {words.writeWhy}
        </Step>
        <Step isDone={steps.examplesRemoved}>
          {steps.examplesRemoved ? words.examplesRemoved : words.removeWhy}{' '}
          {!steps.examplesRemoved && <RemoveStarter url={`${api}/desk/starter/remove`} />}
        </Step>
      </ol>
      {steps.examplesRemoved && <HideGuide url={`${api}/desk/guide/hide`} />}
    </section>
  );
}

const Step = ({ isDone, children }: { isDone: boolean; children: React.ReactNode }) => (
  <li data-done={isDone}>
    {children}
    {isDone && <strong> {words.done}</strong>}
  </li>
);
