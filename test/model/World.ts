import { type DemandHandle, type Room, RoomError } from '../../src/engine/index.ts';
import type { Held } from '../../src/testing/Gates.ts';
import type { ManualClock } from '../../src/testing/ManualClock.ts';
import type { FakeDevices } from '../../src/testing/media/FakeDevices.ts';
import type { FakeMedia } from '../../src/testing/media/FakeMedia.ts';
import { audioTrack, type FakeTrack, videoTrack } from '../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer, type ServerStep } from '../../src/testing/room-server/FakeRoomServer.ts';
import { createTestRoom } from '../support/engine/createTestRoom.ts';
import type { Step } from './steps.ts';

type Track = FakeTrack & MediaStreamTrack;
type Demanded = { handle: DemandHandle; participantId: string; key: string; kind: 'audio' | 'video'; visible: boolean };

const ME = 'me';
/** How long those who were lost together with us are waited for, in milliseconds. */
const COMEBACK = 15_000;

/** A room with everything around it, and how each {@link Step} is done in it. A step that means nothing at the moment does nothing. */
export class World {
  readonly server = new FakeRoomServer();
  readonly room: Room;
  readonly clock: ManualClock;
  readonly media: FakeMedia;
  readonly devices: FakeDevices;
  /** Tracks of the application, as opposed to those that the room opened. */
  readonly tracks: Track[] = [];
  readonly demands = new Map<number, Demanded>();
  /** Subscriptions by `addSubscription`. */
  readonly explicit = new Map<string, { participantId: string; key: string; audio: boolean; video: boolean }>();
  /** Requests that were refused although they were in order: what they would have done is not there. */
  refused = new Set<ServerStep>();
  /** What commands failed with that they must not. */
  readonly faults: string[] = [];
  #pending = 0;
  #demandsMade = 0;
  #holds: (() => void)[] = [];
  #gates: Held[] = [];
  #interrupted = false;
  /** The server told of its own end: the others lost their connections with us, and may take a while to come back. */
  #lostTogether = false;
  #sureAt = 0;

