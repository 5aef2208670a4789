/** Where choices are kept: `localStorage`, `sessionStorage`, or anything alike. It may fail; then nothing is kept. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The browser's `localStorage`, which is looked for only when it is used: some pages may not even touch it. */
export const browserDeviceStorage: DeviceStorage = {
  getItem: (key) => storage()?.getItem(key) ?? null,
  setItem: (key, value) => storage()?.setItem(key, value),
};

/** Null outside a browser: Node has something of that name, and warns when it is touched. */
function storage(): Storage | null {
  return globalThis.document ? globalThis.localStorage : null;
}
