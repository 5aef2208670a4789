import fc from 'fast-check';
import type { DisconnectReason, RoomErrorCode } from '../../src/engine/index.ts';
import { disconnectReason } from '../../src/protocol/notifications.ts';
import type { DeviceName } from '../../src/testing/media/FakeDevices.ts';
import type { ServerStep } from '../../src/testing/room-server/FakeRoomServer.ts';

/** One thing that happens: a command of ours, something that the server tells, a fault, or time. */
export type Step = { readonly [Type in keyof StepData]: { readonly type: Type } & StepData[Type] }[keyof StepData];

interface OfStream {
  readonly id: string;
  readonly key: string;
}
interface Kinds {
  readonly audio: boolean;
  readonly video: boolean;
}

interface StepData {
  connect: object;
  disconnect: object;
  hold: object;
  release: object;
  addStream: { readonly key: string } & Kinds;
  updateStream: { readonly key: string } & Kinds;
  removeStream: { readonly key: string };
  endTrack: { readonly nth: number };
  addSubscription: OfStream & Kinds;
  updateSubscription: OfStream & Kinds;
  removeSubscription: OfStream;
  demand: OfStream & { readonly kind: 'audio' | 'video'; readonly visible: boolean; readonly width: number };
  changeDemand: { readonly nth: number; readonly visible: boolean; readonly width: number };
  releaseDemand: { readonly nth: number };
  toggle: { readonly device: DeviceName };
  denyDevice: { readonly device: DeviceName };
  unplug: { readonly device: DeviceName };
  enter: { readonly id: string; readonly streams: readonly string[] };
  leave: { readonly id: string; readonly reason: 'left' | 'lost' | 'kicked' };
  publish: OfStream & Kinds;
  unpublish: OfStream;
  change: OfStream & { readonly kind: 'audio' | 'video'; readonly enabled: boolean; readonly censored: boolean };
  addKind: OfStream & { readonly kind: 'audio' | 'video' };
  rename: { readonly id: string; readonly name: string };
  speak: { readonly id: string | null; readonly key: string };
  levels: { readonly id: string };
  layers: { readonly nth: number; readonly layer: number | null };
  interrupt: object;
  resume: object;
  lose: object;
  end: { readonly reason: DisconnectReason };
  newCapabilities: object;
  refuse: { readonly step: ServerStep; readonly code: RoomErrorCode };
  holdAt: { readonly step: ServerStep };
  releaseGate: object;
  advance: { readonly ms: number };
  frame: object;
}

/** Why a server ends a connection. */
const REASONS = disconnectReason.options.filter((reason) => reason !== 'user_initiated');

const id = fc.constantFrom('a', 'b', 'c', 'd');
const key = fc.constantFrom('self', 'presentation');
const kind = fc.constantFrom('audio' as const, 'video' as const);
const device = fc.constantFrom('microphone' as const, 'camera' as const, 'screen' as const);
const nth = fc.nat(7);
const width = fc.constantFrom(0, 160, 640, 1920);
const kinds = { audio: fc.boolean(), video: fc.boolean() };
// Those that give something up are not refused: such a server would keep what the client does not have any more.
const held: readonly ServerStep[] = [
  'capabilities',
  'join',
  'entered',
  'publishStream',
  'produce',
  'updateProducer',
  'subscribe',
];
const refused: readonly ServerStep[] = [
  ...held.filter((step) => step !== 'updateProducer'),
  'updateConsumers',
  'unsubscribe',
  'refreshToken',
  'connectTransport',
];
const codes: readonly RoomErrorCode[] = [
  'unreachable',
  'not-allowed',
  'room-full',
  'too-many-requests',
  'token-expired',
];

function step<Type extends keyof StepData>(
  type: Type,
  data: { [Key in keyof StepData[Type]]: fc.Arbitrary<StepData[Type][Key]> },
): fc.Arbitrary<Step> {
  return fc.record({ type: fc.constant(type), ...data }) as unknown as fc.Arbitrary<Step>;
}

const often = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });

/** A step, whatever came before it; most are of a call as it goes on, some are faults. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  often(10, step('connect', {})),
  often(2, step('disconnect', {})),
  often(2, step('hold', {})),
  often(2, step('release', {})),
  often(6, step('addStream', { key, ...kinds })),
  often(6, step('updateStream', { key, ...kinds })),
  often(3, step('removeStream', { key })),
  often(2, step('endTrack', { nth })),
  often(6, step('addSubscription', { id, key, ...kinds })),
  often(4, step('updateSubscription', { id, key, ...kinds })),
  often(3, step('removeSubscription', { id, key })),
  often(8, step('demand', { id, key, kind, visible: fc.boolean(), width })),
  often(6, step('changeDemand', { nth, visible: fc.boolean(), width })),
  often(6, step('releaseDemand', { nth })),
  often(5, step('toggle', { device })),
  often(1, step('denyDevice', { device })),
  often(1, step('unplug', { device })),
  often(10, step('enter', { id, streams: fc.constantFrom([], ['self'], ['self', 'presentation']) })),
  often(5, step('leave', { id, reason: fc.constantFrom('left' as const, 'lost' as const, 'kicked' as const) })),
  often(6, step('publish', { id, key, ...kinds })),
  often(4, step('unpublish', { id, key })),
  often(8, step('change', { id, key, kind, enabled: fc.boolean(), censored: fc.boolean() })),
  often(3, step('addKind', { id, key, kind })),
  often(3, step('rename', { id, name: fc.constantFrom('Ada', 'Grace') })),
  often(4, step('speak', { id: fc.option(id), key })),
  often(2, step('levels', { id })),
  often(3, step('layers', { nth, layer: fc.option(fc.nat(2)) })),
  often(3, step('interrupt', {})),
  often(4, step('resume', {})),
  often(2, step('lose', {})),
  often(2, step('end', { reason: fc.constantFrom(...REASONS) })),
  often(1, step('newCapabilities', {})),
  often(3, step('refuse', { step: fc.constantFrom(...refused), code: fc.constantFrom(...codes) })),
  often(3, step('holdAt', { step: fc.constantFrom(...held) })),
  often(6, step('releaseGate', {})),
  often(8, step('advance', { ms: fc.constantFrom(0, 10, 250, 1_000, 5_000, 15_000, 30_000) })),
  often(10, step('frame', {})),
);
