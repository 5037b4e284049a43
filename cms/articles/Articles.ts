import type { CollectionConfig } from 'payload';
import { articlePath } from '../../content/model/urls.ts';
import { closeFailedPlans } from './plans/bind-plans.ts';
import { begun } from './saves/begun.ts';
import { keepReplaced, noteSave, refuseStale } from './saves/guard-saves.ts';
import { createArticle, isEditor, isLoggedIn, readPublished, updateArticle } from '../access.ts';
import { logDeletion, logRelease } from '../log/write-log.ts';
import { articleSidebar } from './fields/article-sidebar.ts';
import { articleText } from './fields/article-text.ts';
import { linkById } from './fields/link-by-id.ts';
import { assertReadable } from './saves/assert-readable.ts';
import { explainRefusal } from './explain-refusal.ts';
import { keepSlug } from '../slugs/keep-slug.ts';
import { hideMediaOfArticle, showMediaOfArticle } from '../media/show-media.ts';
import { decideAlert } from './releases/decide-alert.ts';
import { noteArrival } from './releases/arrival.ts';
import { stampRelease } from './releases/stamp-release.ts';
import {
  pingAfterChange,
  pingAfterDelete,
  tombstoneBeforeDelete,
} from '../delivery-feed/notify-publisher.ts';
import { previewUrl } from './preview/preview-url.ts';
import { text } from '../text.ts';
import { restoreVersion } from './restore-version.ts';

const words = text.articles;
const preview = ({ id }: Record<string, unknown>) =>
  typeof id === 'string' ? previewUrl(id) : null;

/**
 * What editors write: `fields/article-text.ts`, and beside it `fields/article-sidebar.ts`. The published shape
 * is `content/model/article.ts`.
 */
export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.groups.editorial,
    hideAPIURL: true,
    useAsTitle: 'title',
    baseFilter: () => begun,
    defaultColumns: ['title', 'kind', '_status', 'publishedAt', 'authors'],
    listSearchableFields: ['title', 'lead', 'slug'],
    components: {
      beforeListTable: [
        '/articles/unpublish/BulkActs#BulkActs',
        '/articles/releases/ArrivalsToSee#ArrivalsToSee',
      ],
      edit: {
        beforeDocumentControls: ['/newsletter/article-mail/MailCount#MailCount'],
        PublishButton: '/articles/releases/PublishButton#PublishButton',
        UnpublishButton: '/articles/unpublish/UnpublishButton#UnpublishButton',
      },
    },
    preview,
    livePreview: {
      url: ({ data }) => preview(data),
      breakpoints: [
        { name: 'phone', label: text.preview.phone, width: 390, height: 844 },
        { name: 'desktop', label: text.preview.desktop, width: 1280, height: 900 },
      ],
    },
  },
  access: {
    read: readPublished,
    readVersions: isLoggedIn,
    create: createArticle,
    update: updateArticle,
    delete: isEditor,
  },
  defaultSort: '-updatedAt',
  // Who else is there is told, and what both write is merged: see `saves/use-merging.ts`.
  lockDocuments: false,
  endpoints: [restoreVersion],
  versions: {
    maxPerDoc: 50,
    drafts: { autosave: { interval: 2000 }, schedulePublish: { timeFormat: 'HH:mm' } },
  },
  hooks: {
    beforeOperation: [noteSave],
    beforeValidate: [
      refuseStale,
      assertReadable,
      linkById,
      keepSlug({ collection: 'articles', from: 'title', toPath: articlePath }),
    ],
    beforeChange: [decideAlert, stampRelease, noteArrival, keepReplaced],
    afterChange: [showMediaOfArticle, closeFailedPlans, logRelease, pingAfterChange],
    beforeDelete: [tombstoneBeforeDelete],
    afterDelete: [hideMediaOfArticle, logDeletion, pingAfterDelete],
    afterError: [explainRefusal],
  },
  fields: [...articleText, ...articleSidebar],
};
