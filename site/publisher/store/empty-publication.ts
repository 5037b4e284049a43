import type { Publication } from '../../../content/model/documents.ts';

/** The masthead before the CMS has told us anything. */
export const emptyPublication: Publication = {
  id: 'publication',
  name: 'Kundefront',
  tagline: '',
  owner: '',
  orgNumber: '',
  responsibleEditor: '',
  address: '',
  email: '',
  phone: '',
  socialLinks: [],
  notice: '',
};
