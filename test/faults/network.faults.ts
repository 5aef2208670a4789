import { expect, test } from './support/fixtures.ts';
import { lasting } from './support/lasting.ts';

for (const seconds of [1, 5, 25, 90]) {
  test(`offline for ${seconds} s`, async ({ call }) => {
    await call.survives(
      async () => {
        const back = Date.now() + seconds * 1000;
        await call.offline();
        if (seconds > 5) await expect(call.ada.tile('Grace')).toContainText('Reconnecting', { timeout: 5_500 });
        await lasting(back - Date.now());
        await call.online();
      },
      {
        // A second passes before anybody minds.
        reconnects: seconds > 1 ? true : 'maybe',
        // Past the resume window the others see her go and come.
        ...(seconds > 30 && { ada: call.leavesAndJoins }),
      },
    );
  });
}

test.describe(() => {
  test.use({ graceToken: { token_ttl_secs: 10 } });

  test('token expired while offline for 15 s', async ({ call }) => {
    await call.survives(async () => {
      const back = Date.now() + 15_000;
      await call.offline();
      await call.expectReconnecting(call.grace);
      await lasting(back - Date.now());
      await call.online();
    });
  });
});

test('UDP blocked, then TCP, then UDP again, the other one open', async ({ call }) => {
  const { path } = call;
  let blocked = false;
  await call.survives(
    () => {
      path.udp = blocked;
      path.tcp = !blocked;
      blocked = !blocked;
    },
    { reconnects: 'maybe' },
  );
});

test('address changed', async ({ call }) => {
  await call.survives(() => call.path.move(), { reconnects: 'maybe' });
});

test('ICE failed: no media for 30 s', async ({ call }) => {
  await call.survives(
    async () => {
      call.path.block();
      await lasting(30_000);
      call.path.open();
    },
    { reconnects: 'maybe' },
  );
});
