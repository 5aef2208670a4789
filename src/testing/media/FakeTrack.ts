/** A track that a test controls: what the engine uses of `MediaStreamTrack`, and {@link end} to pull the plug. */
export class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readonly kind: 'audio' | 'video';
  label: string;
  enabled = true;
  muted = false;
  contentHint = '';
  readyState: MediaStreamTrackState = 'live';
  #settings: MediaTrackSettings;
  readonly #listeners = new Set<EventListener>();
  readonly #watchers = new Set<EventListener>();

  constructor(kind: 'audio' | 'video', settings: MediaTrackSettings = {}) {
    super();
    this.kind = kind;
    this.label = `fake ${kind}`;
    this.#settings = settings;
  }

  /** How many listeners somebody has added and not removed. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** It is the track of that device. */
  comesFrom({ deviceId, groupId, label }: Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'label'>): void {
    this.#settings = { ...this.#settings, deviceId, groupId };
    this.label = label;
  }

  /** How many of them go with a signal, as the engine's do; those of mediasoup-client do not. */
  get watchers(): number {
    return this.#watchers.size;
  }

  getSettings(): MediaTrackSettings {
    return this.#settings;
  }

  /** As in browsers, whoever stops a track is not told that it ended. */
  stop(): void {
    this.readyState = 'ended';
  }

  /** The device was unplugged, or the browser's own "stop sharing" was used. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  /** The system, or a switch on the device, mutes it or no longer does. */
  mute(muted = true): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  override addEventListener(type: string, listener: EventListener, options?: AddEventListenerOptions): void {
    super.addEventListener(type, listener, options);
    this.#listeners.add(listener);
    if (!options?.signal) return;
    this.#watchers.add(listener);
    options.signal.addEventListener('abort', () => {
      this.#listeners.delete(listener);
      this.#watchers.delete(listener);
    });
  }

  override removeEventListener(type: string, listener: EventListener): void {
    super.removeEventListener(type, listener);
    this.#listeners.delete(listener);
  }
}

/** A microphone's or screen's sound. */
export function audioTrack(): FakeTrack & MediaStreamTrack {
  return new FakeTrack('audio') as unknown as FakeTrack & MediaStreamTrack;
}

/** A camera's picture; 1280×720 unless told. */
export function videoTrack(width = 1280, height = 720): FakeTrack & MediaStreamTrack {
  return new FakeTrack('video', { width, height }) as unknown as FakeTrack & MediaStreamTrack;
}
