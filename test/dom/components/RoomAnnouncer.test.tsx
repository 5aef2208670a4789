import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnnouncementSettings, RoomAnnouncer, RoomProvider } from '../../../src/components/index.ts';
import de from '../../../src/i18n/locales/de.ts';
import { createFakeRoom } from '../../../src/testing/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { MutableStore } from '../support/MutableStore.ts';

// The fake room has a time of its own; these timers are the announcer's.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => act(() => vi.advanceTimersByTime(count * 1000));
const region = (politeness: 'polite' | 'assertive') =>
  [...(screen.getByTestId('announcer').querySelector(`[aria-live=${politeness}]`)?.children ?? [])].map(
    (line) => line.textContent,
  );

async function announced(announce?: AnnouncementSettings) {
  const fake = createFakeRoom({
    name: 'Ada',
    people: [{ name: 'Grace' }],
    room: { enableMessages: true },
  });
  render(
    <RoomProvider room={fake.room}>
      <RoomAnnouncer announce={announce} data-testid="announcer" />
    </RoomProvider>,
  );
  await act(() => fake.connect());
  seconds(5);
  const enter = (...names: string[]) =>
    act(async () => {
      for (const name of names) await fake.people.add({ name });
    });
  return { ...fake, enter };
}

describe('a room’s announcer', () => {
  it('says nothing of who is there already', async () => {
    await announced();
    expect(region('polite')).toEqual([]);
  });

  it('says who joins and who leaves', async () => {
    const { enter, people } = await announced();
    await enter('Alan');
    expect(region('polite')).toEqual([]);
    seconds(0.5);
    expect(region('polite')).toEqual(['Alan joined']);
    await act(() => people.get('alan').leave());
    seconds(3);
    expect(region('polite')).toEqual(['Alan left']);
  });

  it('says together what happens together', async () => {
    const { enter, people } = await announced();
    await enter('Ana', 'Ben');
    seconds(0.5);
    expect(region('polite')).toEqual(['Ana and Ben joined']);
    await enter('Cleo', 'Dan', 'Eve', 'Finn');
    await act(() => people.get('ana').raiseHand());
    seconds(3);
    expect(region('polite')).toEqual(['Cleo and 3 others joined', 'Ana raised a hand']);
  });

  it('says who waits to be let in, once', async () => {
    const { people } = await announced();
    await act(() => people.knock({ name: 'Ana' }));
    seconds(0.5);
    expect(region('polite')).toEqual(['Ana waits to be let in']);
    await act(async () => {
      await people.knock({ name: 'Ben' });
      await people.knock({ name: 'Cleo' });
    });
    seconds(3);
    expect(region('polite')).toEqual(['Ben and Cleo wait to be let in']);
  });

  it('says nothing of who comes and goes at once', async () => {
    const { enter, people } = await announced();
    await enter('Ana');
    await act(() => people.get('ana').leave());
    seconds(10);
    expect(region('polite')).toEqual([]);
  });

  it('waits three seconds from one announcement to the next', async () => {
    const { enter } = await announced();
    await enter('Ana');
    seconds(0.5);
    await enter('Ben');
    seconds(2.9);
    expect(region('polite')).toEqual(['Ana joined']);
    seconds(0.1);
    expect(region('polite')).toEqual(['Ben joined']);
  });

  it('reads a message out, and counts several', async () => {
    const { people } = await announced();
    await act(() => people.get('grace').write('Good morning!'));
    seconds(0.5);
    expect(region('polite')).toEqual(['Grace: Good morning!']);
    await act(async () => {
      await people.get('grace').write('One');
      await people.get('grace').write('Two');
    });
    seconds(3);
    expect(region('polite')).toEqual(['2 new messages']);
    await act(() => people.get('grace').write('x'.repeat(500)));
    seconds(3);
    expect(region('polite')).toEqual([`Grace: ${'x'.repeat(200)}…`]);
  });

  it('leaves out what was read meanwhile', async () => {
    const { people, room } = await announced();
    await act(() => people.get('grace').write('Good morning!'));
    act(() => room.chat.markRead());
    seconds(5);
    expect(region('polite')).toEqual([]);
  });

  it('says at once, and interrupting, what a moderator does to us', () => {
    const store = new MutableStore(roomOf([{ name: 'Ada' }, { name: 'Grace' }]));
    render(
      <RoomProvider store={store}>
        <RoomAnnouncer data-testid="announcer" />
      </RoomProvider>,
    );
    const by = 'person-2';
    act(() => store.changeParticipant('person-1', { censored: { audio: { by }, presentation: { by } } }));
    expect(region('assertive')).toEqual([
      'A moderator turned your microphone off',
      'A moderator stopped your screen sharing',
    ]);
    act(() => store.changeParticipant('person-1', { censored: { presentation: { by } } }));
    expect(region('assertive')).toEqual(['You may turn your microphone on again']);
    act(() => store.changeParticipant('person-2', { censored: { audio: { by: 'person-1' } } }));
    expect(region('assertive')).toEqual(['You may turn your microphone on again']);
    expect(region('polite')).toEqual([]);
  });

  it('announces what it is told to, as it is told to', async () => {
    const { enter, people } = await announced({ joined: 'off', hand: 'assertive' });
    await enter('Ana');
    seconds(3);
    expect(region('polite')).toEqual([]);
    await act(() => people.get('ana').raiseHand());
    seconds(0.5);
    expect(region('assertive')).toEqual(['Ana raised a hand']);
  });

  it('says after a broken connection what was missed', async () => {
    const { people, faults } = await announced();
    await act(() => faults.loseConnection());
    seconds(10);
    await act(() => faults.resumeConnection());
    await act(() => people.get('grace').leave());
    seconds(3);
    expect(region('polite')).toEqual(['Grace left']);
  });
});

it('speaks the language of its provider', async () => {
  const fake = createFakeRoom();
  render(
    <RoomProvider room={fake.room} locale={de}>
      <RoomAnnouncer data-testid="announcer" />
    </RoomProvider>,
  );
  await act(() => fake.connect());
  seconds(5);
  await act(async () => void (await fake.people.add({ name: 'Ana' })));
  seconds(0.5);
  expect(region('polite')).toEqual(['Ana ist beigetreten']);
});
