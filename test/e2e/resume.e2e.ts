import { SignallingLine } from '../support/faults/SignallingLine.ts';
import { expect, test } from './support/fixtures.ts';

test('a call goes on while its signalling is cut, and nothing is lost or doubled', async ({ join, server }) => {
  const proxy = await SignallingLine.start(server.url);
  const ada = await join('Ada');
  const grace = await join('Grace', { serverUrl: proxy.url });
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  const negotiations = [await ada.negotiations(), await grace.negotiations()];
  await grace.page.evaluate(() => {
    window.told = [];
    const { room, told } = window;
    room.on('participant_joined', () => told.push('joined'));
    room.on('participant_left', () => told.push('left'));
    room.on('disconnected', (reason) => told.push(reason));
    room.on('reconnected', () => told.push('reconnected'));
    room.on('track_disabled', (_id, _key, kind) => told.push(`${kind} off`));
  });

  proxy.down();
  await expect(grace.page.locator('.parlour-room')).toHaveAttribute('data-status', 'reconnecting');
  await expect(ada.tile('Grace')).toContainText('Reconnecting');
  await ada.control('Microphone').click();
  // Media needs no signalling.
  await grace.expectToReceiveVideo('Ada');
  // What is asked for meanwhile is done as soon as it can be.
  await grace.control('Camera').click();
  proxy.up();

  await grace.expectConnected();
  await expect(grace.tile('Ada')).not.toHaveAttribute('data-audio');
  await expect(ada.tile('Grace')).not.toHaveAttribute('data-video');
  await expect(ada.tile('Grace')).not.toContainText('Reconnecting');
  // Ada's microphone and Grace's own camera, once each.
  const told = await grace.page.evaluate(() => window.told);
  expect(told.sort()).toEqual(['audio off', 'reconnected', 'video off']);
  expect([await ada.negotiations(), await grace.negotiations()]).toEqual(negotiations);
  await proxy.close();
});

test('a broken socket is replaced at once', async ({ join, server }) => {
  const proxy = await SignallingLine.start(server.url);
  const grace = await join('Grace', { serverUrl: proxy.url });
  await grace.expectConnected();
  await grace.page.evaluate(() => {
    window.told = [];
    window.room.on('reconnected', () => window.told.push('reconnected'));
  });
  for (const times of [1, 2, 3]) {
    proxy.cut();
    await expect.poll(() => grace.page.evaluate(() => window.told.length)).toBe(times);
    await grace.expectConnected();
  }
  await proxy.close();
});

test('a room recovers without the code that comes late, and gets it when it can be had', async ({ join, server }) => {
  const late = /\/engine\/watching\.ts/;
  const proxy = await SignallingLine.start(server.url);
  const grace = await join('Grace', { serverUrl: proxy.url, missing: late });
  await grace.expectConnected();
  await grace.page.evaluate(() => {
    window.told = [];
    window.room.on('reconnected', () => window.told.push('reconnected'));
    window.room.on('network_metrics_report', () => window.told.push('measured'));
  });
  const ask = () =>
    grace.page.evaluate(() =>
      window.room.enableNetworkMetricsReport([window.room.getState().localParticipantId]).then(
        () => 'measures',
        (error) => error.code,
      ),
    );
  expect(await ask()).toBe('unreachable');

  proxy.down();
  await expect(grace.page.locator('.parlour-room')).toHaveAttribute('data-status', 'reconnecting');
  proxy.up();
  await grace.expectConnected();
  expect(await grace.page.evaluate(() => window.told)).toEqual(['reconnected']);

  await grace.page.context().unroute(late);
  await expect.poll(ask).toBe('measures');
  await expect.poll(() => grace.page.evaluate(() => window.told)).toContain('measured');
  await proxy.close();
});

declare global {
  interface Window {
    /** What the room has told, in its order. */
    told: string[];
  }
}
