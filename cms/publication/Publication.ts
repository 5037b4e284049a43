import type { GlobalConfig } from 'payload';
import { anyone, isEditor } from '../access.ts';
import { linkRows } from '../shared/link-rows.ts';
import { settingsGroup } from '../admin/field-habits.ts';
import { pingAfterGlobalChange } from '../delivery-feed/notify-publisher.ts';
import { text } from '../text.ts';
import { text as own } from './text.ts';

const words = own.publication;

/** The masthead: who publishes and who answers for it (medieansvarsloven §§ 4–5). */
export const Publication: GlobalConfig = {
  slug: 'publication',
  label: words.label,
  admin: { hideAPIURL: true, group: text.groups.system },
  access: { read: anyone, update: isEditor },
  hooks: { afterChange: [pingAfterGlobalChange] },
  fields: [
    settingsGroup(words.groups.paper, [
      { name: 'name', type: 'text', label: words.name, required: true, defaultValue: 'Kundefront' },
      { name: 'tagline', type: 'text', label: words.tagline },
      {
        name: 'notice',
        type: 'text',
        label: words.notice,
        admin: { description: words.noticeHelp },
      },
    ]),
    settingsGroup(words.groups.answers, [
      { name: 'owner', type: 'text', label: words.owner },
      { name: 'orgNumber', type: 'text', label: words.orgNumber },
      { name: 'responsibleEditor', type: 'text', label: words.responsibleEditor },
    ]),
    settingsGroup(words.groups.contact, [
      { name: 'address', type: 'textarea', label: words.address },
      { name: 'email', type: 'email', label: words.email },
      { name: 'phone', type: 'text', label: words.phone },
      linkRows('socialLinks', words.socialLinks),
    ]),
  ],
};
