import { RoomError } from '../../../errors/index.ts';
import type { History, HistoryDetail } from './History.ts';

/** Told by what caused them, or so often that they would push out all the rest. */
const NOT_TOLD: ReadonlySet<PropertyKey> = new Set(['state_changed', 'network_metrics_report', 'speaker_changed']);

/** Writes down an event with what is short in it: ids, keys and reasons, the code of an error. What people write is not. */
export function recordEvent(history: Pick<History, 'add'>, event: PropertyKey, args: readonly unknown[]): void {
  if (NOT_TOLD.has(event)) return;
  const detail: Record<string, HistoryDetail[string]> = { event: String(event) };
  for (let index = 0; index < args.length; index += 1) {
    const value = args[index];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') detail[index] = value;
    else if (value instanceof RoomError) detail[index] = value.code;
  }
  history.add('event', detail);
}
