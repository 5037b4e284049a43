import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  GlobalBeforeOperationHook,
  GlobalConfig,
} from 'payload';
import { tidyTexts } from '../../content/model/tidy-text.ts';

/**
 * A collection whose texts are kept as `tidyText` has them, whoever sends them: the form, a paste, REST, an import.
 * Before everything else, so that slugs, limits and rules see what is kept. What belongs to people and to the
 * newsletter is not touched: there a text is evidence.
 */
export const withTidyTexts = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [tidyArguments, ...(collection.hooks?.beforeOperation ?? [])],
  },
});

/** The same for a global. */
export const withTidyGlobalTexts = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [tidyGlobalArguments, ...(global.hooks?.beforeOperation ?? [])],
  },
});

/** The arguments of an operation that saves carry `data`. */
const tidyArguments: CollectionBeforeOperationHook = ({ args }) =>
  'data' in args ? { ...args, data: tidyTexts(args.data) as typeof args.data } : args;

const tidyGlobalArguments: GlobalBeforeOperationHook = ({ args }: { args?: unknown }) =>
  isSaving(args) ? { ...args, data: tidyTexts(args.data) } : args;

const isSaving = (args: unknown): args is { data: unknown } =>
  typeof args === 'object' && args !== null && 'data' in args;
