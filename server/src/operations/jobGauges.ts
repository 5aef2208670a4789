import type { Jobs } from '../jobs/Jobs.ts';
import type { Metrics } from './Metrics.ts';

/** How much there is still to do. The database is asked, which knows also what another process left behind. */
export function addJobGauges(metrics: Metrics, jobs: Pick<Jobs, 'depths'>): void {
  metrics.gauges('parlour_jobs', 'Jobs that are not done, by queue and state.', ['queue', 'state'], async () =>
    (await jobs.depths()).map(({ queue, state, count }) => ({ labels: { queue, state }, value: count })),
  );
}
