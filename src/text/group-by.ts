/** Group by: puts items that share a key together. */

/** Groups items by their keys, in the order given; an item without a key is left out. */
export function groupBy<Item>(
  items: Iterable<Item>,
  toKey: (item: Item) => string | undefined,
): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = toKey(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
