import type { BoxOf, BoxType } from '../../../content/model/blocks/blocks.ts';
import type { TextContext } from '../text/inline-html.ts';

/** What every box's component is given. */
export interface BoxProps<Type extends BoxType> {
  block: BoxOf<Type>;
  context: TextContext;
  /** Unique within the article. */
  id: string;
  /** No box of this type stands above it. */
  isFirst: boolean;
  /** Everything there is to read in the article, for a box that may repeat it. */
  words: () => string;
  /** The article's series. */
  series: { slug: string; name: string } | undefined;
}
