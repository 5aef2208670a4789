import type { RoomError } from '../../../errors/index.ts';
import type {
  AudioProcessor,
  DeviceStorage,
  DeviceWish,
  ProcessingCost,
  ScreenTracks,
  StreamSources,
  VideoProcessor,
} from '../../../media/index.ts';
import type { MediaKind } from '../../../protocol/index.ts';
import type { DeviceState, EffectOptions } from '../../DeviceState.ts';
import type { Environment } from '../../Environment.ts';
import { initialDevice } from '../../initialState.ts';
import type { RoomCommands } from '../../RoomCommands.ts';
import type { RoomState } from '../../RoomState.ts';
import type { Playback } from '../audio/Playback.ts';
import { Speaker } from '../audio/Speaker.ts';
import type { LocalStreams } from '../LocalStreams.ts';
import { DeviceChoices } from './DeviceChoices.ts';
import { DeviceEffects } from './DeviceEffects.ts';
import { DeviceInventory, type DeviceNews } from './DeviceInventory.ts';
import { DevicePublications, SELF } from './DevicePublications.ts';
import { KeptMicrophone } from './KeptMicrophone.ts';
import { OwnDevice } from './OwnDevice.ts';
import type { DeviceTarget } from './targetOf.ts';

type Streams = Pick<LocalStreams, 'add' | 'update' | 'remove'>;

/** Where sound comes out. */
type Sinks = Pick<Playback, 'setSink'>;
type Surroundings = Pick<Environment, 'devices' | 'deviceCatalog' | 'audio' | 'setTimer' | 'watchConditions'>;
type Devices = RoomCommands['devices'];

const PRESENTATION = 'presentation';

/**
 * Our microphone, camera and screens, before a room is connected and in it. In a connected room the first two are the
 * stream `self`, each screen with its sound is a stream of its own, the first one `presentation`.
 */
export class LocalDevicesManager implements Devices {
  readonly microphone: OwnDevice<MediaStreamTrack>;
  readonly camera: OwnDevice<MediaStreamTrack>;
  readonly speaker: Speaker;
  readonly #state: RoomState;
  readonly #environment: Surroundings;
  readonly #choices: DeviceChoices;
  readonly #inventory: DeviceInventory;
  readonly #publications: DevicePublications;
  readonly #keptMicrophone: KeptMicrophone;
  readonly #screens = new Map<string, OwnDevice<ScreenTracks>>();
  readonly #effects: DeviceEffects;
  /** As the devices tell it, without their effects. */
  readonly #plain: Partial<Record<'microphone' | 'camera', DeviceState>> = {};
  /** Lets go of the inventory; null while neither a device nor a room needs it. */
  #letGo: (() => void) | null = null;
  #connected = false;
  /** What is on has been in a room: it is not a lobby's, which goes on when nothing came of joining. */
  #entered = false;

