import { type DebugBundle, debugBundle } from './managers/history/DebugBundle.ts';
import type { History } from './managers/history/History.ts';
import type { QualityManager } from './managers/quality/QualityManager.ts';
import type { StreamStats } from './managers/quality/StreamStats.ts';
import type { StatsCommands } from './RoomCommands.ts';
import type { RoomState } from './RoomState.ts';

interface Dependencies {
  readonly roomId: () => string;
  readonly state: Pick<RoomState, 'get'>;
  readonly quality: Pick<QualityManager, 'watchStream' | 'watchConnection'>;
  readonly history: History;
  readonly now: () => number;
}

/** How a room does: `room.stats`. */
export class RoomStats implements StatsCommands {
  readonly #to: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
  }

  watchStream(participantId: string, key: string, listener: (stats: StreamStats) => void): () => void {
    return this.#to.quality.watchStream(participantId, key, listener);
  }

  watchConnection(): () => void {
    return this.#to.quality.watchConnection();
  }

  /**
   * What has happened in this room lately, to send to whoever looks for a fault: state changes, events, requests with
   * their time and outcome, states of the transports, devices, and statistics every 10 s. It is always written down, at
   * most 256 KiB of it; tokens, names, messages and addresses are not in it.
   *
   * @example new Blob([JSON.stringify(room.stats.exportDebugBundle())], { type: 'application/json' })
   */
  exportDebugBundle(): DebugBundle {
    const { roomId, state, history, now } = this.#to;
    return debugBundle(roomId(), state.get(), history, now());
  }
}
