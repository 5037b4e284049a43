import { z } from 'zod';
import { boxes } from './registry.ts';
import { linksOfText, textBlock, textsText, type LinkInline, type TextBlock } from './rich-text.ts';
import type { Box as AnyBox } from './define-box.ts';

/**
 * The vocabulary of a published article: what the CMS may hand over, and what pages, feeds and search must be able
 * to read. A block that is not here cannot be published.
 */
export type BoxType = keyof typeof boxes;
export type BoxOf<Type extends BoxType> = z.infer<(typeof boxes)[Type]['schema']>;
export type Box = { [Type in BoxType]: BoxOf<Type> }[BoxType];
export type Block = TextBlock | Box;

export const boxTypes = Object.keys(boxes) as BoxType[]; // why: keys of a const object

export const block = z.discriminatedUnion('type', [
  textBlock,
  ...boxTypes.map((type) => boxes[type].schema),
]);
export const isBox = (each: Block): each is Box => each.type in boxes;

/** What the registry knows of a box. */
// why: the row of a box's own type takes that box.
const rowOf = (box: Box) => boxes[box.type] as unknown as AnyBox<z.ZodObject>;

/** The words of one block. */
export const blockText = (each: Block): string =>
  isBox(each) ? rowOf(each).plainText(each) : textsText([each]);

/** The running text of a block: itself, or what stands inside it. */
export const textsOf = (each: Block): TextBlock[] =>
  isBox(each) ? (rowOf(each).texts?.(each) ?? []) : [each];

/** The block around other running text. */
export const withTexts = (each: Box, texts: TextBlock[]): Box =>
  // why: a row gives back the box that it was given.
  (rowOf(each).withTexts?.(each, texts) ?? each) as Box;

/** Whether it has a heading of its own, of level 2. */
export const isSection = (each: Block): boolean => isBox(each) && rowOf(each).isSection === true;

/** Every link of the texts, also inside boxes. */
export const linksIn = (blocks: readonly Block[]): LinkInline[] =>
  blocks.flatMap(textsOf).flatMap(linksOfText);

/** Ids of the pictures that boxes show. */
export const mediaIn = (blocks: readonly Block[]): string[] =>
  blocks.filter(isBox).flatMap((box) => rowOf(box).media?.(box) ?? []);

/** Ids of the films, sounds and documents that boxes offer. */
export const filesIn = (blocks: readonly Block[]): string[] =>
  blocks.filter(isBox).flatMap((box) => rowOf(box).files?.(box) ?? []);

/** Ids of the organisations that boxes are about. */
export const organisationsIn = (blocks: readonly Block[]): string[] =>
  blocks.filter(isBox).flatMap((box) => rowOf(box).organisations?.(box) ?? []);

/** Ids of the articles that texts and boxes lead to. */
export const articlesIn = (blocks: readonly Block[]): string[] => [
  ...blocks.filter(isBox).flatMap((box) => rowOf(box).articles?.(box) ?? []),
  ...linksIn(blocks).flatMap(({ article }) => article ?? []),
];

/** The chart that a text begins with. */
export const leadChartOf = ([first]: readonly Block[]): BoxOf<'chart'> | undefined =>
  first?.type === 'chart' ? first : undefined;
