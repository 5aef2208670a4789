import { type DeviceOpener, type DeviceWish, RoomError, type RoomErrorCode } from '../../engine/index.ts';
import type { Held } from '../Gates.ts';
import { Gates } from '../Gates.ts';
import { createFakeTrack, type TrackFactory } from './createFakeTrack.ts';
import { FakeCatalog } from './FakeCatalog.ts';
import { FakeTrack } from './FakeTrack.ts';

export type DeviceName = 'microphone' | 'camera' | 'screen';
type Track = FakeTrack & MediaStreamTrack;

/** Cameras, microphones and screens that open at once, unless a test holds them up or takes them away. */
export class FakeDevices implements DeviceOpener {
  /** What is plugged in. Of a kind that nobody has plugged in, one opens all the same, without a name. */
  readonly catalog = new FakeCatalog();
  /** What was asked for, in its order. */
  readonly asked: [DeviceName, DeviceWish | undefined][] = [];
  readonly #gates = new Gates<DeviceName>();
  readonly #createTrack: TrackFactory;
  readonly #participantId: string;
  readonly #opened = new Map<Track, { readonly kind: 'audio' | 'video'; readonly key: string }>();

  constructor(createTrack: TrackFactory = createFakeTrack, participantId = 'me') {
    this.#createTrack = createTrack;
    this.#participantId = participantId;
  }

  /** All tracks that were ever opened, in their order. */
  get opened(): Track[] {
    return [...this.#opened.keys()];
  }

  /** Those that were not stopped again. */
  get live(): Track[] {
    return this.opened.filter(({ readyState }) => readyState === 'live');
  }

  /** The next opening fails. */
  fail(name: DeviceName, code: RoomErrorCode): void {
    this.#gates.refuse(name, new RoomError(code, `The test's ${name} fails.`));
  }

  /** There is one of the kind from now on. */
  plugIn(name: 'microphone' | 'camera'): void {
    const kind = name === 'microphone' ? 'audioinput' : 'videoinput';
    this.catalog.plug(kind, { deviceId: name, groupId: 'fake', label: `Fake ${name}` });
  }

  /** Pulls the plug of all of the kind, be one on or not. */
  unplug(name: DeviceName): void {
    const kind = name === 'microphone' ? 'audio' : 'video';
    const key = name === 'screen' ? 'presentation' : 'self';
    if (name !== 'screen') this.catalog.plug(`${kind}input`);
    for (const [track, as] of this.#opened) {
      if (track.readyState !== 'live' || as.kind !== kind || as.key !== key) continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }

  /** The next opening waits: the person is being asked for permission. */
  hold(name: DeviceName): Held {
    return this.#gates.hold(name);
  }

  microphone(wish?: DeviceWish): Promise<Track> {
    return this.#capture('microphone', wish);
  }

  camera(wish?: DeviceWish): Promise<Track> {
    return this.#capture('camera', wish);
  }

  async screen(): Promise<{ video: Track; audio: Track }> {
    this.asked.push(['screen', undefined]);
    await this.#gates.pass('screen');
    return { video: this.#open('video', 'presentation'), audio: this.#open('audio', 'presentation') };
  }

  async #capture(name: 'microphone' | 'camera', wish: DeviceWish | undefined): Promise<Track> {
    const kind = name === 'microphone' ? 'audio' : 'video';
    this.asked.push([name, wish]);
    await this.#gates.pass(name);
    const all = this.catalog.all(`${kind}input`);
    if (!all) return this.#open(kind, 'self');
    const wished = all.find(({ deviceId }) => deviceId === wish?.deviceId);
    if (wish?.exact && !wished) throw new RoomError('device-unsuitable', `The test has no ${wish.deviceId}.`);
    const device = wished ?? all[0];
    if (!device) throw new RoomError('device-not-found', `The test has no ${name}.`);
    const track = this.#open(kind, 'self');
    if (track instanceof FakeTrack) track.comesFrom(device);
    return track;
  }

  #open(kind: 'audio' | 'video', key: string): Track {
    const track = this.#createTrack(kind, { participantId: this.#participantId, key }) as Track;
    this.#opened.set(track, { kind, key });
    return track;
  }
}
