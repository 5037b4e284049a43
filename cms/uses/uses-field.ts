import type { UIField } from 'payload';

/** «Brukt i», beside the fields. */
export const usesField: UIField = {
  name: 'uses',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/uses/UsesPanel#UsesPanel' },
  },
};
