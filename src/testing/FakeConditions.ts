import type { ConditionsWatcher, DeviceConditions } from '../engine/managers/limits/DeviceConditions.ts';

/** A device that is well until a test says otherwise. */
export class FakeConditions {
  #conditions: DeviceConditions = { pressure: 'nominal', saveData: false, batteryLow: false };
  readonly #listeners = new Set<(conditions: DeviceConditions) => void>();

  readonly watch: ConditionsWatcher = (listener) => {
    this.#listeners.add(listener);
    listener(this.#conditions);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<DeviceConditions>): void {
    this.#conditions = { ...this.#conditions, ...change };
    for (const listener of this.#listeners) listener(this.#conditions);
  }
}
