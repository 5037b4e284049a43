import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  createServerFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import type { Block, RichTextFieldValidation } from 'payload';
import { richText } from 'payload/shared';
import { z } from 'zod';
import { UnpublishableError } from '../../mapping/unpublishable-error.ts';
import { toBlocks } from '../../mapping/to-blocks.ts';
import { text } from '../../text.ts';
import { isSafeLink } from '../../shared/link-rows.ts';

const WritingFeature = createServerFeature({
  key: 'writing',
  feature: { ClientFeature: '/writing/writing-feature#WritingFeatureClient' },
});

/** What running text may hold, everywhere: see `content/model/blocks/rich-text.ts`. */
const runningText = () => [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  IndentFeature(),
  BlockquoteFeature(),
  HorizontalRuleFeature(),
  LinkFeature({
    enabledCollections: ['articles'],
    fields: ({ defaultFields }) =>
      defaultFields.map((field) =>
        'name' in field && field.name === 'url' && field.type === 'text'
          ? { ...field, validate: validateUrl }
          : field,
      ),
  }),
  WritingFeature(),
  InlineToolbarFeature(),
];

function validateUrl(
  value: unknown,
  { siblingData }: { siblingData: { linkType?: string } },
): true | string {
  return siblingData.linkType === 'internal' || isSafeLink(value) || text.problems.linkScheme;
}

/** Inside fact boxes and answers: no boxes in boxes. */
export const smallEditor = () =>
  lexicalEditor({ features: runningText(), admin: { hideGutter: true } });

/** The body of an article. */
export const bodyEditor = (blocks: Block[]) =>
  lexicalEditor({ features: [...runningText(), FixedToolbarFeature(), BlocksFeature({ blocks })] });

const bodySchema = z.object({
  root: z.object({ children: z.array(z.object({ type: z.string() })) }),
});

/** The editor's own rules, and before them that the site can show it: over REST the body may be any JSON. */
export const assertShowable: RichTextFieldValidation = (value, options) => {
  if (value !== null && value !== undefined && !isShowable(value))
    return text.problems.bodyUnshowable;
  return richText(value, options);
};

function isShowable(value: unknown): boolean {
  if (!bodySchema.safeParse(value).success) return false;
  try {
    toBlocks(value);
    return true;
  } catch (error) {
    if (error instanceof UnpublishableError) return false;
    throw error;
  }
}
