import type { MediaSession } from '../../../media/index.ts';
import type { MediaKind, NotificationData, QualityLevel } from '../../../protocol/index.ts';
import type { Environment } from '../../Environment.ts';
import type { NetworkMetrics } from '../../RoomEvents.ts';
import type { RoomState } from '../../RoomState.ts';
import type { History } from '../history/History.ts';
import { recordMedia } from '../history/recordMedia.ts';
import type { Subscriptions } from '../subscriptions/Subscriptions.ts';
import { ConnectionQualities } from './ConnectionQualities.ts';
import { NetworkMetricsReports } from './NetworkMetricsReports.ts';
import { OwnConnection } from './OwnConnection.ts';
import type { StreamStats } from './StreamStats.ts';
import { TrackMonitor } from './TrackMonitor.ts';

/** What a connected session has to measure with. */
interface Measurable {
  readonly media: {
    readonly stats: MediaSession['stats'];
    readonly watchStates: MediaSession['watchStates'];
    readonly publisher: Pick<MediaSession['publisher'], 'producerOf'>;
  };
  readonly subscriptions: Pick<Subscriptions, 'kindOf'>;
}

interface Dependencies {
  readonly state: RoomState;
  readonly history: Pick<History, 'add'>;
  readonly environment: Pick<Environment, 'now' | 'setTimer'>;
  readonly report: (metrics: NetworkMetrics) => void;
}

/** Somebody who wants to know how a stream goes. */
interface StreamWatch {
  readonly participantId: string;
  readonly key: string;
  readonly listener: (stats: StreamStats) => void;
  undo: () => void;
}

/** How good everybody's connection is: what the SFU tells always, what the browser counts only while somebody asks. */
export class QualityManager {
  readonly reports: NetworkMetricsReports;
  readonly #state: RoomState;
  readonly #qualities: ConnectionQualities;
  readonly #monitor: TrackMonitor;
  readonly #own: OwnConnection;
  readonly #watches = new Set<StreamWatch>();
  readonly #record: (session: Measurable) => () => void;
  #session: Measurable | null = null;
  #undoRecord: () => void = () => {};

  constructor({ state, history, environment, report }: Dependencies) {
    this.#record = (session) => recordMedia(session.media, history, environment);
    this.#state = state;
    this.#qualities = new ConnectionQualities(state);
    this.#monitor = new TrackMonitor(state);
    this.#own = new OwnConnection({ monitor: this.#monitor, qualities: this.#qualities, environment });
    this.reports = new NetworkMetricsReports({
      state,
      monitor: this.#monitor,
      watchOwn: () => this.#own.watch(),
      told: (participantId, key, kind) => this.#told(participantId, key, kind),
      expects: (participantId, key, kind) => this.#expects(participantId, key, kind),
      environment,
      report,
    });
  }

  /** A session is there: of the one before nothing counts. */
  handleConnected(session: Measurable): void {
    this.handleDisconnected();
    this.#session = session;
    this.#undoRecord = this.#record(session);
    this.#qualities.clear();
    // Only now it is known who is local.
    for (const watch of this.#watches) this.#begin(watch);
    this.#monitor.handleConnected(session.media.stats);
    this.reports.handleConnected();
  }

  handleDisconnected(): void {
    this.#session = null;
    this.#undoRecord();
    this.reports.handleDisconnected();
    this.#monitor.handleDisconnected();
  }

  handleChanged(data: NotificationData<'qualityChanged'>): void {
    this.#qualities.handleChanged(data);
  }

  handleLeft(participantId: string): void {
    this.#qualities.handleLeft(participantId);
  }

  /** Calls `listener` each second with how a stream goes, while it is connected. @returns Undoes it. */
  watchStream(participantId: string, key: string, listener: (stats: StreamStats) => void): () => void {
    const watch: StreamWatch = { participantId, key, listener, undo: () => {} };
    this.#watches.add(watch);
    this.#begin(watch);
    return () => {
      this.#watches.delete(watch);
      watch.undo();
    };
  }

  /** Has our own connection measured, beside what the SFU tells of it. @returns Undoes it. */
  watchConnection(): () => void {
    return this.#own.watch();
  }

  #begin(watch: StreamWatch): void {
    const { participantId, key, listener } = watch;
    const own = participantId === this.#state.get().localParticipantId;
    watch.undo();
    watch.undo = this.#monitor.watch(own ? 'send' : 'receive', () => listener(this.#monitor.stats(participantId, key)));
  }

  #expects(participantId: string, key: string, kind: MediaKind): boolean {
    const known = this.#session?.subscriptions.kindOf(participantId, key, kind);
    return known !== null && known !== undefined && known.consumerId !== null && !known.sent.paused;
  }

  #told(participantId: string, key: string, kind: MediaKind): QualityLevel {
    if (participantId === this.#state.get().localParticipantId) {
      return this.#qualities.ofProducer(this.#session?.media.publisher.producerOf(key, kind) ?? '');
    }
    return this.#qualities.ofConsumer(this.#session?.subscriptions.kindOf(participantId, key, kind)?.consumerId ?? '');
  }
}
