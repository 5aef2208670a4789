import type { MediaKind, QualityLevel } from '../../../protocol/index.ts';
import { connectionQualityOf } from '../../connectionQualityOf.ts';
import type { Environment } from '../../Environment.ts';
import type { NetworkMetrics } from '../../RoomEvents.ts';
import type { State } from '../../State.ts';
import { streamId } from '../../Topic.ts';
import { flowQuality } from './flowQuality.ts';
import type { TrackMonitor } from './TrackMonitor.ts';

/** How often a report comes, in milliseconds. */
const REPORT_INTERVAL = 2_000;

interface Dependencies {
  readonly state: { get(): State };
  readonly monitor: Pick<TrackMonitor, 'watch' | 'stats'>;
  /** Has our own connection measured until it is undone. */
  readonly watchOwn: () => () => void;
  /** What the SFU knows of one kind of a stream. */
  readonly told: (participantId: string, key: string, kind: MediaKind) => QualityLevel;
  /** Whether a kind of somebody's stream was asked to flow. */
  readonly expects: (participantId: string, key: string, kind: MediaKind) => boolean;
  readonly environment: Pick<Environment, 'setTimer'>;
  readonly report: (metrics: NetworkMetrics) => void;
}

/** Reports of how good connections are, for the participants for whom they are enabled and while they are. */
export class NetworkMetricsReports {
  readonly #to: Dependencies;
  /** Whether the streams are wanted, too, by participant id. */
  readonly #enabled = new Map<string, boolean>();
  #undoTimer: (() => void) | null = null;
  #undoWatches: (() => void)[] = [];

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  enable(participantIds: readonly string[], includeStreams: boolean): void {
    for (const id of participantIds) this.#enabled.set(id, includeStreams);
    this.#restart();
  }

  /** @param participantIds - @default all */
  disable(participantIds: readonly string[] = [...this.#enabled.keys()]): void {
    for (const id of participantIds) this.#enabled.delete(id);
    this.#restart();
  }

  /** The connection is there, or there again: reports go on for whom they were enabled. */
  handleConnected(): void {
    this.#restart();
  }

  handleDisconnected(): void {
    this.#stop();
  }

  #restart(): void {
    this.#stop();
    const { state, monitor, watchOwn } = this.#to;
    const { connection, localParticipantId } = state.get();
    const connected = connection.status === 'connected' || connection.status === 'reconnecting';
    if (this.#enabled.size === 0 || !connected) return;
    const readAlong = () => {};
    if (this.#enabled.has(localParticipantId)) this.#undoWatches.push(watchOwn());
    const others = [...this.#enabled].some(([id, includeStreams]) => id !== localParticipantId && includeStreams);
    if (others) this.#undoWatches.push(monitor.watch('receive', readAlong));
    this.#schedule();
  }

  #stop(): void {
    this.#undoTimer?.();
    this.#undoTimer = null;
    for (const undo of this.#undoWatches.splice(0)) undo();
  }

  #schedule(): void {
    this.#undoTimer = this.#to.environment.setTimer(REPORT_INTERVAL, () => {
      this.#schedule();
      this.#to.report(this.#metrics());
    });
  }

  #metrics(): NetworkMetrics {
    const state = this.#to.state.get();
    const metrics: Record<string, NetworkMetrics[string]> = {};
    for (const [id, includeStreams] of this.#enabled) {
      const connectionQuality = connectionQualityOf(state, id);
      if (connectionQuality === null) continue;
      const streams = new Map(
        Object.keys(state.participants.get(id)?.streams ?? {}).map((key) => [key, this.#stream(state, id, key)]),
      );
      metrics[id] = { connectionQuality, ...(includeStreams && { streams }) };
    }
    return metrics;
  }

  #stream(state: State, participantId: string, key: string) {
    const stats = this.#to.monitor.stats(participantId, key);
    const { direction } = stats;
    const stream = state.streams.get(streamId(participantId, key));
    const of = (kind: MediaKind) => {
      const enabled = kind === 'audio' ? stream?.isAudioEnabled : stream?.isVideoEnabled;
      const expected = direction === 'outbound' || this.#to.expects(participantId, key, kind);
      if (!enabled || !expected) return { direction, quality: 5 as const };
      return { direction, quality: flowQuality(stats[kind], direction, this.#to.told(participantId, key, kind)) };
    };
    return { audio: of('audio'), video: of('video') };
  }
}
