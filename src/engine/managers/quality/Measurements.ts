import type { MediaSession } from '../../../media/index.ts';
import type { MediaKind, QualityLevel } from '../../../protocol/index.ts';
import type { Environment } from '../../Environment.ts';
import type { NetworkMetrics } from '../../RoomEvents.ts';
import type { RoomState } from '../../RoomState.ts';
import type { History } from '../history/History.ts';
import { StatsSampler } from '../history/StatsSampler.ts';
import type { Subscriptions } from '../subscriptions/Subscriptions.ts';
import type { ConnectionQualities } from './ConnectionQualities.ts';
import { NetworkMetricsReports } from './NetworkMetricsReports.ts';
import { OwnConnection } from './OwnConnection.ts';
import type { StreamStats } from './StreamStats.ts';
import { TrackMonitor } from './TrackMonitor.ts';

/** What a connected session has to measure with. */
export interface Measurable {
  readonly media: {
    readonly stats: MediaSession['stats'];
    readonly watchStates: MediaSession['watchStates'];
    readonly publisher: Pick<MediaSession['publisher'], 'producerOf'>;
  };
  readonly subscriptions: Pick<Subscriptions, 'kindOf'>;
}

export interface MeasurementsDependencies {
  readonly state: RoomState;
  readonly history: Pick<History, 'add'>;
  readonly environment: Pick<Environment, 'now' | 'setTimer'>;
  readonly qualities: ConnectionQualities;
  readonly report: (metrics: NetworkMetrics) => void;
}

/** Somebody who wants to know how a stream goes. */
interface StreamWatch {
  readonly participantId: string;
  readonly key: string;
  readonly listener: (stats: StreamStats) => void;
  undo: () => void;
}

/** What the browser counts: read while somebody asks, and now and then for the history. */
export class Measurements {
  readonly reports: NetworkMetricsReports;
  readonly #to: MeasurementsDependencies;
  readonly #monitor: TrackMonitor;
  readonly #own: OwnConnection;
  readonly #watches = new Set<StreamWatch>();
  #session: Measurable | null = null;
  #sampler: StatsSampler | null = null;

  constructor(dependencies: MeasurementsDependencies) {
    this.#to = dependencies;
    this.#monitor = new TrackMonitor(dependencies.state);
    this.#own = new OwnConnection({ ...dependencies, monitor: this.#monitor });
    this.reports = new NetworkMetricsReports({
      ...dependencies,
      monitor: this.#monitor,
      watchOwn: () => this.#own.watch(),
      told: (participantId, key, kind) => this.#told(participantId, key, kind),
      expects: (participantId, key, kind) => this.#expects(participantId, key, kind),
    });
  }

  handleConnected(session: Measurable): void {
    this.#session = session;
    this.#sampler = new StatsSampler({ ...this.#to, stats: session.media.stats });
    // Only now it is known who is local.
    for (const watch of this.#watches) this.#begin(watch);
    this.#monitor.handleConnected(session.media.stats);
    this.reports.handleConnected();
  }

  handleDisconnected(): void {
    this.#session = null;
    this.#sampler?.close();
    this.reports.handleDisconnected();
    this.#monitor.handleDisconnected();
  }

  watchStream(participantId: string, key: string, listener: (stats: StreamStats) => void): () => void {
    const watch: StreamWatch = { participantId, key, listener, undo: () => {} };
    this.#watches.add(watch);
    this.#begin(watch);
    return () => {
      this.#watches.delete(watch);
      watch.undo();
    };
  }

  watchConnection(): () => void {
    return this.#own.watch();
  }

  #begin(watch: StreamWatch): void {
    const { participantId, key, listener } = watch;
    const own = participantId === this.#to.state.get().localParticipantId;
    watch.undo();
    watch.undo = this.#monitor.watch(own ? 'send' : 'receive', () => listener(this.#monitor.stats(participantId, key)));
  }

  #expects(participantId: string, key: string, kind: MediaKind): boolean {
    const known = this.#session?.subscriptions.kindOf(participantId, key, kind);
    return known !== null && known !== undefined && known.consumerId !== null && !known.sent.paused;
  }

  #told(participantId: string, key: string, kind: MediaKind): QualityLevel {
    const { state, qualities } = this.#to;
    if (participantId === state.get().localParticipantId) {
      return qualities.ofProducer(this.#session?.media.publisher.producerOf(key, kind) ?? '');
    }
    return qualities.ofConsumer(this.#session?.subscriptions.kindOf(participantId, key, kind)?.consumerId ?? '');
  }
}
