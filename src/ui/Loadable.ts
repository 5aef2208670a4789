/** Code that is fetched when it is first needed: a menu, a dialog, a panel. Made once, at the top of a file. */
export interface Loadable<Module> {
  /** Null until it is there. */
  get(): Module | null;
  /** Fetches it, once; after a failure it tries again. */
  load(): Promise<Module>;
  /** @returns Undoes it. */
  subscribe(listener: () => void): () => void;
}

/** @param fetch - `() => import('./Panel.tsx')` */
export function loadable<Module>(fetch: () => Promise<Module>): Loadable<Module> {
  const listeners = new Set<() => void>();
  let module: Module | null = null;
  let loading: Promise<Module> | null = null;
  const begin = async () => {
    try {
      module = await fetch();
      for (const listener of listeners) listener();
      return module;
    } finally {
      loading = null;
    }
  };
  return {
    get: () => module,
    load: () => {
      if (module) return Promise.resolve(module);
      loading ??= begin();
      return loading;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
