import { randomUUID } from 'node:crypto';
import type { RoomsApi } from '../support/RoomsApi.ts';
import { expect, test } from './support/fixtures.ts';
import type { Person } from './support/Person.ts';

/** What is done to somebody must show within this time. */
const AT_ONCE = { timeout: 1000 };

/** Where the tokens of somebody come from, who stays the same person. */
function tokensOf(api: RoomsApi, roomId: string, name: string, grants = {}) {
  const id = randomUUID();
  return { id, tokenSource: () => api.createToken(roomId, { participant: { id, name }, grants }) };
}

/** What has come of one kind; the same number twice in a row, a second apart, means that it has stopped. */
async function expectToStop(person: Person, name: string, what: 'audioPackets' | 'framesDecoded'): Promise<void> {
  let before = -1;
  const grown = async () => {
    const now = (await person.received(name))[what];
    const difference = now - before;
    before = now;
    return difference;
  };
  await expect.poll(grown, { intervals: [1000], timeout: 10_000 }).toBe(0);
}

test('a moderator mutes somebody, who sees why, cannot undo it, and may speak again later', async ({
  join,
  api,
  roomId,
}) => {
  test.setTimeout(120_000);
  const ada = await join('Ada', { tokenSource: tokensOf(api, roomId, 'Ada', { moderate: true }).tokenSource });
  const grace = tokensOf(api, roomId, 'Grace');
  const muted = await join('Grace', { tokenSource: grace.tokenSource });
  await ada.expectToReceive('Grace');

  await ada.page.evaluate((id) => window.room.moderation.mute(id, { reason: 'a noisy street' }), grace.id);
  const microphone = muted.control('Microphone');
  await expect(microphone).toBeDisabled(AT_ONCE);
  await expect(microphone).toHaveAttribute('aria-pressed', 'false', AT_ONCE);
  await expect(microphone).toHaveAttribute('title', /moderator.*a noisy street/);
  await expect(ada.tile('Grace')).not.toHaveAttribute('data-audio', AT_ONCE);
  await expectToStop(ada, 'Grace', 'audioPackets');
  await ada.expectToReceiveVideo('Grace');

  const refusal = await muted.page.evaluate(() =>
    window.room.devices.microphone.enable().then(
      () => null,
      ({ code }) => code,
    ),
  );
  expect(refusal).toBe('censored');
  await expectToStop(ada, 'Grace', 'audioPackets');

  const late = await join('Linus', { devices: [] });
  await expect(late.tile('Grace')).not.toHaveAttribute('data-audio');
  const seen = await late.page.evaluate(
    (id) => [
      window.room.getParticipantStream(id, 'self')?.isAudioCensored,
      window.room.getState().participants.get(id)?.censored,
    ],
    grace.id,
  );
  expect(seen).toMatchObject([true, { audio: { reason: 'a noisy street' } }]);

  await ada.page.evaluate((id) => window.room.moderation.unmute(id), grace.id);
  await expect(microphone).toBeEnabled(AT_ONCE);
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await microphone.click();
  await expect(ada.tile('Grace')).toHaveAttribute('data-audio', '');
  await ada.expectToReceive('Grace');
});

test('a camera that is kept off by REST sends no picture, and the tile says why', async ({ join, api, roomId }) => {
  const ada = await join('Ada', { devices: [] });
  const grace = tokensOf(api, roomId, 'Grace');
  const muted = await join('Grace', { tokenSource: grace.tokenSource });
  await ada.expectToReceive('Grace');
  await api.act(roomId, 'mute', { participants: [grace.id], sources: ['video'] });
  await expect(muted.control('Camera')).toBeDisabled(AT_ONCE);
  await expect(ada.tile('Grace')).not.toHaveAttribute('data-video', AT_ONCE);
  await expect(ada.tile('Grace').getByText('Turned off by a moderator')).toBeVisible();
  await expectToStop(ada, 'Grace', 'framesDecoded');
  await api.act(roomId, 'unmute', { participants: 'all', sources: ['video'] });
  await muted.control('Camera').click();
  await ada.expectToReceiveVideo('Grace');
});

test('a moderator takes away what somebody may do, and gives it back', async ({ join, api, roomId }) => {
  const ada = await join('Ada', { tokenSource: tokensOf(api, roomId, 'Ada', { moderate: true }).tokenSource });
  const grace = tokensOf(api, roomId, 'Grace');
  const guest = await join('Grace', { tokenSource: grace.tokenSource });
  await ada.expectToReceive('Grace');
  await guest.expectToReceive('Ada');
  await ada.page.evaluate((id) => window.room.moderation.setGrants(id, { publish: [], subscribe: false }), grace.id);
  await expect(guest.control('Microphone')).toBeDisabled(AT_ONCE);
  await expect(guest.control('Camera')).toBeDisabled(AT_ONCE);
  await expectToStop(ada, 'Grace', 'audioPackets');
  await expect(guest.tile('Ada').getByText('You may not watch this')).toBeVisible();
  await ada.page.evaluate(
    (id) => window.room.moderation.setGrants(id, { publish: ['audio', 'video'], subscribe: true }),
    grace.id,
  );
  await guest.expectToReceive('Ada');
  await guest.control('Microphone').click();
  await guest.control('Camera').click();
  await ada.expectToReceive('Grace');
});

test('somebody is removed, and not let in again before the ban is over', async ({ join, api, roomId }) => {
  const ada = await join('Ada', {
    tokenSource: tokensOf(api, roomId, 'Ada', { moderate: true }).tokenSource,
    devices: [],
  });
  const grace = tokensOf(api, roomId, 'Grace');
  const removed = await join('Grace', { tokenSource: grace.tokenSource, devices: [] });
  await expect(ada.tile('Grace')).toBeVisible();

  await ada.page.evaluate((id) => window.room.moderation.kick(id), grace.id);
  await expect(ada.tile('Grace')).toHaveCount(0, AT_ONCE);
  await expect(removed.page.getByText('A moderator removed you from the room.')).toBeVisible(AT_ONCE);
  await removed.page.getByRole('button', { name: 'Join again' }).click();
  await removed.expectConnected();

  await ada.page.evaluate((id) => window.room.moderation.kick(id, { banSecs: 600 }), grace.id);
  await removed.page.getByRole('button', { name: 'Join again' }).click();
  await expect(removed.page.getByText('A moderator removed you from this room.')).toBeVisible();
  const again = await join('Grace', { tokenSource: grace.tokenSource, devices: [] });
  await expect(again.page.getByText('A moderator removed you from this room.')).toBeVisible();
  await expect(ada.tile('Grace')).toHaveCount(0);
});

test('the call is ended for all', async ({ join, api, roomId }) => {
  const ada = await join('Ada', {
    tokenSource: tokensOf(api, roomId, 'Ada', { moderate: true }).tokenSource,
    devices: [],
  });
  const grace = await join('Grace', { devices: [] });
  await expect(ada.tile('Grace')).toBeVisible();
  await ada.page.evaluate(() => window.room.moderation.end());
  for (const { page } of [ada, grace]) {
    await expect(page.getByText('A moderator ended the call for everybody.')).toBeVisible(AT_ONCE);
  }
});
