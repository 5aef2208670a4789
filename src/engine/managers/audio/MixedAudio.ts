import { AudioMixer, type AudioSurroundings } from '../../../media/index.ts';
import type { DemandHandle } from '../../Demand.ts';
import type { RoomState } from '../../RoomState.ts';
import type { Stream } from '../../State.ts';
import type { Demands } from '../Demands.ts';

interface Dependencies {
  readonly state: RoomState;
  readonly demands: Pick<Demands, 'add'>;
  readonly surroundings: AudioSurroundings;
}

interface Part {
  readonly demand: DemandHandle;
  track: MediaStreamTrack | undefined;
  remove: () => void;
}

/** All remote audio in one track, from the first time that somebody asks for it to the end of the connection. */
export class MixedAudio {
  readonly #to: Dependencies;
  readonly #parts = new Map<string, Part>();
  #mixer: AudioMixer | null = null;
  #unsubscribe: () => void = () => {};

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  /** The mix, if somebody has asked for it. */
  get made(): MediaStreamTrack | null {
    return this.#mixer?.track ?? null;
  }

  /** The mix. Undefined outside a room, and where there is no Web Audio. */
  readonly read = (): MediaStreamTrack | undefined => {
    const { state, surroundings } = this.#to;
    const { status } = state.get();
    if (!this.#mixer && (status === 'connected' || status === 'reconnecting')) {
      const context = surroundings.createContext();
      if (!context) return undefined;
      this.#mixer = new AudioMixer(context, surroundings);
      this.#mixer.resume();
      this.#unsubscribe = state.subscribe(({ streams }, topics) => {
        if ([...topics].some((topic) => topic === 'streams' || topic.startsWith('stream:'))) this.#follow(streams);
      });
      // Not now: whoever reads a state must not change it by that.
      queueMicrotask(() => this.#follow(state.get().streams));
    }
    return this.#mixer?.track;
  };

  /** A click, say: what the browser has held back may begin. */
  handleAwake(): void {
    this.#mixer?.resume();
  }

  /** The connection has ended for good, and the mix with it. */
  handleDisconnected(): void {
    this.#unsubscribe();
    for (const id of [...this.#parts.keys()]) this.#drop(id);
    this.#mixer?.close();
    this.#mixer = null;
  }

  #follow(streams: ReadonlyMap<string, Stream>): void {
    const mixer = this.#mixer;
    if (!mixer) return;
    for (const id of [...this.#parts.keys()]) if (!streams.has(id)) this.#drop(id);
    for (const { id, participantId, key, origin, audioTrack } of streams.values()) {
      if (origin === 'local') continue;
      let part = this.#parts.get(id);
      if (!part) {
        const demand = this.#to.demands.add({ participantId, key, kind: 'audio' });
        part = { demand, track: undefined, remove: () => {} };
        this.#parts.set(id, part);
      }
      if (part.track === audioTrack) continue;
      part.remove();
      part.track = audioTrack;
      part.remove = audioTrack ? mixer.add(audioTrack) : () => {};
    }
  }

  #drop(id: string): void {
    const part = this.#parts.get(id);
    this.#parts.delete(id);
    part?.remove();
    part?.demand.release();
  }
}
