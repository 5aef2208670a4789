import { Chance } from '../support/faults/Chance.ts';
import { expect, test } from './support/fixtures.ts';
import { lasting } from './support/lasting.ts';

test('socket closed by the client', async ({ call }) => {
  await call.survives(() => call.grace.page.evaluate(() => window.openSockets.at(-1)?.close()));
});

test('socket closed by the server', async ({ call }) => {
  await call.survives(() => call.line.closeAsServer());
});

test('socket cut', async ({ call }) => {
  await call.survives(() => call.line.cut());
});

test('socket half open', async ({ call }) => {
  await call.survives(() => call.line.halfOpen());
});

test('proxy refuses for 5 s', async ({ call }) => {
  await call.survives(async () => {
    call.line.down();
    await lasting(5_000);
    call.line.up();
  });
});

test('proxy loses a fifth of all messages', async ({ call }) => {
  // By a count the same request might be lost each time that it is sent.
  const chance = new Chance();
  await call.survives(
    async () => {
      call.line.fate = () => (chance.next() < 1 / 5 ? 'lost' : 'pass');
      await call.talk();
      await call.talk();
      call.line.fate = () => 'pass';
    },
    { reconnects: 'maybe' },
  );
});

test('proxy delays messages by up to 0.8 s', async ({ call }) => {
  let messages = 0;
  await call.survives(
    async () => {
      call.line.fate = () => {
        messages += 1;
        return ((messages * 3) % 5) * 200;
      };
      await call.talk();
      await call.talk();
      call.line.fate = () => 'pass';
    },
    { reconnects: false },
  );
});

test('proxy sends every message twice', async ({ call }) => {
  await call.survives(async () => {
    call.line.fate = () => 'twice';
    call.line.cut();
    await call.talk();
    await call.talk();
    await expect.poll(() => call.line.sockets).toBe(1);
    call.line.fate = () => 'pass';
  });
});
