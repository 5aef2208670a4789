import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomProvider } from '../../../src/components/index.ts';
import { ParticipantList } from '../../../src/components/panels.ts';
import { listedPeople } from '../../../src/components/participant-list/listedPeople.ts';
import { RoomError } from '../../../src/engine/index.ts';
import { type Person, roomOf } from '../../../stories/support/snapshots.ts';
import { FakeBox } from '../support/FakeBox.ts';
import { inRoom } from '../support/inRoom.tsx';
import { MutableStore } from '../support/MutableStore.ts';

let box: FakeBox;
beforeEach(() => {
  box = new FakeBox(360, 560);
});
afterEach(() => box.restore());

const items = () => screen.getAllByRole('listitem');
const names = () => items().map((item) => item.querySelector('.parlour-people-name')?.textContent);
const moderation = () => ({
  mute: vi.fn(async () => {}),
  unmute: vi.fn(async () => {}),
  kick: vi.fn(async () => {}),
  setGrants: vi.fn(async () => {}),
  admit: vi.fn(async () => {}),
  turnAway: vi.fn(async () => {}),
  end: vi.fn(async () => {}),
});
const three: Person[] = [{ name: 'Ada' }, { name: 'Grace', muted: true }, { name: 'Zoë', hand: true }];

describe('the list of people', () => {
  it('has raised hands first, then oneself and the others', () => {
    render(inRoom(<ParticipantList />, roomOf(three)));
    expect(names()).toEqual(['Zoë', 'Ada (you)', 'Grace']);
    expect(screen.getByRole('status')).toHaveTextContent('3 people in the room');
  });

  it('tells of each what it is and does', () => {
    const state = roomOf([
      { name: 'Ada', moderator: true },
      { name: 'Grace', muted: true, connection: 'reconnecting' },
      { name: 'Zoë', watching: true },
    ]);
    render(inRoom(<ParticipantList />, state));
    const [ada, grace, zoe] = items();
    expect(ada).toHaveTextContent('Moderator');
    expect(within(ada as HTMLElement).getByRole('img', { name: 'Microphone on' })).toBeInTheDocument();
    expect(grace).toHaveTextContent('Reconnecting…');
    for (const sign of ['Muted', 'Camera off', 'Connection quality: 0 of 5'])
      expect(within(grace as HTMLElement).getByRole('img', { name: sign })).toBeInTheDocument();
    expect(zoe).toHaveTextContent('Watching');
  });

  it('finds people by parts of their names, whatever marks are on the letters', async () => {
    render(inRoom(<ParticipantList />, roomOf(three)));
    await userEvent.type(screen.getByRole('searchbox'), 'zoe');
    expect(names()).toEqual(['Zoë']);
    expect(screen.getByRole('status')).toHaveTextContent('1 person found');
    await userEvent.keyboard('{Escape}');
    expect(names()).toHaveLength(3);
    await userEvent.type(screen.getByRole('searchbox'), 'nobody');
    expect(screen.queryAllByRole('listitem')).toHaveLength(0);
    expect(screen.getByRole('status')).toHaveTextContent('0 people found');
  });

  it('of 1,000 has those in the page that are on screen, and each knows its place', async () => {
    const state = roomOf(Array.from({ length: 1000 }, (_, index) => ({ name: `Person ${index + 1}` })));
    render(inRoom(<ParticipantList />, state));
    expect(items().length).toBeLessThan(40);
    expect(items()[3]).toHaveAttribute('aria-posinset', '4');
    expect(items()[3]).toHaveAttribute('aria-setsize', '1000');
    await userEvent.tab();
    await userEvent.tab();
    expect(items()[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(items()[2]).toHaveFocus();
    expect(items().filter(({ tabIndex }) => tabIndex === 0)).toEqual([items()[2]]);
  });

  it('shows somebody who raises a hand at the top, and keeps the focus where it was', async () => {
    const store = new MutableStore(roomOf(three));
    render(
      <RoomProvider store={store}>
        <ParticipantList />
      </RoomProvider>,
    );
    act(() => items()[2]?.focus());
    const raisedAt = new Date();
    act(() =>
      store.change(
        {
          raisedHands: [
            { participantId: 'person-2', raisedAt },
            { participantId: 'person-3', raisedAt },
          ],
        },
        ['raised-hands'],
      ),
    );
    expect(names()).toEqual(['Grace', 'Zoë', 'Ada (you)']);
    expect(items()[0]).toHaveFocus();
    expect(items()[0]).toHaveAttribute('tabindex', '0');
  });
});

describe('a moderator', () => {
  const own = three.map((person, index) => ({ ...person, moderator: index === 0 }));

  it('mutes, lowers hands, and removes after a question', async () => {
    const commands = { moderation: moderation(), hands: { raise: vi.fn(), lower: vi.fn(async () => {}) } };
    render(inRoom(<ParticipantList />, roomOf(own), commands));
    await userEvent.click(screen.getByRole('button', { name: 'Mute Grace' }));
    expect(commands.moderation.mute).toHaveBeenCalledExactlyOnceWith('person-2', undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Lower Zoë’s hand' }));
    expect(commands.hands.lower).toHaveBeenCalledExactlyOnceWith(['person-3']);

    await userEvent.click(screen.getByRole('button', { name: 'Remove Grace' }));
    const question = screen.getByRole('group', { name: 'Remove Grace from the room?' });
    expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('group')).toBeNull();
    expect(commands.moderation.kick).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove Grace' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(commands.moderation.kick).toHaveBeenCalledExactlyOnceWith('person-2', undefined);
  });

  it('does nothing to oneself', () => {
    render(inRoom(<ParticipantList />, roomOf(own)));
    expect(screen.queryByRole('button', { name: 'Mute Ada' })).toBeNull();
  });

  it('lets somebody speak again who was muted', async () => {
    const commands = { moderation: moderation() };
    const people = own.map((person, index) => ({ ...person, ...(index === 1 && { censored: true }) }));
    render(inRoom(<ParticipantList />, roomOf(people), commands));
    await userEvent.click(screen.getByRole('button', { name: 'Let Grace speak again' }));
    expect(commands.moderation.unmute).toHaveBeenCalledOnce();
  });

  it('is told why something did not work', async () => {
    const gone = vi.fn(() => Promise.reject(new RoomError('participant-not-found', 'Gone.')));
    render(inRoom(<ParticipantList />, roomOf(own), { moderation: { ...moderation(), mute: gone } }));
    await userEvent.click(screen.getByRole('button', { name: 'Mute Grace' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This person has left the room.');
  });

  it('mutes everybody else after a question', async () => {
    const commands = { moderation: moderation() };
    render(inRoom(<ParticipantList />, roomOf(own), commands));
    await userEvent.click(screen.getByRole('button', { name: 'Mute everybody' }));
    expect(commands.moderation.mute).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Mute' }));
    expect(commands.moderation.mute).toHaveBeenCalledExactlyOnceWith('all', undefined);
  });
});

it('who may not moderate sees no way to', () => {
  render(inRoom(<ParticipantList />, roomOf(three)));
  expect(screen.queryAllByRole('button')).toEqual([]);
});

it('needs no more than a look at each name to search among a thousand', () => {
  const { participants } = roomOf(Array.from({ length: 1000 }, (_, index) => ({ name: `Person ${index + 1}` })));
  const ids = [...(participants?.keys() ?? [])];
  const found = listedPeople(ids, [], participants ?? new Map(), '  PERSON 99 ', 'Guest');
  expect(found).toHaveLength(19);
});
