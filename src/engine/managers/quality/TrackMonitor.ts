import { type MediaSession, type PathStats, readPath, TrackRates, type TrackStats } from '../../../media/index.ts';
import type { State } from '../../State.ts';
import { streamId } from '../../Topic.ts';
import type { StreamStats } from './StreamStats.ts';

type Direction = 'send' | 'receive';
type Source = MediaSession['stats'];

/** What one transport showed last. */
class Reading {
  rates: TrackRates | null = null;
  tracks: ReadonlyMap<string, TrackStats> = new Map();
  path: PathStats | null = null;
}

/** How all tracks go that are sent or received: read each second while somebody wants to know, and not at all otherwise. */
export class TrackMonitor {
  readonly #state: { get(): State };
  readonly #watchers: Record<Direction, Set<() => void>> = { send: new Set(), receive: new Set() };
  readonly #undo: Partial<Record<Direction, () => void>> = {};
  #readings: Record<Direction, Reading> = { send: new Reading(), receive: new Reading() };
  #source: Source | null = null;

  constructor(state: { get(): State }) {
    this.#state = state;
  }

  handleConnected(source: Source): void {
    this.handleDisconnected();
    this.#source = source;
    for (const direction of ['send', 'receive'] as const) this.#read(direction);
  }

  handleDisconnected(): void {
    for (const direction of ['send', 'receive'] as const) this.#stop(direction);
    this.#source = null;
  }

  /** Calls `listener` after each reading of a transport, until it is undone. */
  watch(direction: Direction, listener: () => void): () => void {
    const own = () => listener();
    const watchers = this.#watchers[direction];
    watchers.add(own);
    this.#read(direction);
    return () => {
      watchers.delete(own);
      if (watchers.size === 0) this.#stop(direction);
    };
  }

  /** How the way to the SFU is, by that transport; null when nobody has it read. */
  path(direction: Direction): PathStats | null {
    return this.#readings[direction].path;
  }

  /** All tracks of a transport that flow, or should. */
  tracks(direction: Direction): readonly TrackStats[] {
    return [...this.#readings[direction].tracks.values()];
  }

  stats(participantId: string, key: string): StreamStats {
    const { streams, localParticipantId } = this.#state.get();
    const stream = streams.get(streamId(participantId, key));
    const own = participantId === localParticipantId;
    const { tracks } = this.#readings[own ? 'send' : 'receive'];
    const audio = tracks.get(stream?.audioTrack?.id ?? '');
    const video = tracks.get(stream?.videoTrack?.id ?? '');
    return {
      participantId,
      key,
      direction: own ? 'outbound' : 'inbound',
      audio: audio?.kind === 'audio' ? audio : null,
      video: video?.kind === 'video' ? video : null,
    };
  }

  #read(direction: Direction): void {
    if (!this.#source || this.#undo[direction] || this.#watchers[direction].size === 0) return;
    const stats = this.#source[direction];
    this.#undo[direction] = stats.subscribe((report) => {
      const reading = this.#readings[direction];
      reading.rates ??= new TrackRates();
      reading.path = readPath(report);
      const screens = this.#screens();
      reading.tracks = reading.rates.update(report, reading.path, (trackId) => screens.has(trackId));
      for (const listener of [...this.#watchers[direction]]) listener();
    });
  }

  #stop(direction: Direction): void {
    this.#undo[direction]?.();
    delete this.#undo[direction];
    this.#readings = { ...this.#readings, [direction]: new Reading() };
  }

  /** Ids of the video tracks whose picture need not move. */
  #screens(): Set<string> {
    const screens = [...this.#state.get().streams.values()].filter(({ key }) => key === 'presentation');
    return new Set(screens.flatMap(({ videoTrack }) => (videoTrack ? [videoTrack.id] : [])));
  }
}
