import type { RoomError } from '../../../errors/index.ts';
import type { DeviceInfo, DevicePermission } from '../../../media/index.ts';
import type { DeviceChoice, DeviceFacts, DeviceState } from '../../DeviceState.ts';
import { targetOf } from './targetOf.ts';

/** Everything that can happen to a device. */
export type DeviceEvent<Opened> =
  | { readonly type: 'enable' }
  | { readonly type: 'disable' }
  /** The browser gave one, opened for a target of that mark. */
  | {
      readonly type: 'opened';
      readonly track: Opened;
      readonly deviceId?: string;
      readonly label?: string;
      readonly openedFor: string;
    }
  /** The browser gave none. */
  | { readonly type: 'refused'; readonly error: RoomError }
  /** The room does not take what was opened. */
  | { readonly type: 'unpublishable'; readonly error: RoomError }
  /** What was on has ended by itself; `lost` if it was unplugged. */
  | { readonly type: 'ended'; readonly lost: DeviceChoice | null }
  /** The person's, null for the system's default. */
  | { readonly type: 'chosen'; readonly choice: DeviceChoice | null }
  | { readonly type: 'listed'; readonly available: readonly DeviceInfo[] }
  | { readonly type: 'permission'; readonly permission: DevicePermission }
  | { readonly type: 'muted'; readonly muted: boolean };

/**
 * What becomes of a device by an event. An event that cannot happen in a state changes nothing, so that late ones do
 * no harm. `starting` means that one has to be opened, and {@link mustSwitch} that another one has.
 */
export function nextDeviceState<Opened>(state: DeviceState<Opened>, event: DeviceEvent<Opened>): DeviceState<Opened> {
  const facts = factsOf(state);
  switch (event.type) {
    case 'enable':
      return state.status === 'off' || state.status === 'failed' ? { ...facts, status: 'starting' } : state;
    case 'disable':
      return state.status === 'off' ? state : { ...facts, lost: null, status: 'off' };
    case 'opened': {
      if (state.status !== 'starting' && state.status !== 'on') return state;
      const { track, deviceId, label, openedFor } = event;
      // Another one in the place of the lost one: it is still missed. All defaults have the same id.
      const isLost = facts.lost?.deviceId === deviceId && facts.lost?.label === label;
      const lost = isLost ? null : facts.lost;
      return {
        ...facts,
        lost,
        permission: 'granted',
        status: 'on',
        track,
        openedFor,
        ...(deviceId !== undefined && { deviceId }),
      };
    }
    case 'refused':
      return refused(state, event.error);
    case 'unpublishable':
      return state.status === 'on' ? { ...facts, lost: null, status: 'failed', error: event.error } : state;
    case 'ended':
      return state.status === 'on' ? { ...facts, lost: event.lost ?? facts.lost, status: 'starting' } : state;
    case 'chosen':
      // Whoever chooses does not wait for the lost one any more.
      return { ...state, choice: event.choice, lost: null };
    case 'listed':
      return event.available === state.available
        ? state
        : listed({ ...state, available: event.available }, state.available);
    case 'permission': {
      const { permission } = event;
      // Allowed after all, in the address bar say: what was wrong is so no longer.
      const cleared = permission !== 'denied' && isFailed(state, 'device-permission-denied');
      return cleared ? { ...facts, permission, status: 'off' } : { ...state, permission };
    }
    case 'muted': {
      if (state.status !== 'on') return state;
      const { muted: _, ...rest } = state;
      return event.muted ? { ...rest, muted: true } : rest;
    }
    default:
      return event satisfies never;
  }
}

/** Whether another device is to be opened in place of the one that is on: chosen, back again, or the new default. */
export function mustSwitch(state: DeviceState<unknown>): boolean {
  if (state.status !== 'on') return false;
  const { deviceId, mark } = targetOf(state);
  // Another default than one that nobody knew is no reason.
  const unknown = (state.openedFor ?? '') === '' && deviceId === null;
  return !unknown && mark !== state.openedFor;
}

function refused<Opened>(state: DeviceState<Opened>, error: RoomError): DeviceState<Opened> {
  const denied = error.code === 'device-permission-denied';
  const dismissed = error.code === 'device-dismissed';
  const permission = denied ? 'denied' : dismissed ? 'dismissed' : state.permission;
  // What is on stays on when another one cannot be had.
  if (state.status !== 'starting') return state.status === 'on' ? state : { ...state, permission };
  const facts = { ...factsOf(state), permission } as const;
  // A question that the person closed is an answer: no. There is nothing to report.
  if (dismissed) return { ...facts, status: 'off' };
  const waiting = facts.lost !== null && error.code === 'device-not-found';
  return { ...facts, status: 'failed', error, ...(waiting && { waiting }) };
}

function listed<Opened>(state: DeviceState<Opened>, before: readonly DeviceInfo[]): DeviceState<Opened> {
  const { available } = state;
  const facts = factsOf(state);
  if (state.status === 'failed' && available.length > 0) {
    if (state.waiting) return { ...facts, status: 'starting' };
    if (isFailed(state, 'device-not-found')) return { ...facts, status: 'off' };
  }
  if (state.status !== 'on') return state;
  const was = before.find(({ deviceId }) => deviceId !== '' && deviceId === state.deviceId);
  // Not every browser ends the track of a device that disappears.
  if (was && !available.includes(was) && !available.some(({ deviceId }) => deviceId === was.deviceId)) {
    return { ...facts, lost: { deviceId: was.deviceId, label: was.label }, status: 'starting' };
  }
  // It was opened before anybody could know what the default is.
  return (state.openedFor ?? '') === ''
    ? { ...state, openedFor: targetOf({ ...facts, choice: null, lost: null }).mark }
    : state;
}

function factsOf({ permission, available, choice, lost }: DeviceFacts): DeviceFacts {
  return { permission, available, choice, lost };
}

function isFailed(state: DeviceState<unknown>, code: RoomError['code']): boolean {
  return state.status === 'failed' && state.error.code === code;
}
