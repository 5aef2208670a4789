import type { ConditionsWatcher, DeviceConditions, Pressure } from './DeviceConditions.ts';

/** How often the processor's state is told at most, in milliseconds. */
const SAMPLE_INTERVAL = 2_000;
/** A fifth: where phones begin to save power themselves. */
const LOW_BATTERY = 0.2;

/** What browsers have beyond TypeScript's own types: https://www.w3.org/TR/compute-pressure/, https://wicg.github.io/savedata/, https://www.w3.org/TR/battery-status/. */
interface PressureObserverLike {
  observe(source: 'cpu', options: { sampleInterval: number }): Promise<void>;
  disconnect(): void;
}
type PressureObserverClass = new (
  callback: (records: readonly { readonly state: Pressure }[]) => void,
) => PressureObserverLike;
interface Battery extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}
interface NavigatorLike {
  readonly connection?: EventTarget & { readonly saveData?: boolean };
  getBattery?(): Promise<Battery>;
}

/** The browser's word on the device; what it has no word for counts as fine. */
export const browserConditions: ConditionsWatcher = (listener) => {
  const over = new AbortController();
  const { signal } = over;
  let conditions: DeviceConditions = { pressure: null, saveData: false, batteryLow: false };
  const change = (news: Partial<DeviceConditions>) => {
    if (signal.aborted) return;
    conditions = { ...conditions, ...news };
    listener(conditions);
  };
  const { connection, getBattery } = (globalThis.navigator ?? {}) as NavigatorLike;

  watchPressure((pressure) => change({ pressure }), signal);

  const readConnection = () => change({ saveData: connection?.saveData === true });
  connection?.addEventListener?.('change', readConnection, { signal });
  readConnection();

  getBattery?.call(globalThis.navigator).then(
    (battery) => {
      const read = () => change({ batteryLow: battery.level <= LOW_BATTERY && !battery.charging });
      battery.addEventListener('levelchange', read, { signal });
      battery.addEventListener('chargingchange', read, { signal });
      read();
    },
    () => {},
  );
  return () => over.abort();
};

function watchPressure(listener: (pressure: Pressure | null) => void, signal: AbortSignal): void {
  const { PressureObserver } = globalThis as { PressureObserver?: PressureObserverClass };
  if (!PressureObserver) return;
  const observer = new PressureObserver((records) => {
    const last = records.at(-1);
    if (last) listener(last.state);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  // Told at once, so that nobody reads statistics for it; a page that may not observe takes it back.
  listener('nominal');
  observer.observe('cpu', { sampleInterval: SAMPLE_INTERVAL }).catch(() => listener(null));
}
