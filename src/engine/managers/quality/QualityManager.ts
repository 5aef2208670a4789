import type { NotificationData } from '../../../protocol/index.ts';
import type { Environment } from '../../Environment.ts';
import { loadWatching } from '../../loadWatching.ts';
import { whenLoaded } from '../../whenLoaded.ts';
import { ConnectionQualities } from './ConnectionQualities.ts';
import type { Measurable, Measurements, MeasurementsDependencies } from './Measurements.ts';
import type { NetworkMetricsReports } from './NetworkMetricsReports.ts';
import type { StreamStats } from './StreamStats.ts';

type Dependencies = Omit<MeasurementsDependencies, 'qualities' | 'environment'> & {
  readonly environment: MeasurementsDependencies['environment'] & Pick<Environment, 'whenIdle'>;
};

/** How good everybody's connection is: what the SFU tells always, what the browser counts only while somebody asks. */
export class QualityManager {
  readonly #to: Dependencies;
  readonly #qualities: ConnectionQualities;
  #session: Measurable | null = null;
  #measurements: Measurements | null = null;
  /** What is wanted of them; they come when a room runs. */
  readonly #wishes = new Set<(measurements: Measurements) => void>();
  #undoLoading: () => void = () => {};

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    this.#qualities = new ConnectionQualities(dependencies.state);
  }

  /** A session is there: of the one before nothing counts. */
  handleConnected(session: Measurable): void {
    this.handleDisconnected();
    this.#session = session;
    this.#qualities.clear();
    session.media.watchStates((direction, state) => this.#to.history.add('transport', { direction, state }));
    if (this.#measurements) this.#measurements.handleConnected(session);
    else
      this.#undoLoading = whenLoaded(
        () => this.#measure(),
        this.#to.environment,
        () => {},
      );
  }

  handleDisconnected(): void {
    this.#undoLoading();
    this.#session = null;
    this.#measurements?.handleDisconnected();
  }

  handleChanged(data: NotificationData<'qualityChanged'>): void {
    this.#qualities.handleChanged(data);
  }

  handleLeft(participantId: string): void {
    this.#qualities.handleLeft(participantId);
  }

  /** Calls `listener` each second with how a stream goes, while it is connected. @returns Undoes it. */
  watchStream(participantId: string, key: string, listener: (stats: StreamStats) => void): () => void {
    return this.#wish((measurements) => measurements.watchStream(participantId, key, listener));
  }

  /** Has our own connection measured, beside what the SFU tells of it. @returns Undoes it. */
  watchConnection(): () => void {
    return this.#wish((measurements) => measurements.watchConnection());
  }

  /** The reports that may be enabled. @throws RoomError `unreachable` when their code is */
  async reports(): Promise<NetworkMetricsReports> {
    return (await this.#measure()).reports;
  }

  #wish(begin: (measurements: Measurements) => () => void): () => void {
    if (this.#measurements) return begin(this.#measurements);
    const wish = (measurements: Measurements) => {
      undo = begin(measurements);
    };
    let undo = () => {
      this.#wishes.delete(wish);
    };
    this.#wishes.add(wish);
    return () => undo();
  }

  async #measure(): Promise<Measurements> {
    const { Measurements: Loaded } = await loadWatching();
    if (this.#measurements) return this.#measurements;
    const measurements = new Loaded({ ...this.#to, qualities: this.#qualities });
    this.#measurements = measurements;
    if (this.#session) measurements.handleConnected(this.#session);
    for (const wish of this.#wishes) wish(measurements);
    this.#wishes.clear();
    return measurements;
  }
}
