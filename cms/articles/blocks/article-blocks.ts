import type { Block, UIField } from 'payload';
import { smallEditor } from '../fields/rich-text.ts';
import { cmsBoxes } from './registry.ts';

/** Lays what is typed in a box into the text. */
const keep: UIField = {
  ...{ name: 'keep', type: 'ui' },
  admin: { disableListColumn: true, components: { Field: '/writing/boxes/KeepBox#KeepBox' } },
};

/** The boxes of an article's body as Payload has them, in the order of the editor's menu. */
export const articleBlocks: Block[] = Object.entries(cmsBoxes)
  .toSorted(([, a], [, b]) => a.position - b.position)
  .map(([slug, { labels, fields }]) => ({
    slug,
    labels,
    fields: [...fields({ runningText: smallEditor() }), keep],
    // A box has no name of its own: what it is called stands on it.
    admin: { disableBlockName: true },
  }));
