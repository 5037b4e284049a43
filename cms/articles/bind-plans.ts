import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { roleOf } from '../access.ts';
import { bindPlan, waitingPlans } from './plans.ts';
import { keepVersion, newestVersion } from './saves.ts';
import { savingText } from './text.ts';

/**
 * What an editor planned is what she approved. Before a writer's change of the article is written, its plans are
 * bound to the version that is the newest; from then on the change waits as a draft, whoever goes on with it.
 */
export const bindPlans: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (roleOf(req) !== 'writer' || originalDoc?.id === undefined) return data;
  const id = String(originalDoc.id);
  const unbound = (await waitingPlans(req.payload, id)).filter(
    ({ approvedVersion }) => approvedVersion === undefined,
  );
  if (unbound.length === 0) return data;
  const approved = await newestVersion(req, id);
  if (approved === undefined) throw new Error(`article ${id} is planned and has no version`);
  await keepVersion(req.payload, approved);
  for (const plan of unbound) {
    await bindPlan(req.payload, plan, String(approved.id));
  }
  return data;
};

/** A picture is not versioned: a writer may not change one that an approved article will show. */
export const keepPlannedPicture: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || roleOf(req) !== 'writer') return data;
  const id = String(originalDoc?.id);
  for (const plan of await waitingPlans(req.payload)) {
    const { docs } = await req.payload.db.findVersions({
      collection: 'articles',
      where: {
        and: [
          { parent: { equals: plan.article } },
          plan.approvedVersion === undefined
            ? { latest: { equals: true } }
            : { id: { equals: plan.approvedVersion } },
        ],
      },
      limit: 1,
      pagination: false,
    });
    // Ids are long and random: where one is found, in a field or in the text, it is meant.
    if (JSON.stringify(docs[0]?.version ?? {}).includes(id))
      throw new APIError(savingText.plannedPicture, 403, null, true);
  }
  return data;
};
