/**
 * The order of those who are there now, with as few moves as can be: who stays keeps the place, new ones come last.
 * Where there are more than fit on a page, a place that became free is taken by the last of all: one tile moves in place
 * of all that come after. On a single page they close up.
 *
 * @param order - As it was.
 * @param gone - Who is not there any more.
 * @param come - Who is new.
 * @param pageSize - How many fit on a page.
 * @returns The same list when nobody came or went.
 */
export function keepOrder<Item extends object>(
  order: readonly Item[],
  gone: readonly Item[],
  come: readonly Item[],
  pageSize: number,
): readonly Item[] {
  if (gone.length === 0) return come.length === 0 ? order : [...order, ...come];
  const left = new Set(gone);
  const next = [...order.filter((item) => !left.has(item)), ...come];
  if (next.length <= pageSize) return next;
  const places = [...order.map((item) => (left.has(item) ? null : item)), ...come];
  const spare = places.slice(next.length).filter((item) => item !== null);
  return places.slice(0, next.length).map((item) => item ?? (spare.pop() as Item));
}

/** Two in each other's place; all others stay. The same list when one of them is not in it. */
export function swap<Item>(order: readonly Item[], a: Item, b: Item): readonly Item[] {
  const [from, to] = [order.indexOf(a), order.indexOf(b)];
  if (from < 0 || to < 0 || from === to) return order;
  const next = [...order];
  next[from] = b;
  next[to] = a;
  return next;
}
