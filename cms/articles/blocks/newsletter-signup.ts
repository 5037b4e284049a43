import type { CmsBox } from './cms-box.ts';

export const newsletterSignup: CmsBox<'newsletterSignup'> = {
  labels: { singular: 'Påmelding til nyhetsbrevet', plural: 'Påmelding til nyhetsbrevet' },
  position: 6,
  fields: () => [],
  toModel: () => ({ type: 'newsletterSignup' }),
};
