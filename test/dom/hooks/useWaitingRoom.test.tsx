import { act, screen as page, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { roomError } from '../../../src/errors/index.ts';
import { useConnection, useWaitingRoom } from '../../../src/hooks/index.ts';
import { createFakeRoom } from '../../../src/testing/index.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';

function Door() {
  const { waiting, pending, error, admit, turnAway } = useWaitingRoom();
  return (
    <>
      <ul>
        {waiting.map(({ id, name }) => (
          <li key={id}>
            {name}
            <button type="button" onClick={() => admit(id)}>
              Let {name} in
            </button>
            <button type="button" onClick={() => turnAway([id])}>
              Turn {name} away
            </button>
          </li>
        ))}
      </ul>
      <output>
        {pending !== null && 'pending'} {error?.code}
      </output>
    </>
  );
}

function Status() {
  const connection = useConnection();
  return <output>{connection.status === 'connecting' && connection.waiting ? 'waiting' : connection.status}</output>;
}

async function setUp() {
  const fake = createFakeRoom();
  const Wrapper = inRoom(fake);
  render(
    <StrictMode>
      <Wrapper>
        <Door />
      </Wrapper>
    </StrictMode>,
  );
  await act(fake.connect);
  return { ...fake, user: userEvent.setup() };
}

const names = () => page.queryAllByRole('listitem').map((item) => item.firstChild?.textContent);

describe('useWaitingRoom', () => {
  it('shows who waits, lets in and turns away', async () => {
    const { people, room, settle, user } = await setUp();
    await act(() => people.knock({ name: 'Ada' }));
    await act(() => people.knock({ name: 'Grace' }));
    expect(names()).toEqual(['Ada', 'Grace']);
    await user.click(page.getByRole('button', { name: 'Let Ada in' }));
    await act(settle);
    expect(names()).toEqual(['Grace']);
    expect(room.getState().participants.has('ada')).toBe(true);
    await user.click(page.getByRole('button', { name: 'Turn Grace away' }));
    await act(settle);
    expect(names()).toEqual([]);
    expect(room.getState().participants.has('grace')).toBe(false);
  });

  it('says that it is on its way, and why it did not work', async () => {
    const { people, room, user } = await setUp();
    const answer = Promise.withResolvers<void>();
    room.moderation.admit = () => answer.promise;
    await act(() => people.knock({ name: 'Ada' }));
    await user.click(page.getByRole('button', { name: 'Let Ada in' }));
    expect(page.getByRole('status')).toHaveTextContent('pending');
    await act(async () => answer.reject(roomError('not-allowed')));
    expect(page.getByRole('status')).toHaveTextContent('not-allowed');
  });
});

describe('somebody who has to be let in', () => {
  it('sees that it waits, and comes in when a moderator says so', async () => {
    const { letIn, settle, ...fake } = createFakeRoom({ mustBeLetIn: true });
    const Wrapper = inRoom(fake);
    render(
      <Wrapper>
        <Status />
      </Wrapper>,
    );
    const connecting = fake.room.connect();
    await act(settle);
    expect(page.getByRole('status')).toHaveTextContent('waiting');
    await act(letIn);
    await act(() => connecting);
    expect(page.getByRole('status')).toHaveTextContent('connected');
  });

  it('may be turned away', async () => {
    const { turnAway, settle, room } = createFakeRoom({ mustBeLetIn: true });
    const refused = room.connect().catch((error: unknown) => error);
    await settle();
    await turnAway();
    expect(await refused).toMatchObject({ code: 'turned-away' });
  });
});
