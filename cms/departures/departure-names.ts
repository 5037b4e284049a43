import { sign as signAs } from '../shared/sign.ts';

/** Names somebody who has or had an address, lower case, among the departures. */
export const nameOfAddress = (address: string): string => sign('address', address);

/** Names an account by its id. */
export const nameOfAccount = (id: string): string => sign('account', id);

/** Tells with which secret the names were made. */
export const departuresKey = (): string => sign('key', '').slice(0, 16);

const sign = (purpose: string, value: string) => signAs(`departures/${purpose}`, value);
