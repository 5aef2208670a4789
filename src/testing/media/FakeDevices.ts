import { type DeviceOpener, RoomError, type RoomErrorCode } from '../../engine/index.ts';
import type { Held } from '../Gates.ts';
import { Gates } from '../Gates.ts';
import { audioTrack, type FakeTrack, videoTrack } from './FakeTrack.ts';

type DeviceName = keyof DeviceOpener;
type Track = FakeTrack & MediaStreamTrack;

/** Cameras, microphones and screens that open at once, unless a test holds them up or takes them away. */
export class FakeDevices implements DeviceOpener {
  /** All tracks that were ever opened, in their order. */
  readonly opened: Track[] = [];
  readonly #gates = new Gates<DeviceName>();

  /** Those that were not stopped again. */
  get live(): Track[] {
    return this.opened.filter(({ readyState }) => readyState === 'live');
  }

  /** The next opening fails. */
  fail(name: DeviceName, code: RoomErrorCode): void {
    this.#gates.refuse(name, new RoomError(code, `The test's ${name} fails.`));
  }

  /** The next opening waits: the person is being asked for permission. */
  hold(name: DeviceName): Held {
    return this.#gates.hold(name);
  }

  async microphone(): Promise<Track> {
    await this.#gates.pass('microphone');
    return this.#open(audioTrack());
  }

  async camera(): Promise<Track> {
    await this.#gates.pass('camera');
    return this.#open(videoTrack());
  }

  async screen(): Promise<{ video: Track; audio: Track }> {
    await this.#gates.pass('screen');
    return { video: this.#open(videoTrack(1920, 1080)), audio: this.#open(audioTrack()) };
  }

  #open(track: Track): Track {
    this.opened.push(track);
    return track;
  }
}
