import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../../../src/engine/index.ts';
import { initialDevice } from '../../../../../src/engine/initialState.ts';
import {
  type DeviceEvent,
  mustSwitch,
  nextDeviceState,
} from '../../../../../src/engine/managers/devices/nextDeviceState.ts';
import { fakeDevice } from '../../../../../src/testing/media/FakeCatalog.ts';

type State = Parameters<typeof nextDeviceState<string>>[0];
type Event = DeviceEvent<string>;

const error = (code: RoomError['code']) => new RoomError(code, code);
const [a, b] = [fakeDevice('a'), fakeDevice('b')];
const on: State = { ...initialDevice, status: 'on', track: 'of a', deviceId: 'a', openedFor: 'a', available: [a, b] };

const states = {
  off: { ...initialDevice, status: 'off' },
  starting: { ...initialDevice, status: 'starting' },
  on,
  denied: { ...initialDevice, status: 'failed', error: error('device-permission-denied') },
  none: { ...initialDevice, status: 'failed', error: error('device-not-found') },
  waiting: { ...initialDevice, status: 'failed', error: error('device-not-found'), waiting: true },
  busy: { ...initialDevice, status: 'failed', error: error('device-in-use') },
} as const satisfies Record<string, State>;
type Name = keyof typeof states;

const events = {
  enable: { type: 'enable' },
  disable: { type: 'disable' },
  opened: { type: 'opened', track: 'of b', deviceId: 'b', label: 'The b', openedFor: 'b' },
  refused: { type: 'refused', error: error('device-in-use') },
  'refused, denied': { type: 'refused', error: error('device-permission-denied') },
  'refused, dismissed': { type: 'refused', error: error('device-dismissed') },
  unpublishable: { type: 'unpublishable', error: error('not-allowed') },
  ended: { type: 'ended', lost: { deviceId: 'a', label: 'The a' } },
  chosen: { type: 'chosen', choice: { deviceId: 'b', label: 'The b' } },
  'listed, the same': { type: 'listed', available: [fakeDevice('a'), fakeDevice('b')] },
  'listed, without a': { type: 'listed', available: [b] },
  'listed, none': { type: 'listed', available: [] },
  allowed: { type: 'permission', permission: 'granted' },
  'to be asked': { type: 'permission', permission: 'prompt' },
  forbidden: { type: 'permission', permission: 'denied' },
  muted: { type: 'muted', muted: true },
  unmuted: { type: 'muted', muted: false },
} as const satisfies Record<string, Event>;

/** What becomes of each state by each event; what is not there stays in its status. */
const becomes: Record<keyof typeof events, Partial<Record<Name, State['status']>>> = {
  enable: { off: 'starting', denied: 'starting', none: 'starting', waiting: 'starting', busy: 'starting' },
  disable: { starting: 'off', on: 'off', denied: 'off', none: 'off', waiting: 'off', busy: 'off' },
  opened: { starting: 'on' },
  refused: { starting: 'failed' },
  'refused, denied': { starting: 'failed' },
  'refused, dismissed': { starting: 'off' },
  unpublishable: { on: 'failed' },
  ended: { on: 'starting' },
  chosen: {},
  'listed, the same': { none: 'off', waiting: 'starting' },
  'listed, without a': { on: 'starting', none: 'off', waiting: 'starting' },
  'listed, none': { on: 'starting' },
  allowed: { denied: 'off' },
  'to be asked': { denied: 'off' },
  forbidden: {},
  muted: {},
  unmuted: {},
};

describe('every event in every state', () => {
  const pairs = Object.keys(events).flatMap((event) =>
    Object.keys(states).map((state) => [event as keyof typeof events, state as Name] as const),
  );

  it.each(pairs)('%s, when %s', (event, name) => {
    const state: State = states[name];
    const next = nextDeviceState(state, events[event]);
    expect(next.status).toBe(becomes[event][name] ?? state.status);
    // What belongs to a status goes with it.
    expect('track' in next).toBe(next.status === 'on');
    expect('error' in next).toBe(next.status === 'failed');
    expect('muted' in next && next.status !== 'on').toBe(false);
    // Twice is once, unless it is another thing the second time.
    if (event !== 'chosen') expect(nextDeviceState(next, events[event]).status).toBe(again(event, next.status));
  });

  /** Only a listing leads on from where it has led: a refused one is not there any more. */
  function again(event: keyof typeof events, status: State['status']): State['status'] {
    const name = (Object.keys(states) as Name[]).find((key) => key === status);
    return event === 'refused, dismissed' || !name ? status : (becomes[event][name] ?? status);
  }
});

