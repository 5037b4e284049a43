import type { Payload } from 'payload';
import { RecentCount } from '../../limits/recent-count.ts';
import { readSettings, type Settings } from '../read-settings.ts';
import { confirmationShare, startOfDay } from '../sending/daily-cap.ts';
import {
  confirmationsPerNetwork,
  countConfirmationsOf,
  countConfirmationsSince,
  countWaitingConfirmations,
  countWaitingOf,
  dropNetworksBefore,
} from '../store/confirmations.ts';

/** How many confirmation mails may leave now. Below 0 when two processes took the last place at once. */
export interface ConfirmationRoom {
  free: number;
  /** What is left for a network, as its keyed hash; only those that had a mail within the hour. */
  freeOfNetworks: ReadonlyMap<string, number>;
  settings: Settings;
}

const hourAgo = () => new Date(Date.now() - 3_600_000);

/** Counts what left within the hour and today; state is compared, so any number of processes agree. */
export async function readConfirmationRoom(payload: Payload): Promise<ConfirmationRoom> {
  const settings = await readSettings(payload);
  const { mostPerDay, mostConfirmationsPerHour, mostConfirmationsPerNetwork } = settings;
  const sent = await countConfirmationsSince(payload, hourAgo());
  const today =
    mostPerDay === null ? 0 : await countConfirmationsSince(payload, startOfDay(new Date()));
  const perNetwork = await confirmationsPerNetwork(payload, hourAgo());
  return {
    free: Math.min(
      mostConfirmationsPerHour - sent,
      mostPerDay === null ? Infinity : confirmationShare(mostPerDay) - today,
    ),
    freeOfNetworks: new Map(
      [...perNetwork].map(([network, count]) => [network, mostConfirmationsPerNetwork - count]),
    ),
    settings,
  };
}

/** The networks that have had their share of the hour. */
export const fullNetworks = ({ freeOfNetworks }: ConfirmationRoom): string[] =>
  [...freeOfNetworks].filter(([, free]) => free <= 0).map(([network]) => network);

/** Requests of the hour, whoever they are for: what the page says must not tell whether an address is known. */
const requests = new RecentCount({ id: 'confirmations', windowSeconds: 3600 });

/**
 * Whether one more request has to wait, for what the page says. By what is sent and waits, and by what was asked for:
 * known addresses, which get no mail, count for this like the others.
 */
export async function wouldQueue(payload: Payload, network: string | null): Promise<boolean> {
  // In this order a mail that leaves meanwhile is counted twice rather than not at all.
  const waiting = await countWaitingConfirmations(payload);
  const room = await readConfirmationRoom(payload);
  const { mostConfirmationsPerHour, mostConfirmationsPerNetwork } = room.settings;
  const isBusy = requests.add('all') > mostConfirmationsPerHour;
  const isBusyNetwork = network !== null && requests.add(network) > mostConfirmationsPerNetwork;
  if (isBusy || isBusyNetwork) return true;
  // Those of a network that has had its share wait for that, and are in nobody else's way.
  const apart = await countWaitingOf(payload, fullNetworks(room));
  if (room.free - (waiting - apart) <= 0) return true;
  if (network === null) return false;
  return (await countConfirmationsOf(payload, network, hourAgo())) >= mostConfirmationsPerNetwork;
}

/** Undefined while nothing is held back; else how many wait. */
export async function heldConfirmations(payload: Payload): Promise<number | undefined> {
  const room = await readConfirmationRoom(payload);
  if (room.free > 0 && fullNetworks(room).length === 0) return undefined;
  return countWaitingConfirmations(payload);
}

/** A network is known for as long as it counts. */
export const forgetNetworks = (payload: Payload) => dropNetworksBefore(payload, hourAgo());
