import type { CollectionBeforeChangeHook, RequestContext } from 'payload';

/** An article that is brought here from an archive, as it was there. */
interface Arrival {
  /** When it was last changed there, ISO 8601 UTC. */
  modifiedAt: string;
  /** Names what the archive says of it: another source, another text. */
  source: string;
}

const key = 'arrival';

export const asArrival = (arrival: Arrival): RequestContext => ({ [key]: arrival });

/** Undefined for what is written here. */
export const arrivalOf = (context: RequestContext): Arrival | undefined =>
  // why: `asArrival` alone writes it.
  context[key] as Arrival | undefined;

/** In the very write that brings it: whoever saves it afterwards has made it this newsroom's own. */
export const noteArrival: CollectionBeforeChangeHook = ({ context, data }) => ({
  ...data,
  arrival: { source: arrivalOf(context)?.source ?? null },
});
