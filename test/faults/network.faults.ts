import { test } from './support/fixtures.ts';
import { lasting } from './support/lasting.ts';

for (const seconds of [1, 5, 25, 90]) {
  test(`offline for ${seconds} s`, async ({ call }) => {
    await call.survives(
      async () => {
        await call.offline();
        await lasting(seconds * 1000);
        await call.online();
      },
      {
        // A second passes before anybody minds.
        reconnects: seconds > 1 ? true : 'maybe',
        // Past the resume window the others see her go and come.
        ...(seconds > 30 && {
          ada: [
            'participant_leaving',
            'subscription_ended',
            'stream_unpublished',
            'participant_left',
            'participant_joined',
            'stream_published',
            'subscription_started',
          ],
        }),
      },
    );
  });
}

test('UDP blocked, TCP open', async ({ call }) => {
  await call.survives(
    () => {
      call.path.udp = false;
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
