import type { Emitter } from './Emitter.ts';
import type { Environment } from './Environment.ts';
import type { History } from './managers/history/History.ts';
import { recordState } from './managers/history/recordState.ts';
import { QualityManager } from './managers/quality/QualityManager.ts';
import type { RoomEvents } from './RoomEvents.ts';
import type { RoomState } from './RoomState.ts';
import { RoomStats } from './RoomStats.ts';

interface Dependencies {
  readonly roomId: () => string;
  readonly history: History;
  readonly state: RoomState;
  readonly events: Emitter<RoomEvents>;
  readonly environment: Pick<Environment, 'now' | 'setTimer' | 'whenIdle'>;
}

/** All that watches how a room does. */
export function observeRoom(to: Dependencies): { readonly quality: QualityManager; readonly stats: RoomStats } {
  const { state, history, events, environment } = to;
  recordState(state, history);
  const report = events.emit.bind(events, 'network_metrics_report');
  const quality = new QualityManager({ state, history, environment, report });
  return { quality, stats: new RoomStats({ ...to, quality, now: environment.now }) };
}
