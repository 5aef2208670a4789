import { expect, test } from './support/fixtures.ts';
import { lasting } from './support/lasting.ts';

test('tab hidden and frozen for a minute', async ({ call }) => {
  const { page } = call.grace;
  const devTools = await page.context().newCDPSession(page);
  await call.survives(
    async () => {
      await devTools.send('Page.setWebLifecycleState', { state: 'frozen' });
      await lasting(60_000);
      await devTools.send('Page.setWebLifecycleState', { state: 'active' });
      await page.bringToFront();
    },
    { reconnects: 'maybe' },
  );
});

test('camera unplugged, and plugged in again', async ({ call }) => {
  const { grace, ada } = call;
  await call.survives(
    async () => {
      await grace.page.evaluate(() => {
        const { camera } = window.room.getState().devices;
        if (camera.status !== 'on') throw new Error(`The camera is ${camera.status}.`);
        const { mediaDevices } = navigator;
        const list = mediaDevices.enumerateDevices.bind(mediaDevices);
        mediaDevices.enumerateDevices = async () => (await list()).filter(({ kind }) => kind !== 'videoinput');
        mediaDevices.getUserMedia = () => Promise.reject(new DOMException('It is not plugged in.', 'NotFoundError'));
        camera.track.stop();
        camera.track.dispatchEvent(new Event('ended'));
        mediaDevices.dispatchEvent(new Event('devicechange'));
      });
      await expect(ada.tile('Grace')).not.toHaveAttribute('data-video');
      await expect(grace.control('Camera')).toHaveAttribute('data-failed', '');
      await grace.page.evaluate(() => {
        const { mediaDevices } = navigator;
        // The browser's own are the prototype's.
        Reflect.deleteProperty(mediaDevices, 'enumerateDevices');
        Reflect.deleteProperty(mediaDevices, 'getUserMedia');
        mediaDevices.dispatchEvent(new Event('devicechange'));
      });
    },
    { reconnects: false, grace: ['track_disabled', 'track_enabled'], ada: ['track_disabled', 'track_enabled'] },
  );
});

test('page reloaded', async ({ call }) => {
  const { grace } = call;
  await call.survives(
    async () => {
      await grace.page.reload();
      await grace.expectConnected();
      await call.record(grace);
    },
    { grace: null, ada: call.leavesAndJoins },
  );
});

test('same person in two tabs', async ({ call, joinAsGrace }) => {
  await call.survives(
    async () => {
      const older = await call.goOnIn(await joinAsGrace());
      await call.expectJoinedElsewhere(older.person);
    },
    // The participant stays; what the older tab shared ends, and what the newer one shares begins.
    { grace: null, ada: ['subscription_ended', 'stream_unpublished', 'stream_published', 'subscription_started'] },
  );
});

test('same person in two tabs, the older offline meanwhile', async ({ call, joinAsGrace }) => {
  await call.survives(
    async () => {
      await call.offline();
      await call.expectReconnecting(call.grace);
      const older = await call.goOnIn(await joinAsGrace());
      await call.online(older);
      await call.expectJoinedElsewhere(older.person);
    },
    { grace: null, ada: ['subscription_ended', 'stream_unpublished', 'stream_published', 'subscription_started'] },
  );
});
