import type { Metrics } from './Metrics.ts';

const BUCKETS_SECS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 1, 2, 5, 10];

/** Runs a join and measures it. */
export type MeasureJoin = <Answer>(join: () => Promise<Answer>) => Promise<Answer>;

/** Measures how long joins take the server, from the request to the answer; those that are refused apart. */
export function measureJoins(metrics: Metrics): MeasureJoin {
  const durations = metrics.histogram(
    'parlour_join_duration_seconds',
    'Time from a request to join to its answer.',
    BUCKETS_SECS,
    ['result'],
  );
  return async (join) => {
    const stop = durations.startTimer();
    try {
      const answer = await join();
      stop({ result: 'joined' });
      return answer;
    } catch (error) {
      stop({ result: 'refused' });
      throw error;
    }
  };
}
