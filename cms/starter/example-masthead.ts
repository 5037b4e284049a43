import type { Payload } from 'payload';
import {
  findStarter,
  mastheadRecord,
  wasRewritten,
  type StarterDocument,
} from './remove-starter.ts';

/** The starter publication's owner and responsible editor, as long as nobody has written others. */
export async function findExampleMasthead(payload: Payload): Promise<StarterDocument | undefined> {
  const brought = (await findStarter(payload)).find(({ id }) => id === mastheadRecord);
  return brought === undefined || (await wasRewritten(payload, brought)) ? undefined : brought;
}
