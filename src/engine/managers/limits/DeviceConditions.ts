/** How busy the processor is, in the words of https://www.w3.org/TR/compute-pressure/#dom-pressurestate. */
export type Pressure = 'nominal' | 'fair' | 'serious' | 'critical';

/** What the device can take, as far as it tells. */
export interface DeviceConditions {
  /** Null where the browser does not tell; its statistics have to do then. */
  readonly pressure: Pressure | null;
  /** The user wants few data to be used. */
  readonly saveData: boolean;
  /** The battery is low, and not being charged. */
  readonly batteryLow: boolean;
}

/** Tells of the device's conditions: now, and whenever they change. @returns Undoes it. */
export type ConditionsWatcher = (listener: (conditions: DeviceConditions) => void) => () => void;
