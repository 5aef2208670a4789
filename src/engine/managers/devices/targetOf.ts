import { roomError } from '../../../errors/index.ts';
import type { DeviceInfo } from '../../../media/index.ts';
import type { DeviceChoice, DeviceFacts } from '../../DeviceState.ts';

/** Which device is to be opened. */
export interface DeviceTarget {
  /** Null: the system's default. */
  readonly deviceId: string | null;
  /** Whether only this one will do. Before the devices are known, another one may take its place. */
  readonly exact: boolean;
  /** Tells targets apart; of the default, which one that is at the moment. Empty while that is unknown. */
  readonly mark: string;
}

/** What Chromium calls whatever is the default at the moment. Other browsers have no such entry. */
const DEFAULT = 'default';
/** Entries that only point to others, with names of their own. */
const POINTERS: ReadonlySet<string> = new Set([DEFAULT, 'communications']);

/** The device that these facts ask for: the chosen one, else the one that was lost and is back, else the default. */
export function targetOf({ available, choice, lost }: DeviceFacts): DeviceTarget {
  const known = available.some(({ deviceId }) => deviceId !== '');
  const chosen = choice && findDevice(choice, available);
  if (chosen) return exactly(chosen.deviceId);
  if (choice && !known) return { deviceId: choice.deviceId, exact: false, mark: choice.deviceId };
  const entry = available.find(({ deviceId }) => deviceId === DEFAULT);
  // Where the browser names a default, the system has decided already whether the lost one is that again.
  const back = lost && !entry ? findDevice(lost, available) : undefined;
  if (back) return exactly(back.deviceId);
  // Where it names none, nothing tells that it has changed, and opening it again might ask for permission again.
  const mark = entry ? `${DEFAULT} ${entry.groupId} ${entry.label}` : known ? DEFAULT : '';
  return { deviceId: null, exact: false, mark };
}

/**
 * What is kept of a device that a person chooses; null for the system's default.
 *
 * @throws RoomError `device-not-found`
 */
export function choiceOf(deviceId: string | null, available: readonly DeviceInfo[]): DeviceChoice | null {
  const device = deviceId === null ? null : findDevice({ deviceId, label: '' }, available);
  if (device === undefined) throw roomError('device-not-found');
  return device && device.deviceId !== DEFAULT ? { deviceId: device.deviceId, label: device.label } : null;
}

/** A device of the list by its id, else by its name. */
function findDevice({ deviceId, label }: DeviceChoice, available: readonly DeviceInfo[]): DeviceInfo | undefined {
  return (
    available.find((device) => device.deviceId !== '' && device.deviceId === deviceId) ??
    available.find((device) => label !== '' && device.label === label && !POINTERS.has(device.deviceId))
  );
}

function exactly(deviceId: string): DeviceTarget {
  return { deviceId, exact: true, mark: deviceId };
}
