import type { GlobalConfig } from 'payload';
import { isAdmin, isEditor } from '../access.ts';
import { settingsGroup } from '../admin/field-habits.ts';
import { settingsDefaults } from './read-settings.ts';
import { text } from './text.ts';

const words = text.settings;

/** What an administrator may set for the sending itself. */
export const NewsletterSettings: GlobalConfig = {
  slug: 'newsletter-settings',
  label: words.label,
  admin: { hideAPIURL: true, group: text.group },
  access: { read: isEditor, update: isAdmin },
  fields: [
    settingsGroup(words.groups.sender, [
      {
        name: 'domain',
        type: 'ui',
        admin: { components: { Field: '/newsletter/provider/DomainPanel#DomainPanel' } },
      },
    ]),
    settingsGroup(words.groups.limits, [
      {
        name: 'mostPerDay',
        type: 'number',
        label: words.mostPerDay,
        min: 1,
        admin: { description: words.mostPerDayHelp, step: 1 },
      },
      {
        name: 'mostConfirmationsPerHour',
        type: 'number',
        label: words.mostConfirmationsPerHour,
        ...{ min: 1, required: true, defaultValue: settingsDefaults.mostConfirmationsPerHour },
        admin: { description: words.mostConfirmationsPerHourHelp, step: 1 },
      },
      {
        name: 'mostConfirmationsPerNetwork',
        type: 'number',
        label: words.mostConfirmationsPerNetwork,
        ...{ min: 1, required: true, defaultValue: settingsDefaults.mostConfirmationsPerNetwork },
        admin: { description: words.mostConfirmationsPerNetworkHelp, step: 1 },
      },
    ]),
  ],
};
