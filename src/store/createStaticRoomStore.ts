import type { DeviceFacts, DeviceStatus, SpeakerState } from '../engine/DeviceState.ts';
import { initialDevice, initialState } from '../engine/initialState.ts';
import type { ChoosableDevice, RoomCommands } from '../engine/RoomCommands.ts';
import { raisedHandsOf } from '../engine/raisedHands.ts';
import type { State } from '../engine/State.ts';
import type { RoomStore } from './RoomStore.ts';

type StaticDevice = DeviceStatus & Partial<DeviceFacts>;

/** What differs from a room that nobody has connected yet. */
export interface StaticState extends Partial<Omit<State, 'devices' | 'status'>> {
  readonly devices?: {
    readonly microphone?: StaticDevice;
    readonly camera?: StaticDevice;
    readonly screen?: StaticDevice;
    readonly screens?: ReadonlyMap<string, StaticDevice>;
    readonly speaker?: Partial<SpeakerState>;
  };
}

/** What components may call; the rest does nothing. */
export interface StaticCommands extends Partial<Omit<RoomCommands, 'devices' | 'audio'>> {
  readonly devices?: Partial<RoomCommands['devices']>;
  readonly audio?: Partial<RoomCommands['audio']>;
}

const done = () => Promise.resolve();
const nothing = () => {};
const noDevice: ChoosableDevice = { enable: done, disable: done, toggle: done, choose: done };
const noCommands: RoomCommands = {
  prepare: done,
  holdLobby: () => () => {},
  connect: done,
  disconnect: done,
  hold: () => nothing,
  subscribeDemand: () => ({ update() {}, release() {} }),
  chat: { send: done, retry: done, discard() {}, markRead() {} },
  hands: { raise: done, lower: done },
  reactions: { send: done, subscribe: () => () => {} },
  moderation: { mute: done, unmute: done, kick: done, setGrants: done, admit: done, turnAway: done, end: done },
  recording: { start: done, stop: done },
  subscribeAudioLevel: () => nothing,
  devices: {
    microphone: noDevice,
    camera: noDevice,
    screen: noDevice,
    screenShare: () => noDevice,
    speaker: noDevice,
    setVideoEffect: done,
    setAudioEffect: done,
    effectCost: () => null,
    watch: () => nothing,
    release: done,
  },
  audio: { play: () => nothing, attach: () => nothing, unblock: done },
  stats: { watchStream: () => () => {}, watchConnection: () => () => {} },
};

/**
 * A store that shows one state and never changes, for stories and tests of components.
 *
 * @param state - What differs from a room that nobody has connected yet.
 * @param commands - What the components may call; the rest does nothing.
 */
export function createStaticRoomStore(state: StaticState = {}, commands: StaticCommands = {}): RoomStore {
  const connection = state.connection ?? initialState.connection;
  const raisedHands = raisedHandsOf(state.participants?.values() ?? []);
  const snapshot: State = {
    ...initialState,
    raisedHands,
    ...state,
    connection,
    status: connection.status,
    devices: staticDevices(state.devices),
  };
  return {
    getState: () => snapshot,
    getInitialState: () => snapshot,
    subscribe: () => () => {},
    subscribeTo: () => () => {},
    commands: {
      ...noCommands,
      ...commands,
      devices: { ...noCommands.devices, ...commands.devices },
      audio: { ...noCommands.audio, ...commands.audio },
    },
  };
}

function staticDevices({ screens, speaker, ...devices }: StaticState['devices'] = {}): State['devices'] {
  const initial = initialState.devices;
  return {
    microphone: { ...initialDevice, ...devices.microphone },
    camera: { ...initialDevice, ...devices.camera },
    screen: { ...initialDevice, ...devices.screen },
    screens: new Map([...(screens ?? [])].map(([key, screen]) => [key, { ...initialDevice, ...screen }])),
    speaker: { ...initial.speaker, ...speaker } as SpeakerState,
  };
}