describe('what is known', () => {
  it('of the permission follows from what happens', () => {
    expect(nextDeviceState<string>(states.starting, events.opened).permission).toBe('granted');
    expect(nextDeviceState<string>(states.starting, events['refused, denied']).permission).toBe('denied');
    expect(nextDeviceState<string>(states.starting, events['refused, dismissed']).permission).toBe('dismissed');
    expect(nextDeviceState<string>(states.starting, events.refused).permission).toBe('unknown');
    expect(nextDeviceState<string>(on, events['refused, denied']).status).toBe('on');
  });

  it('of the one that was unplugged is kept until it is back, or nobody misses it', () => {
    const missing = nextDeviceState(on, events.ended);
    expect(missing.lost).toEqual({ deviceId: 'a', label: 'The a' });
    const replaced = nextDeviceState(missing, events.opened);
    expect(replaced).toMatchObject({ status: 'on', deviceId: 'b', lost: { deviceId: 'a' } });
    expect(nextDeviceState(replaced, { ...events.opened, deviceId: 'a', label: 'The a' }).lost).toBeNull();
    expect(nextDeviceState(replaced, events.chosen).lost).toBeNull();
    expect(nextDeviceState(replaced, events.disable).lost).toBeNull();
  });

  it('of a default that is another device now: it has the same id, and is not the lost one', () => {
    const ended = nextDeviceState(on, { type: 'ended', lost: { deviceId: 'default', label: 'Default - a' } });
    const other = nextDeviceState(ended, { ...events.opened, deviceId: 'default', label: 'Default - b' });
    expect(other.lost).toMatchObject({ label: 'Default - a' });
  });

  it('of a device that nothing replaces: it waits for one to be plugged in', () => {
    const missing = nextDeviceState(on, events.ended);
    const failed = nextDeviceState(missing, { type: 'refused', error: error('device-not-found') });
    expect(failed).toMatchObject({ status: 'failed', waiting: true });
    expect(nextDeviceState(failed, events['listed, without a']).status).toBe('starting');
  });

  it('of a muted device is told while it is on only', () => {
    const muted = nextDeviceState(on, events.muted);
    expect(muted).toMatchObject({ status: 'on', muted: true });
    expect(nextDeviceState(muted, events.unmuted)).not.toHaveProperty('muted');
    expect(nextDeviceState(muted, events.opened)).not.toHaveProperty('muted');
  });

  it('of a device that was never listed does not end it: some browsers list other ids than they open', () => {
    const state: State = { ...on, available: [] };
    expect(nextDeviceState(state, { type: 'listed', available: [b] }).status).toBe('on');
  });
});

describe('another device is to be opened', () => {
  const entry = (label: string) => fakeDevice('default', label, label);
  const byDefault: State = { ...initialDevice, status: 'on', track: 't', deviceId: 'default', openedFor: '' };

  it('when another one is chosen, also as the default', () => {
    expect(mustSwitch(on)).toBe(true);
    const chosen = { ...on, choice: { deviceId: 'a', label: '' } };
    expect(mustSwitch(chosen)).toBe(false);
    expect(mustSwitch(nextDeviceState(chosen, events.chosen))).toBe(true);
    expect(mustSwitch(nextDeviceState(chosen, { type: 'chosen', choice: null }))).toBe(true);
  });

  it('when the system has another default, but not when the first one becomes known', () => {
    const known = nextDeviceState(byDefault, { type: 'listed', available: [entry('Default - a'), a, b] });
    expect(mustSwitch(byDefault)).toBe(false);
    expect(mustSwitch(known)).toBe(false);
    const changed = nextDeviceState(known, { type: 'listed', available: [entry('Default - b'), a, b] });
    expect(mustSwitch(changed)).toBe(true);
  });

  it('not for a change of order, where the browser names no default: it would ask for permission', () => {
    const known = nextDeviceState(byDefault, { type: 'listed', available: [a, b] });
    expect(mustSwitch(nextDeviceState(known, { type: 'listed', available: [b, a] }))).toBe(false);
  });

  it('when the lost one is back', () => {
    const replaced: State = { ...on, deviceId: 'b', openedFor: 'default', lost: a, available: [b] };
    expect(mustSwitch(replaced)).toBe(false);
    expect(mustSwitch(nextDeviceState(replaced, { type: 'listed', available: [a, b] }))).toBe(true);
  });

  it.each(['off', 'starting', 'busy'] as const)('never while it is %s', (name) => {
    expect(mustSwitch({ ...states[name], choice: b, available: [a, b] })).toBe(false);
  });
});