  constructor(state: RoomState, environment: Surroundings, storage: DeviceStorage | null, sinks: Sinks) {
    this.#state = state;
    this.#environment = environment;
    this.#choices = new DeviceChoices(storage);
    this.#publications = new DevicePublications({
      sources: (key) => this.#sources(key),
      refused: (key, kinds, error) => this.#refused(key, kinds, error),
    });
    this.#inventory = new DeviceInventory(environment.deviceCatalog, (news) => state.batch(() => this.#learn(news)));
    this.speaker = new Speaker(this.#choices.get('speaker'), {
      setSink: (deviceId) => sinks.setSink(deviceId),
      changed: (speaker) => state.setDevice('speaker', { ...speaker, blocked: state.get().devices.speaker.blocked }),
      replaced: (cause) => state.emit('device_changed', 'speaker', cause),
      remember: (choice) => this.#choices.set('speaker', choice),
    });
    this.#effects = new DeviceEffects(environment, {
      opened: (name) => this[name].opened,
      changed: (name) => {
        this.#show(name);
        void this.#publications.publish(SELF).catch(() => {});
      },
    });
    const { devices } = environment;
    this.#keptMicrophone = new KeptMicrophone((target) => devices.microphone(wishOf(target)));
    this.microphone = this.#ownDevice('microphone', {
      open: (target) => this.#keptMicrophone.open(target),
      stop: (track, openedFor) => this.#keptMicrophone.mute(track, openedFor),
    });
    this.camera = this.#ownDevice('camera', {
      open: (target) => devices.camera(wishOf(target)),
      stop: (track) => track.stop(),
    });
  }

  get screen(): OwnDevice<ScreenTracks> {
    return this.screenShare(PRESENTATION);
  }

  screenShare(key: string): OwnDevice<ScreenTracks> {
    const screen = this.#screens.get(key) ?? this.#ownScreen(key);
    this.#screens.set(key, screen);
    return screen;
  }

  setVideoEffect(processor: VideoProcessor | null, options: EffectOptions = {}): Promise<void> {
    return this.#effects.set('camera', processor, options);
  }

  setAudioEffect(processor: AudioProcessor | null, options: EffectOptions = {}): Promise<void> {
    return this.#effects.set('microphone', processor, options);
  }

  effectCost(kind: MediaKind): ProcessingCost | null {
    return this.#effects.costOf(kind === 'audio' ? 'microphone' : 'camera');
  }

  watch(): () => void {
    return this.#inventory.hold();
  }

  async release(): Promise<void> {
    const off = [this.microphone, this.camera, ...this.#screens.values()].map((device) => device.disable());
    // Muted by that, or before.
    this.#keptMicrophone.release();
    await Promise.allSettled(off);
  }

  /** A place where a connection is prepared: what is on is made ready, and is not in a room yet. @returns That it is. */
  handlePreparing(place: Streams): Promise<void> {
    this.#publications.handleConnected(place, false);
    return this.#publishAll();
  }

  /** From now on there is a room to publish in: what is on already is published at once. */
  handleConnected(streams: Streams): void {
    this.#enter(streams, false);
  }

  /** The connection broke and may come back: until then devices go on and off here only. */
  handleInterrupted(): void {
    this.#publications.handleInterrupted();
  }

  /** Another connection has taken its place, and what was published before is published in it. */
  handleReconnected(streams: Streams): void {
    this.#enter(streams, true);
  }

  /** @param keep - The microphone and camera stay on, for a connection that is to come back. */
  handleDisconnected(keep: boolean): void {
    if (!this.#entered) return;
    this.#entered = keep;
    this.#connected = false;
    this.#publications.handleDisconnected();
    if (keep) for (const screen of this.#screens.values()) void screen.disable().catch(() => {});
    else void this.release();
    this.#holdWhileNeeded();
  }

  #enter(streams: Streams, published: boolean): void {
    this.#connected = true;
    this.#entered = true;
    this.#publications.handleConnected(streams, published);
    this.#holdWhileNeeded();
    void this.#publishAll();
  }

  async #publishAll(): Promise<void> {
    const keys = [SELF, PRESENTATION, ...this.#screens.keys()];
    await Promise.allSettled(keys.map((key) => this.#publications.publish(key)));
  }

  #learn({ lists, permissions }: DeviceNews): void {
    for (const name of ['microphone', 'camera'] as const) {
      const { [name]: permission } = permissions;
      if (permission) this[name].handle({ type: 'permission', permission });
    }
    if (!lists) return;
    this.microphone.handle({ type: 'listed', available: lists.audioinput });
    this.camera.handle({ type: 'listed', available: lists.videoinput });
    this.speaker.handleListed(lists.audiooutput);
  }

  #ownDevice(
    name: 'microphone' | 'camera',
    {
      open,
      stop,
    }: {
      open(target: DeviceTarget): Promise<MediaStreamTrack>;
      stop(track: MediaStreamTrack, openedFor: string): void;
    },
  ): OwnDevice<MediaStreamTrack> {
    const initial: DeviceState = { ...initialDevice, choice: this.#choices.get(name) };
    if (initial.choice) this.#state.setDevice(name, initial);
    return new OwnDevice(initial, {
      open,
      stop,
      trackOf: (track) => track,
      discard: (track) => track.stop(),
      changed: (state) => {
        this.#plain[name] = state;
        this.#effects.handleSource(name);
        this.#show(name);
        this.#holdWhileNeeded();
      },
      publish: () => this.#publications.publish(SELF),
      look: () => this.#inventory.look(),
      replaced: (cause) => this.#state.emit('device_changed', name, cause),
      remember: (choice) => this.#choices.set(name, choice),
      recovers: true,
    });
  }

  /** Tells of a device with its effect. */
  #show(name: 'microphone' | 'camera'): void {
    const { effect: _, ...told } = this.#state.get().devices[name];
    const plain = this.#plain[name] ?? told;
    const effect = this.#effects.stateOf(name);
    const shown = plain.status === 'on' ? { ...plain, track: this.#effects.outputOf(name) ?? plain.track } : plain;
    this.#state.setDevice(name, effect ? { ...shown, effect } : shown);
  }

  #ownScreen(key: string): OwnDevice<ScreenTracks> {
    return new OwnDevice<ScreenTracks>(initialDevice, {
      open: () => this.#environment.devices.screen(),
      trackOf: ({ video }) => video,
      stop: stopScreen,
      discard: stopScreen,
      changed: (state) => this.#state.setScreen(key, state),
      publish: () => this.#publications.publish(key),
      look: async () => {},
      replaced: () => {},
      remember: () => {},
      // Nobody can know which other screen would do.
      recovers: false,
    });
  }

  /** Watches for devices that come and go while one is used, and in a room. */
  #holdWhileNeeded(): void {
    const { microphone, camera } = this.#state.get().devices;
    const needed = this.#connected || microphone.status !== 'off' || camera.status !== 'off';
    if (needed) this.#letGo ??= this.#attend();
    else if (this.#letGo) {
      this.#letGo();
      this.#letGo = null;
    }
  }

  #attend(): () => void {
    const release = this.#inventory.hold();
    const { audio } = this.#environment;
    const undo = audio.onVisible(() => {
      // The microphone of an interrupted call stays muted on iOS: https://bugs.webkit.org/show_bug.cgi?id=208516
      if (audio.interrupts) for (const device of [this.microphone, this.camera]) device.revive();
    });
    return () => {
      undo();
      release();
    };
  }

  #refused(key: string, kinds: readonly ('audio' | 'video')[], error: RoomError): void {
    if (key !== SELF) this.screenShare(key).fail(error);
    else for (const kind of kinds) this[kind === 'audio' ? 'microphone' : 'camera'].fail(error);
  }

  #sources(key: string): StreamSources {
    if (key === SELF) {
      const audio = this.#effects.outputOf('microphone');
      const video = this.#effects.outputOf('camera');
      return { ...(audio && { audio }), ...(video && { video: { track: video } }) };
    }
    const screen = this.#screens.get(key)?.opened;
    if (!screen) return {};
    return {
      ...(screen.audio && { audio: screen.audio }),
      video: { track: screen.video, simulcast: false, content: 'detail' },
    };
  }
}

function wishOf({ deviceId, exact }: DeviceTarget): DeviceWish | undefined {
  return deviceId === null ? undefined : { deviceId, exact };
}

function stopScreen({ video, audio }: ScreenTracks): void {
  video.stop();
  audio?.stop();
}
