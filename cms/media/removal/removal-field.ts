import type { UIField } from 'payload';

/** «Fjern fra alt», below «Brukt i». */
export const removalField: UIField = {
  name: 'removal',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/media/removal/RemovePanel#RemovePanel' },
  },
};
