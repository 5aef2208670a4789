import { expect, test } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

/** The code of the error that ended the connection, once it has ended. */
async function refusal(person: Person): Promise<string | undefined> {
  await expect(person.page.locator('.parlour-room')).toHaveAttribute('data-status', 'disconnected');
  return person.page.evaluate(() => {
    const { connection } = window.room.getState();
    return connection.status === 'disconnected' ? connection.error?.code : undefined;
  });
}

test('a call goes on without a gap while its tokens of 10 s are renewed three times', async ({ join, api, roomId }) => {
  test.setTimeout(90_000);
  const ada = await join('Ada');
  const shortLived = async () => {
    // Without the refresh token: the page has to ask again, and so it can be counted.
    const { token } = await api.createToken(roomId, {
      token_ttl_secs: 10,
      participant: { id: graceId, name: 'Grace' },
    });
    return { token };
  };
  const graceId = crypto.randomUUID();
  const grace = await join('Grace', { tokenSource: shortLived });
  await grace.expectToReceive('Ada');
  await ada.expectToReceive('Grace');
  const negotiations = await grace.negotiations();
  const asked = grace.tokensAsked;

  // Each look has to find newer frames at both sides than the one before.
  while (grace.tokensAsked < asked + 3) {
    await grace.expectToReceive('Ada');
    await ada.expectToReceive('Grace');
  }
  await grace.expectToReceive('Ada');
  await grace.expectConnected();
  expect(await grace.negotiations()).toBe(negotiations);
});

test('a refresh token renews by itself, without asking the backend', async ({ join, api, roomId }) => {
  test.setTimeout(60_000);
  const grace = await join('Grace', {
    tokenSource: () => api.createToken(roomId, { token_ttl_secs: 10, participant: { name: 'Grace' } }),
  });
  await grace.expectConnected();
  await grace.page.evaluate(() => new Promise<void>((renewed) => window.room.once('token_refreshed', () => renewed())));
  expect(grace.tokensAsked).toBe(1);
  await grace.expectConnected();
});

test('a forged token is refused at once', async ({ join, api, roomId }) => {
  const { token } = await api.createToken(roomId);
  const [header, payload] = token.split('.');
  const forged = `${header}.${payload}.${'A'.repeat(86)}`;
  const eve = await join('Eve', { tokenSource: async () => ({ token: forged }) });
  expect(await refusal(eve)).toBe('token-invalid');
  await expect(eve.page.getByText('Your invitation is not valid here.')).toBeVisible();
});

test('an expired token is refused at once', async ({ join, api, roomId }) => {
  const { token } = await api.createToken(roomId, { token_ttl_secs: 10 });
  const expired = Date.now() + 11_000;
  await expect.poll(() => Date.now(), { timeout: 15_000 }).toBeGreaterThan(expired);
  const eve = await join('Eve', { tokenSource: async () => ({ token }) });
  expect(await refusal(eve)).toBe('token-expired');
});

test('a token of another room is refused at once', async ({ join, api }) => {
  const elsewhere = await api.createRoom();
  const eve = await join('Eve', { tokenSource: () => api.createToken(elsewhere) });
  expect(await refusal(eve)).toBe('token-wrong-room');
});

test('the 11th person in a room of 10 is refused', async ({ join, api, roomId }) => {
  const crowd = await join('1', { devices: [] });
  await crowd.expectConnected();
  const tokens = await Promise.all(Array.from({ length: 9 }, async () => (await api.createToken(roomId)).token));
  await crowd.page.evaluate(async (clientTokens) => {
    await Promise.all(clientTokens.map((clientToken) => window.createRoom({ clientToken }).connect()));
  }, tokens);
  await expect.poll(() => crowd.page.evaluate(() => window.room.getState().participants.size)).toBe(10);

  const late = await join('11');
  expect(await refusal(late)).toBe('room-full');
  await expect(late.page.getByText('The room is full.')).toBeVisible();
});
