import type { NetworkMetrics, QualityLevel } from '../../src/index.ts';
import { MediaPath } from '../support/faults/MediaPath.ts';
import { SignallingLine } from '../support/faults/SignallingLine.ts';
import { expect, test } from './support/fixtures.ts';

test('everybody sees whose connection loses packets, and its owner sees it in the streams', async ({
  join,
  server,
}) => {
  const line = await SignallingLine.start(server.url);
  const path = await MediaPath.start();
  line.rewriteJoin = path.rewriteJoin;
  // Over TCP, which ICE may prefer on a busy machine, no packet would be lost.
  path.tcp = false;
  const ada = await join('Ada');
  await ada.expectConnected();
  const grace = await join('Grace', { serverUrl: line.url });
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  /** The level that a person's page has for somebody, by name. */
  const level = ({ page }: typeof ada, name: string) =>
    page.evaluate((wanted): QualityLevel => {
      const { participants, connectionQualities } = window.room.getState();
      const id = [...participants.values()].find((participant) => participant.name === wanted)?.id ?? '';
      return connectionQualities.get(id) ?? 5;
    }, name);
  await grace.page.evaluate(async () => {
    window.metrics = [];
    window.room.on('network_metrics_report', (metrics) => window.metrics.push(metrics));
    const ids = [...window.room.getState().participants.keys()];
    await window.room.enableNetworkMetricsReport(ids, { includeStreams: true });
  });
  /** The least that Grace was told of her own connection, and of the streams in both directions, in the last reports. */
  const reported = (count = 1) =>
    grace.page.evaluate((reports) => {
      const { localParticipantId } = window.room.getState();
      const last = window.metrics.slice(-reports);
      const streams = last
        .flatMap((report) => Object.values(report))
        .flatMap(({ streams: byKey }) => [...(byKey?.values() ?? [])]);
      const of = (direction: string) =>
        streams.flatMap(({ audio, video }) => [audio, video].filter((one) => one.direction === direction));
      return {
        own: Math.min(...last.map((report) => report[localParticipantId]?.connectionQuality ?? -1)),
        outbound: Math.min(...of('outbound').map(({ quality }) => quality)),
        inbound: Math.min(...of('inbound').map(({ quality }) => quality)),
      };
    }, count);
  await expect.poll(async () => (await reported()).own, { timeout: 30_000 }).toBeGreaterThanOrEqual(4);
  expect(await level(ada, 'Grace')).toBe(5);

  // What was told before is of another connection.
  await grace.page.evaluate(() => void window.metrics.splice(0));
  path.loss = 1 / 3;
  await expect.poll(async () => (await reported()).own, { timeout: 30_000 }).toBeLessThanOrEqual(2);
  await expect.poll(async () => (await reported(20)).inbound).toBeLessThanOrEqual(2);
  await expect.poll(async () => (await reported(20)).outbound).toBeLessThanOrEqual(3);
  await expect.poll(() => level(ada, 'Grace'), { timeout: 30_000 }).toBeLessThanOrEqual(3);
  expect(await level(grace, 'Ada')).toBe(5);

  const bundle = await grace.page.evaluate(() => JSON.stringify(window.room.stats.exportDebugBundle()));
  const { history } = JSON.parse(bundle) as { history: { type: string; detail: Record<string, unknown> | null }[] };
  expect(history.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['request', 'connection', 'event', 'transport']),
  );
  expect(history.filter(({ type }) => type === 'quality').length).toBeGreaterThan(0);
  await grace.page.close();
  await line.close();
  await path.close();
});

declare global {
  interface Window {
    metrics: NetworkMetrics[];
  }
}
