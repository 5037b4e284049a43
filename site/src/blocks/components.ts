import type { BoxType } from '../../../content/model/blocks/blocks.ts';
import type { BoxProps } from './box-props.ts';

type Component = (props: BoxProps<BoxType>) => unknown;

const files = import.meta.glob<Component>('./*/*.astro', { eager: true, import: 'default' });

/** The component of each type of box: `pull-quote/PullQuote.astro` is that of `pullQuote`. */
export const components: Record<string, Component> = Object.fromEntries(
  Object.entries(files).map(([path, component]) => {
    const name = /(\w+)\.astro$/.exec(path)?.[1] ?? '';
    return [name.charAt(0).toLowerCase() + name.slice(1), component];
  }),
);
