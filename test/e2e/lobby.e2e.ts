import type { RoomServer } from '../support/startRoomServer.ts';
import { expect, test } from './support/fixtures.ts';

async function gauge({ url }: RoomServer, name: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(metrics)?.[1]);
}

test('in the lobby transports are connected, and nobody sees or hears anything of it', async ({ join, server }) => {
  const ada = await join('Ada');
  await ada.expectConnected();
  const before = await gauge(server, 'parlour_transports');
  const grace = await join('Grace', { lobby: true });
  await expect.poll(() => grace.transportStates()).toEqual(['connected', 'connected']);
  expect(await gauge(server, 'parlour_transports')).toBe(before + 2);
  expect(await gauge(server, 'parlour_participants')).toBe(1);
  await expect(grace.page.locator('video')).toBeVisible();
  await ada.expectConnected();
  await expect(ada.tile('Grace')).toHaveCount(0);
  expect(await grace.packetsSent()).toBe(0);

  await grace.page.getByRole('button', { name: 'Join' }).click();
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  expect(await grace.transportStates()).toEqual(['connected', 'connected']);
  expect(await gauge(server, 'parlour_participants')).toBe(2);
});

test('who comes from the lobby, and who was alone, negotiates once for the other', async ({ join }) => {
  const ada = await join('Ada');
  await ada.expectConnected();
  const grace = await join('Grace', { lobby: true });
  const people = [ada, grace];
  // What the SFU probes with is a section of its own, and has been negotiated by then.
  for (const person of people) {
    await expect.poll(async () => Object.keys(await person.offered())).toEqual(['placeholder', 'probator']);
    await expect.poll(() => person.transportStates()).toEqual(['connected', 'connected']);
  }
  const before = await Promise.all(people.map((person) => person.negotiations()));

  await grace.page.getByRole('button', { name: 'Join' }).click();
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  const after = await Promise.all(people.map((person) => person.negotiations()));
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([2, 2]);
  for (const person of people) {
    const { placeholder, probator, ...others } = await person.offered();
    const [sound, picture] = Object.values(others).sort((one, other) => one.length - other.length);
    expect(sound?.length).toBeGreaterThan(0);
    // Its probes would not be told apart, or not be counted, with fewer.
    expect(probator).toEqual(expect.arrayContaining(picture ?? []));
  }
});

test('a lobby that is closed without joining frees everything', async ({ join, server }) => {
  const before = await gauge(server, 'parlour_transports');
  const grace = await join('Grace', { lobby: true });
  await expect.poll(() => grace.transportStates()).toEqual(['connected', 'connected']);
  expect(await gauge(server, 'parlour_transports')).toBe(before + 2);
  await grace.page.close({ runBeforeUnload: true });
  await expect.poll(() => gauge(server, 'parlour_transports')).toBe(before);
});
