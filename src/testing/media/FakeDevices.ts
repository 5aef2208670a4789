import { type DeviceOpener, RoomError, type RoomErrorCode } from '../../engine/index.ts';
import type { Held } from '../Gates.ts';
import { Gates } from '../Gates.ts';
import { createFakeTrack, type TrackFactory } from './createFakeTrack.ts';
import type { FakeTrack } from './FakeTrack.ts';

export type DeviceName = keyof DeviceOpener;
type Track = FakeTrack & MediaStreamTrack;

/** Cameras, microphones and screens that open at once, unless a test holds them up or takes them away. */
export class FakeDevices implements DeviceOpener {
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

  /** Pulls the plug of a device that is on. */
  unplug(name: DeviceName): void {
    const kind = name === 'microphone' ? 'audio' : 'video';
    const key = name === 'screen' ? 'presentation' : 'self';
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

  async microphone(): Promise<Track> {
    await this.#gates.pass('microphone');
    return this.#open('audio', 'self');
  }

  async camera(): Promise<Track> {
    await this.#gates.pass('camera');
    return this.#open('video', 'self');
  }

  async screen(): Promise<{ video: Track; audio: Track }> {
    await this.#gates.pass('screen');
    return { video: this.#open('video', 'presentation'), audio: this.#open('audio', 'presentation') };
  }

  #open(kind: 'audio' | 'video', key: string): Track {
    const track = this.#createTrack(kind, { participantId: this.#participantId, key }) as Track;
    this.#opened.set(track, { kind, key });
    return track;
  }
}
