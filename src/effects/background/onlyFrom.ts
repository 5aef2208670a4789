/**
 * Lets a worker fetch these files and nothing else. MediaPipe would tell Google once a minute how it does; who blurs a
 * background has not agreed to that, and nothing is to leave the page.
 */
export function onlyFrom(allowed: readonly string[], scope: Pick<typeof globalThis, 'fetch'> = globalThis): void {
  const { fetch: load } = scope;
  scope.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : `${input}`;
    if (allowed.includes(address)) return Reflect.apply(load, globalThis, [input, init]);
    return Promise.reject(new TypeError(`Effects load their own files only, not ${address}.`));
  };
}
