import type { CmsBox } from './cms-box.ts';

export const newsletterSignup: CmsBox<'newsletterSignup'> = {
  labels: { singular: 'Påmelding til nyhetsbrev', plural: 'Påmelding til nyhetsbrev' },
  position: 6,
  fields: () => [],
  toModel: () => ({ type: 'newsletterSignup' }),
};
