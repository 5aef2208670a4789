'use client';
import type { ChangeEvent } from 'react';
import type { DeviceFacts, DeviceStatus } from '../engine/DeviceState.ts';
import type { DeviceInfo } from '../media/index.ts';

/** Which device of several is used, with what a menu of them needs. */
export interface DeviceSelection {
  /** All there are. Their names are empty until the person has allowed one. */
  readonly devices: readonly DeviceInfo[];
  /** The one in use, or that will be; null for the system's default. */
  readonly deviceId: string | null;
  /** Name of the one that was unplugged while it was used, as long as another takes its place. */
  readonly lost: string | null;
  /** Uses another one, at once if it is on; null for the system's default. Rejects with a `RoomError`. */
  readonly choose: (deviceId: string | null) => Promise<void>;
  /** To spread on your own `<select>` with an `<option value={deviceId}>` for each of `devices`; give it a name. */
  readonly selectProps: {
    readonly value: string;
    readonly disabled: boolean;
    readonly onChange: (event: ChangeEvent<HTMLSelectElement>) => void;
  };
}

/** What may be chosen and what is, as hooks give it. */
export function choiceOf(
  state: DeviceFacts & DeviceStatus<unknown>,
  choose: (deviceId: string | null) => Promise<void>,
): DeviceSelection {
  const { available, choice, lost } = state;
  const used = state.status === 'on' ? state.deviceId : undefined;
  const chosen = available.find(({ deviceId }) => deviceId === choice?.deviceId)?.deviceId;
  const deviceId = used ?? chosen ?? null;
  return {
    devices: available,
    deviceId,
    lost: state.status === 'on' ? (lost?.label ?? null) : null,
    choose,
    selectProps: {
      value: deviceId ?? available[0]?.deviceId ?? '',
      // Before one was allowed, nobody can tell them apart.
      disabled: available.every((device) => device.deviceId === ''),
      // A failure leaves everything as it was, which the value shows.
      onChange: ({ currentTarget: { value } }) => void choose(value || null).catch(() => {}),
    },
  };
}
