import type { Field, RichTextField } from 'payload';
import type { BoxOf, BoxType } from '../../../content/model/blocks/blocks.ts';
import type { TextBlock } from '../../../content/model/blocks/rich-text.ts';
import type { MakeAnchor } from '../../mapping/make-anchors.ts';
import type { PayloadDocument } from '../../mapping/read-document.ts';

interface FieldTools {
  /** The editor for running text inside a box. */
  runningText: NonNullable<RichTextField['editor']>;
}

interface MappingTools {
  makeAnchor: MakeAnchor;
  toTextBlocks: (richText: unknown) => TextBlock[];
}

/** A box as editors fill it in, and as it becomes what readers see. Its words stand here, too. */
export interface CmsBox<Type extends BoxType> {
  labels: { singular: string; plural: string };
  /** Place in the editor's menu; the lowest comes first. */
  position: number;
  fields: (tools: FieldTools) => Field[];
  /** Null while there is nothing to show. Pure; `fields` are those of the node. */
  toModel: (fields: PayloadDocument, tools: MappingTools) => BoxOf<Type> | null;
}

export type CmsBoxes = { [Type in BoxType]: CmsBox<Type> };
