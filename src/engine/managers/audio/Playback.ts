import type { RoomError } from '../../../errors/index.ts';
import type { AudioSurroundings } from '../../../media/index.ts';
import type { AudioCommands } from '../../RoomCommands.ts';
import { PlayedElement } from './PlayedElement.ts';

interface Callbacks {
  blocked(blocked: boolean): void;
  sinkFailed(error: RoomError): void;
  /** The person has done something on the page, or has come back to it: what waits for that may start. */
  awake(): void;
  /** The mix of all sound, if there is one: whoever hears it must not hear its parts as well. */
  mix(): MediaStreamTrack | null;
}

/** How many elements that play nothing are kept for the next ones. */
const SPARE = 16;

/** Everything of the room that is heard: its elements, where they play, and that they play at all. */
export class Playback implements AudioCommands {
  readonly #surroundings: AudioSurroundings;
  readonly #to: Callbacks;
  readonly #played = new Set<PlayedElement>();
  /**
   * Elements that have played before: Safari lets each one play by itself once the person has clicked, and asks for
   * another click for a new one: https://webkit.org/blog/6784/new-video-policies-for-ios/
   */
  readonly #spare: HTMLAudioElement[] = [];
  /** Those that we have silenced, as the mix is heard. */
  readonly #silenced = new Set<HTMLMediaElement>();
  #sinkId = '';
  #blocked = false;
  #unlisten: (() => void)[] = [];
  #ungesture: (() => void) | null = null;

  constructor(surroundings: AudioSurroundings, callbacks: Callbacks) {
    this.#surroundings = surroundings;
    this.#to = callbacks;
  }

  play(track: MediaStreamTrack): () => void {
    const element = this.#spare.pop() ?? this.#surroundings.createElement();
    element.srcObject = this.#surroundings.createStream(track);
    const detach = this.#add(element, true);
    let playing = true;
    return () => {
      if (!playing) return;
      playing = false;
      detach();
      element.pause();
      element.srcObject = null;
      if (this.#spare.length < SPARE) this.#spare.push(element);
    };
  }

  attach(element: HTMLMediaElement): () => void {
    return this.#add(element, false);
  }

  async unblock(): Promise<void> {
    this.#to.awake();
    await Promise.all([...this.#played].filter(({ blocked }) => blocked).map((played) => played.play()));
  }

  /** @throws RoomError why not; then everything plays by the system's default. */
  async setSink(sinkId: string): Promise<void> {
    this.#sinkId = sinkId;
    try {
      await Promise.all([...this.#played].map((played) => played.setSink(sinkId)));
    } catch (error) {
      if (this.#sinkId === sinkId) this.#resetSink();
      throw error;
    }
  }

  #add(element: HTMLMediaElement, persistent: boolean): () => void {
    const played = new PlayedElement(element, this.#sinkId, persistent, {
      blocked: () => this.#showBlocked(),
      changed: () => this.#silenceParts(),
      sinkFailed: (error) => {
        this.#resetSink();
        this.#to.sinkFailed(error);
      },
    });
    this.#played.add(played);
    if (this.#played.size === 1) this.#listen();
    this.#silenceParts();
    return () => {
      played.close();
      if (!this.#played.delete(played)) return;
      this.#unsilence(element);
      this.#silenceParts();
      if (this.#played.size > 0) return;
      for (const undo of this.#unlisten.splice(0)) undo();
    };
  }

  #resetSink(): void {
    this.#sinkId = '';
    for (const played of this.#played) played.setSink('').catch(() => {});
  }

  #listen(): void {
    this.#unlisten.push(
      // What was interrupted while nobody looked goes on: https://bugs.webkit.org/show_bug.cgi?id=208516
      this.#surroundings.onVisible(() => {
        this.#to.awake();
        for (const played of this.#played) if (played.element.paused) void played.play();
      }),
    );
  }

  #showBlocked(): void {
    const blocked = [...this.#played].some((played) => played.blocked);
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    // Whatever the person does on the page, the sound may begin with it.
    if (blocked) this.#ungesture = this.#surroundings.onGesture(() => void this.unblock());
    else this.#ungesture?.();
    this.#to.blocked(blocked);
  }

  /** While the mix is played by one of the elements, the others are silent. */
  #silenceParts(): void {
    const mix = this.#to.mix();
    const isMix = ({ element }: PlayedElement) =>
      mix !== null && !element.paused && (element.srcObject as MediaStream | null)?.getTracks().includes(mix) === true;
    const mixes = new Set([...this.#played].filter(isMix));
    for (const played of this.#played) {
      const { element } = played;
      if (mixes.size === 0 || mixes.has(played)) this.#unsilence(element);
      else if (!element.muted) {
        element.muted = true;
        this.#silenced.add(element);
      }
    }
  }

  #unsilence(element: HTMLMediaElement): void {
    if (this.#silenced.delete(element)) element.muted = false;
  }
}
