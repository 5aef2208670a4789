import { SignallingLine } from '../support/faults/SignallingLine.ts';
import { expect, test } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

/** Writes down what comes from now on, as `payload` or `payload to them`. */
const listen = ({ page }: Person) =>
  page.evaluate(() => {
    window.told = [];
    window.room.on('message_received', (_id, { payload }, recipients) =>
      window.told.push(recipients ? `${payload} to some` : payload),
    );
  });

const told = ({ page }: Person) => page.evaluate(() => window.told);
const chat = ({ page }: Person) =>
  page.evaluate(() => window.room.getState().chat.messages.map(({ payload, status }) => `${payload} ${status}`));

/** Writes many messages, a few each hundredth of a second; done when the server has all of them. */
const write = ({ page }: Person, payloads: readonly string[]) =>
  page.evaluate(async (payloads) => {
    const sending: Promise<void>[] = [];
    for (const payload of payloads) {
      sending.push(window.room.sendMessage({ type: 'text', payload }));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const outcomes = await Promise.allSettled(sending);
    return outcomes.filter(({ status }) => status === 'rejected').length;
  }, payloads);

const numbers = (letter: string) => Array.from({ length: 50 }, (_, index) => `${letter}${index}`);

test('three people write to each other; who comes later reads it, raised hands included', async ({ join }) => {
  const [ada, grace] = [await join('Ada', { devices: [] }), await join('Grace', { devices: [] })];
  for (const person of [ada, grace]) {
    await person.expectConnected();
    await listen(person);
  }
  await expect(ada.tile('Grace')).toBeVisible();
  await write(ada, ['Hello', 'Anybody?']);
  await write(grace, ['Here']);
  await expect.poll(() => told(ada)).toEqual(['Hello', 'Anybody?', 'Here']);
  await expect.poll(() => told(grace)).toEqual(['Hello', 'Anybody?', 'Here']);
  await ada.page.evaluate(() => {
    const { participants } = window.room.getState();
    const grace = [...participants.values()].find(({ name }) => name === 'Grace');
    return window.room.sendMessage({ type: 'text', payload: 'psst' }, [grace?.id ?? '']);
  });
  await expect.poll(() => told(grace)).toEqual(['Hello', 'Anybody?', 'Here', 'psst to some']);
  await grace.page.evaluate(() => window.room.hands.raise());
  await ada.page.evaluate(() => window.room.hands.raise());

  const hedy = await join('Hedy', { devices: [] });
  await hedy.expectConnected();
  await expect.poll(() => chat(hedy)).toEqual(['Hello sent', 'Anybody? sent', 'Here sent']);
  const names = await hedy.page.evaluate(() => {
    const { raisedHands, participants } = window.room.getState();
    return raisedHands.map(({ participantId }) => participants.get(participantId)?.name);
  });
  expect(names).toEqual(['Grace', 'Ada']);
});

test('none of 50 messages is lost, doubled or out of order when the socket is cut in the middle', async ({
  join,
  server,
}) => {
  const proxy = await SignallingLine.start(server.url);
  const ada = await join('Ada', { devices: [], serverUrl: proxy.url });
  const grace = await join('Grace', { devices: [], serverUrl: proxy.url });
  const hedy = await join('Hedy', { devices: [] });
  for (const person of [ada, grace, hedy]) {
    await person.expectConnected();
    await listen(person);
  }
  await expect(hedy.tile('Ada')).toBeVisible();
  await expect(hedy.tile('Grace')).toBeVisible();

  // Both of them write, and both lose their socket, twice: once for a moment, once for a while.
  const writing = Promise.all([write(ada, numbers('a')), write(grace, numbers('g'))]);
  await expect.poll(async () => (await told(hedy)).length).toBeGreaterThan(10);
  proxy.cut();
  await expect.poll(async () => (await told(hedy)).length).toBeGreaterThan(25);
  proxy.down();
  await expect(ada.page.locator('.parlour-room')).toHaveAttribute('data-status', 'reconnecting');
  proxy.up();
  expect(await writing).toEqual([0, 0]);

  for (const person of [ada, grace, hedy]) {
    await expect.poll(async () => (await told(person)).length).toBe(100);
    const all = await told(person);
    expect(all.filter((payload) => payload.startsWith('a'))).toEqual(numbers('a'));
    expect(all.filter((payload) => payload.startsWith('g'))).toEqual(numbers('g'));
    expect(await chat(person)).toEqual(all.map((payload) => `${payload} sent`));
  }
  expect(await told(ada)).toEqual(await told(hedy));
  await proxy.close();
});
