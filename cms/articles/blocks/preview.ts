import type { UIField } from 'payload';

/** What a field names, as the page shows it, above the field. */
export const preview = (
  component: 'PicturePreview' | 'ArticleCard' | 'TablePreview',
  from: string,
): UIField => ({
  name: 'preview',
  type: 'ui',
  admin: {
    disableListColumn: true,
    components: {
      Field: { path: `/articles/fields/${component}#${component}`, clientProps: { from } },
    },
  },
});
