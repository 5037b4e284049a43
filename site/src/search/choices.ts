/** Names of Pagefind's filters, with the value that is asked for. */
export type Choices = Partial<Record<'kind' | 'category' | 'year' | 'author', string>>;

/** Of each filter, its values. */
type ByValue<T> = Record<string, Record<string, T>>;
export type Counts = ByValue<number>;
/** The articles that have a value, by their id in the index. */
export type Shelves = ByValue<ReadonlySet<string>>;

interface Filters {
  search(query: null, options: Record<string, unknown>): Promise<{ results: { id: string }[] }>;
  filters(): Promise<Counts>;
}

/** Asks the index which articles stand where: once, when a reader looks at the choices. */
export async function readShelves(index: Filters): Promise<Shelves> {
  const there = await index.filters();
  const read = async (name: string, value: string) => {
    const { results } = await index.search(null, { filters: { [name]: value } });
    return [value, new Set(results.map(({ id }) => id))] as const;
  };
  const filters = Object.entries(there).map(async ([name, values]) => {
    const shelves = await Promise.all(Object.keys(values).map((value) => read(name, value)));
    return [name, Object.fromEntries(shelves)] as const;
  });
  return Object.fromEntries(await Promise.all(filters));
}

/**
 * How many of the articles that a query finds each value would leave, with what is chosen of the other filters. Those
 * that would leave none are left out, but for the one that is chosen.
 */
export function countsOf(found: readonly string[], shelves: Shelves, choices: Choices): Counts {
  const chosen = Object.entries(choices);
  const countsIn = (name: string, values: Shelves[string]) => {
    const others = chosen.filter(([other]) => other !== name);
    const left = found.filter((id) =>
      others.every(([other, value]) => shelves[other]?.[value]?.has(id) === true),
    );
    const counts = Object.entries(values).map(
      ([value, ids]) => [value, left.filter((id) => ids.has(id)).length] as const,
    );
    const isShown = ([value, count]: readonly [string, number]) =>
      count > 0 || chosen.some(([other, taken]) => other === name && taken === value);
    return Object.fromEntries(counts.filter(isShown));
  };
  return Object.fromEntries(
    Object.entries(shelves).map(([name, values]) => [name, countsIn(name, values)]),
  );
}
