import { createRoom, type Grants, type Room, type RoomErrorCode, type RoomOptions } from '../../engine/index.ts';
import { roomError } from '../../errors/index.ts';
import { ALL_GRANTS, clientToken } from '../clientToken.ts';
import { FakeConditions } from '../FakeConditions.ts';
import { ManualClock } from '../ManualClock.ts';
import { createFakeTrack, type TrackFactory } from '../media/createFakeTrack.ts';
import { FakeAudio } from '../media/FakeAudio.ts';
import { FakeDevices } from '../media/FakeDevices.ts';
import { FakeMedia } from '../media/FakeMedia.ts';
import { provideMediaStream } from '../media/provideMediaStream.ts';
import { FakeRoomServer } from '../room-server/FakeRoomServer.ts';
import { settled } from '../settled.ts';
import { Faults } from './Faults.ts';
import { People } from './People.ts';
import { type PersonOptions, trackName } from './Person.ts';

/** What a fake room is made of; everything has a default. */
export interface FakeRoomOptions {
  /** Our own id. @default 'me' */
  readonly participantId?: string;
  /** Our own name, as a token has it. @default 'Me' */
  readonly name?: string;
  /** What our token allows. @default everything */
  readonly grants?: Partial<Grants>;
  /** Who is there already. */
  readonly people?: readonly PersonOptions[];
  /**
   * Whether a moderator has to let us in: `room.connect()` waits until {@link FakeRoom.letIn} or {@link FakeRoom.turnAway}.
   *
   * @default false
   */
  readonly mustBeLetIn?: boolean;
  /** How many fit in. @default 1000 */
  readonly capacity?: number;
  /** How long our tokens last, in milliseconds. @default an hour */
  readonly tokenLifetimeInMs?: number;
  /**
   * `manual`: time stands still until {@link FakeRoom.advance}, for tests. `real`: it passes, for stories
   * and demonstrations. @default 'manual'
   */
  readonly time?: 'manual' | 'real';
  /** Makes the tracks of people and of our own devices. @default a coloured picture and silence */
  readonly createTrack?: TrackFactory;
  /** More options of the room itself, such as `context`. */
  readonly room?: Partial<Pick<RoomOptions, 'context' | 'enableMessages' | 'initialDemand'>>;
}

/** A real room whose server, media, devices and time are in a test's hands. */
export interface FakeRoom {
  /** To hand to `<RoomProvider room={room}>`, or to use by itself. */
  readonly room: Room;
  /** The others in the room. */
  readonly people: People;
  readonly faults: Faults;
  /** A moderator lets us in, who wait for that; see {@link FakeRoomOptions.mustBeLetIn}. */
  letIn(): Promise<void>;
  /** A moderator does not let us in. */
  turnAway(): Promise<void>;
  /** Connects the room; resolves when everything that follows from it has happened. */
  connect(): Promise<void>;
  /** Waits for everything that happens without time passing: frames, answers of the server. */
  settle(): Promise<void>;
  /** Lets time pass, in milliseconds: timers ring when they are due. @throws Error when `time` is `real` */
  advance(ms: number): Promise<void>;
}

/**
 * Makes a room on a server in memory, for tests and stories: the engine is the real one, and so are its
 * state, its events and its errors. Nothing of it needs a network, a browser or a test runner.
 *
 * @example
 * const { room, people, connect } = createFakeRoom();
 * const ada = await people.add({ name: 'Ada' });
 * await connect();
 * await ada.speak();
 * room.getState().participants.get('ada')?.isSpeaking; // true
 */
export function createFakeRoom(options: FakeRoomOptions = {}): FakeRoom {
  const { participantId = 'me', name = 'Me', grants, capacity = 1000, tokenLifetimeInMs, time = 'manual' } = options;
  const { createTrack = createFakeTrack } = options;
  provideMediaStream();

  const clock = time === 'manual' ? new ManualClock() : null;
  const now = clock ? clock.now : () => performance.now();
  const [start, startedAt] = [Date.now(), now()];
  const wallClock = () => start + now() - startedAt;

  const server = new FakeRoomServer({ capacity, now: wallClock });
  server.room.waitingRoom.closed = options.mustBeLetIn ?? false;
  const tracks = new Map<string, MediaStreamTrack>();
  const media = new FakeMedia({
    now,
    trackOf: (consumerId) => {
      const consumer = server.room.participants.get(participantId)?.consumers.get(consumerId);
      if (!consumer) return null;
      const { kind, key } = consumer;
      const brought = tracks.get(trackName(consumer.participantId, key, kind));
      // A copy: the room stops what it has received.
      return brought?.clone() ?? createTrack(kind, { participantId: consumer.participantId, key });
    },
  });
  const devices = new FakeDevices(createTrack, participantId);
  devices.plugIn('microphone');
  devices.plugIn('camera');

  let tokenFailure: RoomErrorCode | null = null;
  const room = createRoom({
    ...options.room,
    tokenSource: async () => {
      if (tokenFailure) throw roomError(tokenFailure);
      const token = clientToken({
        participantId,
        name,
        grants: { ...ALL_GRANTS, ...grants },
        issuedAt: wallClock(),
        ...(tokenLifetimeInMs !== undefined && { lifetimeInMs: tokenLifetimeInMs }),
      });
      return { token };
    },
    signalling: server,
    environment: {
      watchConditions: new FakeConditions().watch,
      ...(clock && { now, setTimer: clock.setTimer, nextFrame: clock.nextFrame, whenIdle: clock.whenIdle }),
      devices,
      deviceCatalog: devices.catalog,
      // Nothing of a fake room is to be heard.
      audio: new FakeAudio(),
      createDevice: media.createDevice,
    },
  });

  const settle = () => (clock ? clock.settle() : settled());
  const freeze = (ownerId: string, key: string, frozen: boolean) => {
    const consumer = server.room.participants.get(participantId)?.consumerOf(ownerId, 'video', key);
    if (consumer) media.freeze(consumer.id, frozen);
  };
  const people = new People({ room: server.room, now: wallClock, settle, tracks, freeze });
  for (const person of options.people ?? []) people.enter(person);

  return {
    room,
    people,
    faults: new Faults({
      participantId,
      server,
      media,
      devices,
      settle,
      failTokens: (code) => {
        tokenFailure = code;
      },
    }),
    connect: async () => {
      await room.connect();
      await settle();
    },
    letIn: async () => {
      server.room.waitingRoom.admit([participantId]);
      await settle();
    },
    turnAway: async () => {
      server.room.waitingRoom.turnAway([participantId]);
      await settle();
    },
    settle,
    advance: async (ms) => {
      if (!clock) throw new Error("advance() moves the fake room's own time: make it with time: 'manual'.");
      await clock.advance(ms);
      await clock.settle();
    },
  };
}