  constructor() {
    const { room, clock, media, devices } = createTestRoom(this.server);
    this.room = room;
    this.clock = clock;
    this.media = media;
    this.devices = devices;
    room.on('disconnected', () => {
      this.#interrupted = false;
    });
    room.on('reconnected', () => {
      this.#interrupted = false;
      // One that comes and ends again in the same moment is followed by another, which waits anew.
      if (this.#lostTogether || clock.now() < this.#sureAt) this.#sureAt = clock.now() + COMEBACK;
      this.#lostTogether = false;
    });
  }

  /** Nothing is under way: what is true at the server is true here. */
  get quiet(): boolean {
    return this.#pending === 0 && this.#gates.length === 0 && !this.#interrupted && this.clock.now() > this.#sureAt;
  }

  /** Nobody keeps the room connected. */
  get free(): boolean {
    return this.#holds.length === 0;
  }

  /** Whether somebody wants to see or hear it now. */
  wants(participantId: string, key: string, kind: 'audio' | 'video'): boolean {
    const explicit = this.explicit.get(`${participantId}/${key}`);
    return (
      explicit?.[kind] === true ||
      [...this.demands.values()].some(
        (one) => one.participantId === participantId && one.key === key && one.kind === kind && one.visible,
      )
    );
  }

  perform(step: Step): unknown {
    const { room, server, clock } = this;
    switch (step.type) {
      case 'connect':
        return this.#command(room.connect());
      case 'disconnect':
        return this.#command(room.disconnect());
      case 'hold':
        if (this.#holds.length < 2) this.#holds.push(room.hold());
        return;
      case 'release':
        return this.#holds.pop()?.();
      case 'addStream':
        return this.#command(room.addStream(step.key, this.#newTracks(step)));
      case 'updateStream':
        return this.#command(room.updateStream(step.key, this.#newTracks(step)));
      case 'removeStream':
        return this.#command(room.removeStream(step.key));
      case 'endTrack':
        return this.tracks.at(-step.nth)?.end();
      case 'addSubscription':
      case 'updateSubscription':
        return this.#subscribe(step);
      case 'removeSubscription':
        return this.#command(
          room.removeSubscription(step.id, step.key).then(() => this.explicit.delete(`${step.id}/${step.key}`)),
        );
      case 'demand':
        return this.#demand(step);
      case 'changeDemand':
        return this.#changeDemand(step);
      case 'releaseDemand': {
        const [made] = this.#nthDemand(step.nth);
        if (made === undefined) return;
        this.demands.get(made)?.handle.release();
        this.demands.delete(made);
        return;
      }
      case 'toggle':
        return this.#command(room.devices[step.device].toggle());
      case 'denyDevice':
        return this.devices.fail(step.device, 'device-permission-denied');
      case 'unplug':
        return this.devices.unplug(step.device);
      case 'interrupt':
        if (room.getState().status !== 'connected' || !this.#connected) return;
        this.#interrupted = true;
        return server.connectionOf(ME).interrupt('the model says so', 1);
      case 'resume':
        if (!this.#interrupted || !this.#connected) return;
        this.#interrupted = false;
        return server.connectionOf(ME).resume();
      case 'lose':
        if (this.#connected) server.lose(ME, 'the model says so');
        return;
      case 'end':
        if (!this.#connected) return;
        this.#lostTogether ||= step.reason === 'network_error';
        return server.disconnect(ME, step.reason);
      case 'newCapabilities':
        server.capabilitiesHash = `${server.capabilitiesHash}+`;
        return;
      case 'refuse':
        this.refused.add(step.step);
        return server.gates.refuse(step.step, new RoomError(step.code, 'The model says so.'));
      case 'holdAt':
        if (this.#gates.length === 0) this.#gates.push(server.gates.hold(step.step));
        return;
      case 'releaseGate':
        return this.#gates.pop()?.release();
      case 'advance':
        return clock.advance(step.ms);
      case 'frame':
        return clock.settle();
      default:
        return this.#serverStep(step);
    }
  }

  /** Lets everything go on that was held up. */
  releaseAll(): void {
    for (const gate of this.#gates.splice(0)) gate.release();
  }

  /** Nobody keeps the room connected any more. */
  dropHolds(): void {
    for (const release of this.#holds.splice(0)) release();
  }

  get #connected(): boolean {
    return this.server.room.participants.get(ME)?.connection != null;
  }

  #serverStep(step: Step): unknown {
    const { room } = this.server;
    if (!('id' in step)) {
      return step.type === 'layers' ? this.#changeLayers(step.nth, step.layer) : undefined;
    }
    if (step.type === 'speak' && step.id === null) return room.speak(null);
    if (step.id === null) return;
    if (step.type === 'levels') return room.tellAll({ method: 'audioLevels', data: { levels: [[step.id, 0.5]] } });
    const person = room.participants.get(step.id);
    if (step.type === 'enter') {
      return person ?? room.enter({ id: step.id, streams: step.streams.map((key) => ({ key })) });
    }
    if (!person) return;
    if (step.type === 'speak') return room.speak(step.id, step.key);
    if (step.type === 'leave') return room.leave(step.id, step.reason);
    if (step.type === 'rename') return room.updateParticipant(step.id, { name: step.name });
    if (!('key' in step)) return;
    const stream = person.streams.get(step.key);
    if (step.type === 'publish' && !stream)
      return room.play(step.id, {
        key: step.key,
        ...(!step.audio && { audio: null }),
        ...(!step.video && { video: null }),
      });
    if (!stream) return;
    if (step.type === 'unpublish') return room.unpublish(step.id, step.key);
    if (step.type === 'addKind' && !stream[step.kind]) return room.addKind(step.id, step.kind, step.key);
    if (step.type === 'change' && stream[step.kind])
      return room.set(step.id, step.kind, { enabled: step.enabled, censored: step.censored }, step.key);
  }

  #changeLayers(nth: number, layer: number | null): void {
    const me = this.server.room.participants.get(ME);
    const consumer = [...(me?.consumers.values() ?? [])][nth];
    if (!consumer) return;
    const layers = layer === null ? null : { spatialLayer: layer, temporalLayer: 2 };
    me?.connection?.notify({ method: 'consumerLayersChanged', data: { consumerId: consumer.id, layers } });
  }

  #newTracks({ audio, video }: { audio: boolean; video: boolean }): { audio?: Track; video?: Track } {
    const made = { ...(audio && { audio: audioTrack() }), ...(video && { video: videoTrack() }) };
    this.tracks.push(...Object.values(made));
    return made;
  }

  #subscribe(step: Extract<Step, { type: 'addSubscription' | 'updateSubscription' }>): void {
    const { id, key, audio, video, type } = step;
    const done = this.room[type](id, key, { audio, video });
    this.#command(done.then(() => this.explicit.set(`${id}/${key}`, { participantId: id, key, audio, video })));
  }

  #demand({ id, key, kind, visible, width }: Extract<Step, { type: 'demand' }>): void {
    if (this.demands.size >= 8) return;
    const demand = { participantId: id, key, kind, visible };
    const handle = this.room.subscribeDemand({ ...demand, width, height: width });
    this.#demandsMade += 1;
    this.demands.set(this.#demandsMade, { ...demand, handle });
  }

  #changeDemand({ nth, visible, width }: Extract<Step, { type: 'changeDemand' }>): void {
    const [, demanded] = this.#nthDemand(nth);
    if (!demanded) return;
    demanded.visible = visible;
    demanded.handle.update({ visible, width, height: width });
  }

  #nthDemand(nth: number): [number, Demanded] | [] {
    return [...this.demands][nth] ?? [];
  }

  #command(command: Promise<unknown>): void {
    this.#pending += 1;
    command
      .catch((error: unknown) => {
        if (!(error instanceof RoomError) || error.code === 'internal')
          this.faults.push(`A command failed with ${error}`);
      })
      .finally(() => {
        this.#pending -= 1;
      });
  }
}
