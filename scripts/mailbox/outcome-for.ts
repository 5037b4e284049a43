import { addressKey } from './api/address.ts';
import type { AcceptedMail } from './mail.ts';

export type Outcome = 'delivered' | 'bounced' | 'complained' | 'suppressed';

/**
 * What becomes of a mail at an address: suppressed ones are never tried, `bounced@`, `complained@` and
 * `suppressed@resend.dev` (with any `+label`) do as they are called, everybody else gets it.
 */
export function outcomeFor(mail: AcceptedMail, address: string): Outcome {
  const key = addressKey(address);
  if (mail.suppressedTo.includes(key)) return 'suppressed';
  const name = /^(bounced|complained|suppressed)(?:\+[^@]*)?@resend\.dev$/.exec(key)?.[1];
  switch (name) {
    case 'bounced':
    case 'complained':
    case 'suppressed':
      return name;
    default:
      return 'delivered';
  }
}
