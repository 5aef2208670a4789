import type { AudioSurroundings } from '../../media/index.ts';

/** An element that plays when a test's browser lets it. */
export class FakeAudioElement extends EventTarget {
  muted = false;
  paused = true;
  sinkId = '';
  readonly #audio: FakeAudio;
  #srcObject: MediaStream | null = null;

  constructor(audio: FakeAudio) {
    super();
    this.#audio = audio;
  }

  get srcObject(): MediaStream | null {
    return this.#srcObject;
  }

  set srcObject(stream: MediaStream | null) {
    this.#srcObject = stream;
    if (!stream) this.paused = true;
    this.dispatchEvent(new Event(stream ? 'canplay' : 'emptied'));
  }

  /** The track that is heard of it. */
  get heard(): MediaStreamTrack | null {
    return this.paused || this.muted ? null : (this.#srcObject?.getTracks()[0] ?? null);
  }

  async play(): Promise<void> {
    if (!this.#audio.allowed && !this.muted) throw new DOMException('Click first.', 'NotAllowedError');
    if (!this.paused) return;
    this.paused = false;
    this.dispatchEvent(new Event('playing'));
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  async setSinkId(sinkId: string): Promise<void> {
    const { refusal } = this.#audio;
    if (refusal && sinkId !== '') throw refusal;
    this.sinkId = sinkId;
  }
}

/** Everything that sound is played with, in a test's hands. */
export class FakeAudio implements AudioSurroundings {
  /** Whether the browser plays without a click. */
  allowed = true;
  /** Whether the system takes devices away and does not give them back, as iOS does. */
  interrupts = false;
  /** Why no speaker can be chosen. */
  refusal: DOMException | null = null;
  readonly elements: FakeAudioElement[] = [];
  readonly contexts: FakeAudioContext[] = [];
  readonly #visible = new Set<() => void>();
  readonly #gestures = new Set<() => void>();

  /** What is heard now, each as often as it is. */
  get heard(): MediaStreamTrack[] {
    return this.elements.flatMap(({ heard }) => heard ?? []);
  }

  /** How many listeners somebody has added and not removed. */
  get listeners(): number {
    return this.#visible.size + this.#gestures.size;
  }

  createElement(): HTMLAudioElement {
    const element = new FakeAudioElement(this);
    this.elements.push(element);
    return element as unknown as HTMLAudioElement;
  }

  createStream(track: MediaStreamTrack): MediaStream {
    return { getTracks: () => [track] } as MediaStream;
  }

  createContext(): AudioContext {
    const context = new FakeAudioContext();
    this.contexts.push(context);
    return context as unknown as AudioContext;
  }

  onVisible(listener: () => void): () => void {
    this.#visible.add(listener);
    return () => this.#visible.delete(listener);
  }

  onGesture(listener: () => void): () => void {
    this.#gestures.add(listener);
    return () => this.#gestures.delete(listener);
  }

  /** The person comes back to the page. */
  show(): void {
    for (const listener of [...this.#visible]) listener();
  }

  /** The person does something on the page, after which the browser plays. */
  click(): void {
    this.allowed = true;
    for (const listener of [...this.#gestures]) listener();
  }
}

/** Web Audio that only remembers what is connected. */
export class FakeAudioContext extends EventTarget {
  state: AudioContextState | 'interrupted' = 'suspended';
  /** The tracks that are mixed now. */
  readonly mixed = new Set<MediaStreamTrack>();

  createMediaStreamDestination() {
    const track = { kind: 'audio', readyState: 'live', stop: () => Object.assign(track, { readyState: 'ended' }) };
    return { stream: { getAudioTracks: () => [track] } };
  }

  createMediaStreamSource(stream: MediaStream) {
    const [track] = stream.getTracks() as [MediaStreamTrack];
    return { connect: () => this.mixed.add(track), disconnect: () => this.mixed.delete(track) };
  }

  async resume(): Promise<void> {
    this.become('running');
  }

  async close(): Promise<void> {
    this.become('closed');
  }

  become(state: FakeAudioContext['state']): void {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}
