import { randomUUID } from 'node:crypto';
import type {
  DisconnectReason,
  InitialDemand,
  MediaKind,
  Notification,
  NotificationData,
  NotificationMethod,
  ProducerInfo,
} from '../../../../src/protocol/index.ts';
import { Bans } from '../../../src/rooms/Bans.ts';
import type { RoomAnswer } from '../../../src/rooms/joinedRoom.ts';
import type { Entrant, LiveParticipant } from '../../../src/rooms/LiveParticipant.ts';
import type { LiveRoom } from '../../../src/rooms/LiveRoom.ts';
import { LiveRooms } from '../../../src/rooms/LiveRooms.ts';
import type { Log } from '../../../src/rooms/Log.ts';
import type { Deliver } from '../../../src/rooms/Outbox.ts';
import { publishStream } from '../../../src/rooms/publishing.ts';
import { RecordedSessions } from '../../signalling/support/RecordedSessions.ts';
import { memoryAdmissions } from '../../support/memoryAdmissions.ts';
import { FakeMedia } from './FakeMedia.ts';
import { FakeRecorder } from './FakeRecorder.ts';

/** Everything is allowed. */
const ALL_GRANTS: Entrant['grants'] = {
  publish: ['audio', 'video', 'presentation'],
  subscribe: true,
  message: true,
  history: true,
  moderate: false,
  record: false,
};

/** Somebody in a room, with all that was said to it. */
export interface TestPerson {
  participant: LiveParticipant;
  room: LiveRoom;
  answer: Promise<RoomAnswer>;
  received: (Notification & { data: { seq?: number } })[];
  gone: (DisconnectReason | null)[];
}

interface EnterWish {
  id?: string;
  name?: string;
  context?: string;
  /** @default true */
  canReceiveMessages?: boolean;
  grants?: Partial<Entrant['grants']>;
  demand?: InitialDemand;
  dtls?: boolean;
  capacity?: number;
  /** Whether a socket is there from the start. @default true */
  attached?: boolean;
}

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
const DTLS = { fingerprints: [{ algorithm: 'sha-256' as const, value: 'AA' }] };

/** Rooms on fake media, with what a test does to them. */
export class TestRooms {
  readonly media = new FakeMedia();
  readonly records = new RecordedSessions();
  readonly recorder = new FakeRecorder();
  readonly admissions = memoryAdmissions();
  readonly rooms: LiveRooms;
  readonly roomId = randomUUID();
  /** The time, in milliseconds since 1970. */
  now = 1_000;

  constructor(graceMs = 0, history = { messages: 100, bytes: 262_144 }) {
    const { media: mediaServer, records, recorder } = this;
    this.rooms = new LiveRooms({
      mediaServer,
      records,
      recorder,
      log: SILENT,
      bans: new Bans(() => this.now),
      admissions: this.admissions,
      now: () => this.now,
      graceMs,
      history,
    });
  }

  enter({
    id = randomUUID(),
    name,
    context,
    canReceiveMessages = true,
    grants,
    demand,
    dtls = true,
    capacity = 50,
    attached = true,
  }: EnterWish = {}): TestPerson {
    const received: TestPerson['received'] = [];
    const gone: TestPerson['gone'] = [];
    const entered = this.rooms.enter(
      this.roomId,
      {
        identity: { participantId: id, name },
        context,
        grants: { ...ALL_GRANTS, ...grants },
        canReceiveMessages,
        rtpCapabilities: { codecs: [], headerExtensions: [] },
        ...(dtls && { dtls: { send: DTLS, receive: DTLS } }),
        initialDemand: demand ?? { audio: 10, video: 10 },
        onGone: (reason) => gone.push(reason),
      },
      capacity,
    );
    entered.answer.catch(() => undefined);
    const person = { ...entered, received, gone };
    if (attached) attach(person);
    return person;
  }

  /** Enters and waits for the answer. */
  async entered(wish: EnterWish = {}): Promise<TestPerson> {
    const person = this.enter(wish);
    await person.answer;
    return person;
  }
}

/** Gives somebody a socket. */
export function attach({ participant, received }: Pick<TestPerson, 'participant' | 'received'>): void {
  participant.outbox.attach(into(received), 0);
}

/** Writes down what is delivered as it crosses the wire. */
export function into(received: TestPerson['received']): Deliver {
  return ({ method, data }, seq) =>
    void received.push({ method, data: { ...data, ...(seq !== null && { seq }) } } as never);
}

/** What somebody was told by one kind of notification. */
export function told<M extends NotificationMethod>(person: TestPerson, method: M): NotificationData<M>[] {
  return person.received.filter((one) => one.method === method).map(({ data }) => data as NotificationData<M>);
}

export function producer(kind: MediaKind, layers = 1): ProducerInfo {
  const encodings = Array.from({ length: layers }, () => ({}));
  return { id: randomUUID(), kind, rtpParameters: { codecs: [], headerExtensions: [], encodings }, paused: false };
}

/** Publishes a stream of these kinds. */
export async function publish(
  { room, participant }: TestPerson,
  key: string,
  kinds: readonly MediaKind[],
  layers = 1,
): Promise<ProducerInfo[]> {
  const producers = kinds.map((kind) => producer(kind, kind === 'video' ? layers : 1));
  await publishStream(room, participant, { key, producers });
  return producers;
}

/** What is offered in this turn of the event loop has been made and told. */
export async function offersTold(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
