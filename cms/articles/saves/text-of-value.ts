import { articleAsText } from '../../mapping/article-as-text.ts';
import { formatMinute } from '../../shared/format-times.ts';
import { savingText } from './text.ts';

/** What is needed of a field of Payload's in the browser. */
export interface FieldLike {
  type: string;
  options?: unknown;
}

const isIsoDate = /^\d{4}-\d\d-\d\dT/;

/** The value of a field in words, as far as it has any; relations are ids, which `names` knows. */
export function textOfValue(
  field: FieldLike | undefined,
  value: unknown,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  if (value === null || value === undefined || value === '') return savingText.merging.nothing;
  if (typeof value === 'boolean') return value ? savingText.merging.yes : savingText.merging.no;
  if (Array.isArray(value)) {
    const each = value.map((item) => textOfValue(field, item, names));
    return each.length === 0 ? savingText.merging.nothing : each.join(', ');
  }
  if (typeof value === 'object') {
    const words = 'root' in value ? articleAsText({ body: value }) : leavesOf(value).join(' · ');
    return words || savingText.merging.nothing;
  }
  const said = String(value);
  if (field?.type === 'date' && isIsoDate.test(said)) return formatMinute(said, new Date());
  return labelOf(field?.options, said) ?? names.get(said) ?? said;
}

/** All that is written in a row of a list, but for its id. */
const leavesOf = (value: object): string[] =>
  Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    name === 'id' ? [] : typeof each === 'string' ? [each] : [],
  );

function labelOf(options: unknown, value: string): string | undefined {
  if (!Array.isArray(options)) return undefined;
  for (const option of options as unknown[]) {
    if (typeof option !== 'object' || option === null || !('value' in option)) continue;
    if (option.value === value && 'label' in option) return String(option.label);
  }
  return undefined;
}
