import type { Metrics } from '../operations/Metrics.ts';

/**
 * How many tracks are being recorded, and how recordings end.
 *
 * @param count - How many there are that are not finished.
 * @returns Counts one that has ended.
 */
export function addRecordingMetrics(
  metrics: Pick<Metrics, 'gauge' | 'counter'>,
  count: () => number,
): (status: 'completed' | 'failed') => void {
  metrics.gauge('parlour_recordings', 'Recordings that go on, or whose file is being stored.', count);
  const ended = metrics.counter('parlour_recordings_ended_total', 'Recordings that have ended.', ['status']);
  // Shown from the start: an alert on what fails needs the nought before it.
  for (const status of ['completed', 'failed']) ended.inc({ status }, 0);
  return (status) => ended.inc({ status });
}
