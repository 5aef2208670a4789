import { describe, expect, it, vi } from 'vitest';
import { Metrics } from '../../src/operations/Metrics.ts';

describe('metrics', () => {
  it('leave out what cannot be read just now, and show the rest', async () => {
    const metrics = new Metrics();
    metrics.gauge('broken', 'It fails.', () => Promise.reject(new Error('the database is away')));
    metrics.gauges('broken_kinds', 'They fail.', ['kind'], () => Promise.reject(new Error('the worker is away')));
    metrics.totals('broken_total', 'It fails.', ['kind'], () => Promise.reject(new Error('the worker is away')));
    metrics.gauge('whole', 'It does not.', () => 2);
    metrics.gauges('kinds', 'Labelled.', ['kind'], () => [{ labels: { kind: 'one' }, value: 1 }]);
    const text = await metrics.render();
    expect(text).not.toMatch(/^broken/m);
    expect(text).toMatch(/^whole 2$/m);
    expect(text).toMatch(/^kinds\{kind="one"\} 1$/m);
  });

  it('wait for nothing that hangs', async () => {
    vi.useFakeTimers();
    const metrics = new Metrics();
    metrics.gauge('stuck', 'It never answers.', () => new Promise(() => undefined));
    metrics.gauge('whole', 'It does.', () => 2);
    const rendered = metrics.render();
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    expect(await rendered).toMatch(/^whole 2$/m);
    expect(await rendered).not.toMatch(/^stuck /m);
  });

  it('forget the labels of what is gone, and of totals count only what is there', async () => {
    const metrics = new Metrics();
    let workers = ['0', '1'];
    metrics.totals('seconds_total', 'Of workers.', ['worker'], () =>
      workers.map((worker) => ({ labels: { worker }, value: 3 })),
    );
    expect(await metrics.render()).toMatch(/^seconds_total\{worker="1"\} 3$/m);
    workers = ['0'];
    expect(await metrics.render()).not.toMatch(/worker="1"/);
    expect(await metrics.render()).toMatch(/^seconds_total\{worker="0"\} 3$/m);
  });

  it('show the process in every server that runs in it', async () => {
    for (const metrics of [new Metrics(), new Metrics()]) {
      metrics.addProcess();
      expect(await metrics.render()).toMatch(/^process_resident_memory_bytes \d/m);
    }
  });
});
