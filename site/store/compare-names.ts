const collator = new Intl.Collator('nb');

/** Norwegian alphabetical order; equal names by id, so that the order is always the same. */
export const compareNames = (
  a: { name: string; id: string },
  b: { name: string; id: string },
): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
