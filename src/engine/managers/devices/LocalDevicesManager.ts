import { roomError } from '../../../errors/index.ts';
import type { ScreenTracks, StreamSources } from '../../../media/index.ts';
import { CommandQueue } from '../../CommandQueue.ts';
import type { Environment } from '../../Environment.ts';
import type { RoomState } from '../../RoomState.ts';
import type { LocalDevices } from '../../State.ts';
import type { LocalStreams } from '../LocalStreams.ts';
import { KeptMicrophone } from './KeptMicrophone.ts';
import { ToggledDevice } from './ToggledDevice.ts';

type Streams = Pick<LocalStreams, 'add' | 'update' | 'remove'>;

/**
 * Our microphone, camera and screen, before a room is connected and in it. In a connected room the
 * first two are the stream `self`, the screen with its sound is the stream `presentation`.
 */
export class LocalDevicesManager {
  readonly microphone: ToggledDevice<MediaStreamTrack>;
  readonly camera: ToggledDevice<MediaStreamTrack>;
  readonly screen: ToggledDevice<ScreenTracks>;
  readonly #state: RoomState;
  readonly #keptMicrophone: KeptMicrophone;
  /** One at a time for each stream; a later one finds what is on by then. */
  readonly #queues = { self: new CommandQueue(), presentation: new CommandQueue() };
  #streams: Streams | null = null;
  #published = new Set<string>();

  constructor(state: RoomState, environment: Pick<Environment, 'devices'>) {
    this.#state = state;
    const { devices } = environment;
    this.#keptMicrophone = new KeptMicrophone(() => devices.microphone());
    this.microphone = new ToggledDevice<MediaStreamTrack>({
      open: () => this.#keptMicrophone.open(),
      trackOf: (track) => track,
      stop: (track) => this.#keptMicrophone.mute(track),
      discard: (track) => track.stop(),
      changed: this.#changed('microphone'),
      publish: () => this.#publish('self'),
    });
    this.camera = new ToggledDevice<MediaStreamTrack>({
      open: () => devices.camera(),
      trackOf: (track) => track,
      stop: (track) => track.stop(),
      discard: (track) => track.stop(),
      changed: this.#changed('camera'),
      publish: () => this.#publish('self'),
    });
    this.screen = new ToggledDevice<ScreenTracks>({
      open: () => devices.screen(),
      trackOf: ({ video }) => video,
      stop: stopScreen,
      discard: stopScreen,
      changed: this.#changed('screen'),
      publish: () => this.#publish('presentation'),
    });
  }

  /** From now on there is a room to publish in: what is on already is published at once. */
  handleConnected(streams: Streams): void {
    this.#streams = streams;
    this.#published = new Set();
    for (const key of ['self', 'presentation'] as const) {
      this.#publish(key).catch((error) => {
        for (const device of key === 'self' ? [this.microphone, this.camera] : [this.screen]) device.fail(error);
      });
    }
  }

  /** The connection broke and may come back: until then devices go on and off here only. */
  handleInterrupted(): void {
    this.#streams = null;
  }

  /** Another connection has taken its place, and what was published before is published in it. */
  handleReconnected(streams: Streams): void {
    this.#streams = streams;
    for (const key of ['self', 'presentation'] as const) void this.#publish(key).catch(() => {});
  }

  /** @param keep - The microphone and camera stay on, for a connection that is to come back. */
  handleDisconnected(keep: boolean): void {
    this.#streams = null;
    this.#published = new Set();
    const off = keep ? [this.screen] : [this.microphone, this.camera, this.screen];
    for (const device of off) void device.disable().catch(() => {});
    if (!keep) this.#keptMicrophone.release();
  }

  #changed(name: keyof LocalDevices) {
    return (device: LocalDevices[typeof name]) => this.#state.setDevice(name, device);
  }

  #publish(key: 'self' | 'presentation'): Promise<void> {
    return this.#queues[key].run(async () => {
      const streams = this.#streams;
      if (!streams) return;
      try {
        await this.#publishIn(streams, key);
      } catch (error) {
        // The room has gone meanwhile, which is not to be blamed on what was published.
        throw streams === this.#streams ? error : roomError('aborted', undefined, error);
      }
    });
  }

  async #publishIn(streams: Streams, key: 'self' | 'presentation'): Promise<void> {
    const sources = this.#sources(key);
    const empty = !sources.audio && !sources.video;
    if (!this.#published.has(key)) {
      if (empty) return;
      await streams.add(key, sources);
      this.#published.add(key);
    } else if (empty && key === 'presentation') {
      this.#published.delete(key);
      await streams.remove(key);
    } else {
      await streams.update(key, sources);
    }
  }

  #sources(key: 'self' | 'presentation'): StreamSources {
    if (key === 'self') {
      const audio = this.microphone.opened;
      const video = this.camera.opened;
      return { ...(audio && { audio }), ...(video && { video: { track: video } }) };
    }
    const screen = this.screen.opened;
    if (!screen) return {};
    return {
      ...(screen.audio && { audio: screen.audio }),
      video: { track: screen.video, simulcast: false, content: 'detail' },
    };
  }
}

function stopScreen({ video, audio }: ScreenTracks): void {
  video.stop();
  audio?.stop();
}
