'use client';
import { type ComponentType, type ReactElement, Suspense, use, useState } from 'react';
import { LazyPartBoundary } from './LazyPartBoundary.tsx';
import { LazyPartPending } from './LazyPartPending.tsx';

/** Where a lazy part stands: in a panel, which it fills, or floating at what has opened it. */
export type LazyPartPlacement = 'panel' | 'popup';

/** A component whose code is fetched when it is first rendered. */
export interface LazyPart<Props extends object> {
  (props: Props): ReactElement;
  /** Fetches the code ahead, for `onPointerEnter` and `onFocus` of what opens it. A failure is told when it is opened. */
  readonly preload: () => Promise<void>;
}

interface LazyPartOptions<Props> {
  readonly placement?: LazyPartPlacement;
  readonly Pending?: ComponentType<Props>;
}

/**
 * A menu, dialog or panel that is loaded when it is first opened. Make it once, outside components, and render it only
 * while it is open; until its code is there it shows that it loads, and if the code cannot be had or throws, it says so and
 * offers another try.
 *
 * ```tsx
 * const ChatPanel = lazyPart(async () => (await import('./panel/ChatPanel.tsx')).ChatPanel);
 *
 * <button onPointerEnter={ChatPanel.preload} onFocus={ChatPanel.preload} onClick={toggle}>…</button>
 * {open && <ChatPanel onClose={close} />}
 * ```
 *
 * @param load - Imports the component. It is called again after a failure.
 * @param options - `placement`: `popup` floats its two interim states at the nearest positioned ancestor. @default panel
 * `Pending`: what stands for it until its code is there. @default a line that says so
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { placement = 'panel', Pending }: LazyPartOptions<Props> = {},
): LazyPart<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  let part: ComponentType<Props> | null = null;
  const loaded = () => {
    if (loading) return loading;
    loading = load();
    loading.then(
      (component) => {
        part = component;
      },
      () => {},
    );
    return loading;
  };
  const forget = () => {
    loading = null;
  };

  // biome-ignore lint/correctness/noComponentHookFactories: it is called once, outside components, as React's lazy() is
  function Loaded(props: Props) {
    const Part = use(loaded());
    return <Part {...props} />;
  }

  // biome-ignore lint/correctness/noComponentHookFactories: it is called once, outside components, as React's lazy() is
  function Lazy(props: Props) {
    // What is there already is shown at once; what is not is not mounted anew when it comes.
    const [Ready] = useState(() => part);
    return (
      <LazyPartBoundary placement={placement} onRetry={forget}>
        <Suspense fallback={Pending ? <Pending {...props} /> : <LazyPartPending placement={placement} />}>
          {Ready ? <Ready {...props} /> : <Loaded {...props} />}
        </Suspense>
      </LazyPartBoundary>
    );
  }
  return /* @__PURE__ */ Object.assign(Lazy, { preload: () => loaded().then(() => {}, forget) });
}
