import type { DeviceStorage } from '../../../media/index.ts';
import type { DeviceChoice } from '../../DeviceState.ts';

const KEY = 'parlour.devices';

type Kind = 'microphone' | 'camera' | 'speaker';

/** What the person chose, kept for the next visit. A storage that fails (it is full, or forbidden) keeps nothing. */
export class DeviceChoices {
  readonly #storage: DeviceStorage | null;

  constructor(storage: DeviceStorage | null) {
    this.#storage = storage;
  }

  get(kind: Kind): DeviceChoice | null {
    const { deviceId, label } = (this.#read()[kind] ?? {}) as Partial<Record<keyof DeviceChoice, unknown>>;
    return typeof deviceId === 'string' && typeof label === 'string' ? { deviceId, label } : null;
  }

  set(kind: Kind, choice: DeviceChoice | null): void {
    try {
      // Read anew: another tab may have written meanwhile.
      this.#storage?.setItem(KEY, JSON.stringify({ ...this.#read(), [kind]: choice }));
    } catch {
      // It is chosen all the same, for this visit.
    }
  }

  #read(): Readonly<Record<string, unknown>> {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(KEY) ?? 'null');
      return typeof kept === 'object' && kept !== null ? { ...kept } : {};
    } catch {
      return {};
    }
  }
}
