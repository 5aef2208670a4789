/** What two lists do not share. Mostly one came or went, so that their ends are the same. */
export function difference<Item>(before: readonly Item[], after: readonly Item[]) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  const [here, there] = [new Set(come), new Set(gone)];
  return { gone: gone.filter((item) => !here.has(item)), come: come.filter((item) => !there.has(item)) };
}
