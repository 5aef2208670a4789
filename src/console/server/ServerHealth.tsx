'use client';
import { Fragment } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { formatDuration, formatMegabytes, formatNumber } from '../i18n/format.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Badge } from '../list/Badge.tsx';
import { useServerHealth } from '../live/LiveUpdates.tsx';
import type { HealthReport } from './HealthReport.ts';

const BYTES_IN_MEGABYTE = 1_000_000;
const DATABASES = { pglite: 'PGlite', postgres: 'PostgreSQL' } as const;
/** What jobs that are not done are waiting for, in the order of their words. */
const JOB_STATES = ['waiting', 'running', 'failed'] as const;

/** How the server is, as it says every few seconds. Put it inside `LiveUpdates`. Renders a `<section>`. */
export function ServerHealth() {
  const messages = useConsoleMessages();
  const health = useServerHealth();
  return (
    <ConsolePart heading={messages['shell.server']}>
      {health ? (
        <Report health={health} />
      ) : (
        <p className="parlour-console-muted" role="status">
          {messages['health.waiting']}
        </p>
      )}
    </ConsolePart>
  );
}

function Report({ health }: { health: HealthReport }) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const number = (value: number | null) => (value === null ? messages['health.unknown'] : formatNumber(tag, value));
  const failed = Object.values(health.checks).includes('failed') || !health.database.ok;
  const state = failed ? 'health.failing' : health.draining ? 'health.draining' : 'health.ok';
  const figures = [
    [messages['health.rooms'], number(health.rooms_live)],
    [messages['health.people'], number(health.participants_live)],
    [messages['health.producers'], number(health.producers)],
    [messages['health.consumers'], number(health.consumers)],
    [messages['health.uptime'], formatDuration(tag, health.uptime_secs)],
    [messages['health.memory'], formatMegabytes(tag, health.memory_bytes / BYTES_IN_MEGABYTE)],
    [messages['health.database'], DATABASES[health.database.kind]],
    [messages['health.version'], health.version],
  ] as const;
  const jobWords = {
    waiting: messages['health.jobsWaiting'],
    running: messages['health.jobsRunning'],
    failed: messages['recordings.failed'],
  };
  const jobs = JOB_STATES.filter((one) => (health.jobs[one] ?? 0) > 0);
  return (
    <>
      <p className="parlour-console-subject" role="status">
        <Badge tone={failed ? 'bad' : health.draining ? 'live' : 'quiet'}>{messages[state]}</Badge>
      </p>
      <dl className="parlour-console-figures">
        {figures.map(([name, value]) => (
          <div key={name} className="parlour-console-fact">
            <dt className="parlour-console-term">{name}</dt>
            <dd className="parlour-console-figure">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="parlour-console-groups">
        <Group name={messages['health.checks']}>
          {Object.entries(health.checks).map(([name, result]) => [
            name,
            messages[result === 'ok' ? 'health.passed' : 'recordings.failed'],
          ])}
        </Group>
        <Group name={messages['health.workers']}>
          {health.workers.map(({ index, rooms }) => [
            messages['health.worker'](formatNumber(tag, index + 1)),
            `${messages['shell.rooms']}: ${formatNumber(tag, rooms)}`,
          ])}
        </Group>
        <Group name={messages['health.jobs']} empty={messages['health.noJobs']}>
          {jobs.map((one) => [jobWords[one], formatNumber(tag, health.jobs[one] ?? 0)])}
        </Group>
      </div>
    </>
  );
}

function Group({
  name,
  empty,
  children,
}: {
  name: string;
  empty?: string;
  children: readonly (readonly [string, string])[];
}) {
  return (
    <div className="parlour-console-group">
      <h2 className="parlour-console-subheading">{name}</h2>
      {children.length === 0 ? (
        <p className="parlour-console-muted">{empty}</p>
      ) : (
        <dl className="parlour-console-pairs">
          {children.map(([term, value]) => (
            <Fragment key={term}>
              <dt className="parlour-console-term">{term}</dt>
              <dd className="parlour-console-value">{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
