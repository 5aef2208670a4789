import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { RoomControls, RoomProvider } from '../../../src/components/index.ts';
import { ParticipantList } from '../../../src/components/panels.ts';
import { roomError } from '../../../src/errors/index.ts';
import { createFakeRoom, type FakeRoomOptions } from '../../../src/testing/index.ts';

async function setUp(options: FakeRoomOptions = {}) {
  const fake = createFakeRoom(options);
  render(
    <StrictMode>
      <RoomProvider room={fake.room}>
        <ParticipantList />
        <RoomControls people={{ open: true, onOpenChange: () => {} }} />
      </RoomProvider>
    </StrictMode>,
  );
  await act(fake.connect);
  const knock = async (...names: string[]) => {
    for (const name of names) await act(() => fake.people.knock({ name }));
  };
  return { ...fake, knock, user: userEvent.setup() };
}

const section = () => screen.queryByRole('region', { name: /^Waiting to be let in/ });
const waiting = () =>
  within(section() as HTMLElement)
    .getAllByRole('listitem')
    .map((item) => item.querySelector('.parlour-people-name')?.textContent);

describe('who waits to be let in', () => {
  it('is not there while nobody waits, and shows who does', async () => {
    const { knock } = await setUp();
    expect(section()).toBeNull();
    await knock('Ada');
    expect(waiting()).toEqual(['Ada']);
    expect(screen.queryByRole('button', { name: 'Let everybody in' })).toBeNull();
    await knock('Grace');
    expect(waiting()).toEqual(['Ada', 'Grace']);
    expect(section()).toHaveAccessibleName('Waiting to be let in 2');
  });

  it('is let in, turned away, or all let in', async () => {
    const { room, settle, knock, user } = await setUp();
    await knock('Ada', 'Grace', 'Alan', 'Hedy');
    await user.click(screen.getByRole('button', { name: 'Let in Grace' }));
    await act(settle);
    expect(waiting()).toEqual(['Ada', 'Alan', 'Hedy']);
    await user.click(screen.getByRole('button', { name: 'Turn Alan away' }));
    await act(settle);
    await user.click(screen.getByRole('button', { name: 'Let everybody in' }));
    await act(settle);
    expect(section()).toBeNull();
    expect([...room.getState().participants.keys()]).toEqual(['me', 'grace', 'ada', 'hedy']);
  });

  it('keeps the focus: on the next one, then on what comes after', async () => {
    const { settle, knock, user } = await setUp();
    await knock('Ada', 'Grace', 'Alan');
    screen.getByRole('button', { name: 'Turn Grace away' }).focus();
    await user.keyboard('{Enter}');
    await act(settle);
    expect(screen.getByRole('button', { name: 'Turn Alan away' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await act(settle);
    expect(screen.getByRole('button', { name: 'Turn Ada away' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await act(settle);
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('takes no focus from elsewhere', async () => {
    const { room, settle, knock } = await setUp();
    await knock('Ada', 'Grace');
    const button = screen.getByRole('button', { name: 'Let in Ada' });
    act(() => button.focus());
    act(() => button.blur());
    await act(() => room.moderation.admit('ada'));
    await act(settle);
    expect(document.body).toHaveFocus();
  });

  it('says why it did not work', async () => {
    const { room, knock, user } = await setUp();
    room.moderation.admit = () => Promise.reject(roomError('not-allowed'));
    await knock('Ada');
    await user.click(screen.getByRole('button', { name: 'Let in Ada' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('You are not allowed to do this here.');
  });

  it('is counted at the button of the people, for moderators', async () => {
    const { knock } = await setUp();
    expect(screen.getByRole('button', { name: 'People' })).toBeVisible();
    await knock('Ada', 'Grace');
    const button = screen.getByRole('button', { name: 'People, waiting: 2' });
    expect(button).toHaveTextContent('2');
    expect(button).toHaveAttribute('data-unread');
  });

  it('is hidden from who may not moderate', async () => {
    const { knock } = await setUp({ grants: { moderate: false } });
    await knock('Ada');
    expect(section()).toBeNull();
    expect(screen.getByRole('button', { name: 'People' })).toBeVisible();
  });
});
