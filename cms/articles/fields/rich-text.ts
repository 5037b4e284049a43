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
  TextStateFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import type { Block, Field, RichTextFieldValidation } from 'payload';
import { richText } from 'payload/shared';
import { z } from 'zod';
import { languages } from '../../../content/model/blocks/rich-text.ts';
import { mendAddress } from '../../../content/model/mend-address.ts';
import { UnpublishableError } from '../../mapping/unpublishable-error.ts';
import { unfinishedLinks, type LinkNode } from '../../mapping/link-nodes.ts';
import { readGroup, readText } from '../../mapping/read-document.ts';
import { toBlocks } from '../../mapping/to-blocks.ts';
import { explainBox } from '../checklist/explain-problem.ts';
import { text } from '../../text.ts';
import { isSafeLink } from '../../shared/link-rows.ts';

const WritingFeature = createServerFeature({
  key: 'writing',
  feature: { ClientFeature: '/writing/writing-feature#WritingFeatureClient' },
});

/** A passage in another language is told to ears, and seen while it is written. */
const languageMarks = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      label: text.languages[language],
      css: { 'text-decoration': 'underline dotted', 'text-underline-offset': '3px' } as const,
    },
  ]),
);

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
    fields: ({ defaultFields }) => [
      ...defaultFields.map((field) =>
        'name' in field && field.name === 'url' && field.type === 'text'
          ? // Payload's own hook writes what it takes for no address as %40 and %20.
            { ...field, validate: validateUrl, hooks: { beforeChange: [mendUrl] } }
          : field,
      ),
      placeField,
    ],
  }),
  TextStateFeature({ state: { lang: languageMarks } }),
  WritingFeature(),
  InlineToolbarFeature(),
];

/** Shown where a link has one: it was pasted with the address. */
const placeField: Field = {
  name: 'fragment',
  type: 'text',
  label: text.linkPlace,
  admin: {
    condition: (_, { linkType, fragment }: Partial<Record<string, unknown>>) =>
      linkType === 'internal' && Boolean(fragment),
  },
};

const mendUrl = ({ value }: { value?: unknown }): unknown =>
  typeof value === 'string' ? mendAddress(value) : value;

function validateUrl(
  value: unknown,
  { siblingData }: { siblingData: { linkType?: string } },
): true | string {
  const isSaid = siblingData.linkType === 'internal' || isSafeLink(value);
  return isSaid || text.problems.linkScheme(readText(value).trim());
}

/** Inside fact boxes and answers: no boxes in boxes. */
export const smallEditor = () =>
  lexicalEditor({ features: runningText(), admin: { hideGutter: true } });

/** The body of an article. */
export const bodyEditor = (blocks: Block[]) =>
  lexicalEditor({ features: [...runningText(), FixedToolbarFeature(), BlocksFeature({ blocks })] });

const bodySchema = z.object({
  root: z.object({ children: z.array(z.looseObject({ type: z.string() })) }),
});

/**
 * That the site can show it (over REST the body may be any JSON), that its links can be followed, and the editor's own
 * rules for each box. Everything at once, a line each.
 */
export const assertShowable: RichTextFieldValidation = async (value, options) => {
  if (value !== null && value !== undefined && !isShowable(value))
    return text.problems.bodyUnshowable;
  const links = unfinishedLinks(value).map(explainLink);
  const boxes = await unfinishedBoxes(value, options);
  const problems = [...new Set([...links, ...boxes])];
  return problems.length === 0 || problems.join('\n');
};

/** Payload's rule stops at the first: it is asked about one part of the text at a time. */
async function unfinishedBoxes(
  value: unknown,
  options: Parameters<RichTextFieldValidation>[1],
): Promise<string[]> {
  const { root } = bodySchema.safeParse(value).data ?? { root: { children: [] } };
  const boxes = root.children.filter(({ type }) => type === 'block');
  const answers = await Promise.all(
    boxes.map(async (box) => {
      // why: a state with one box is a state, whose type knows each node.
      const alone = { root: { ...root, children: [box] } } as Parameters<typeof richText>[0];
      const answer = await richText(alone, options);
      return typeof answer === 'string'
        ? [explainBox(readGroup(box['fields'])['blockType'], answer)]
        : [];
    }),
  );
  return answers.flat();
}

const explainLink = ({ fields, words }: LinkNode) =>
  fields['linkType'] === 'internal'
    ? text.problems.linkWithoutArticle(words)
    : text.problems.linkUnfinished(words, readText(fields['url']));

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
