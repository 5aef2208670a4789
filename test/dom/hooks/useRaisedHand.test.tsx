import { act, screen as page, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { useRaisedHand } from '../../../src/hooks/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

function Hands() {
  const { buttonProps, error, hands, canLowerOthers, lower, lowerAll } = useRaisedHand();
  return (
    <>
      <button {...buttonProps}>Hand {error?.code}</button>
      <ol>
        {hands.map(({ participantId }) => (
          <li key={participantId}>
            {participantId}
            {canLowerOthers && (
              <button type="button" onClick={() => lower(participantId)}>
                Lower {participantId}
              </button>
            )}
          </li>
        ))}
      </ol>
      <button type="button" onClick={lowerAll}>
        All
      </button>
    </>
  );
}

async function setUp(grants = ALL_GRANTS) {
  const server = new FakeRoomServer();
  const [ada, bob] = ['ada', 'bob'].map((id) => server.room.enter({ id }));
  const { room } = createTestRoom(server, { tokenSource: async () => ({ token: clientToken({ grants }) }) });
  render(<Hands />, { wrapper: inRoom({ room }) });
  const during = (change: () => unknown) =>
    act(async () => {
      await change();
      await settled();
    });
  await during(() => room.connect());
  const raise = (who: typeof ada) => during(() => who && server.room.conversation.update(who, { handRaised: true }));
  const listed = () => page.queryAllByRole('listitem').map(({ firstChild }) => firstChild?.textContent);
  const button = (name: RegExp) => page.getByRole('button', { name });
  const click = async (name: RegExp) => {
    await userEvent.setup().click(button(name));
    await during(() => {});
  };
  return { server, ada, bob, during, raise, listed, button, click };
}

describe('a raised hand', () => {
  it('goes up and down by its button, and stands in the order of all', async () => {
    const { raise, bob, ada, click, button, listed } = await setUp();
    await raise(bob);
    await click(/^Hand/);
    await raise(ada);
    expect(listed()).toEqual(['bob', 'me', 'ada']);
    expect(button(/^Hand/)).toHaveAttribute('aria-pressed', 'true');
    await click(/^Hand/);
    expect(listed()).toEqual(['bob', 'ada']);
    expect(button(/^Hand/)).toHaveAttribute('aria-pressed', 'false');
  });

  it('is busy while the server is asked, and says why it did not work', async () => {
    const { server, click, button, during } = await setUp();
    const held = server.gates.hold('updateSelf');
    await click(/^Hand/);
    expect(button(/^Hand/)).toHaveAttribute('aria-busy', 'true');
    await click(/^Hand/);
    await during(() => held.refuse(new RoomError('too-many-requests', 'Too many.')));
    expect(button(/^Hand/)).not.toHaveAttribute('aria-busy');
    expect(button(/^Hand/)).toHaveTextContent('too-many-requests');
    expect(server.connectionOf().sent('updateSelf')).toHaveLength(1);
  });

  it('of others is taken down by a moderator, one or all', async () => {
    const { raise, ada, bob, click, listed } = await setUp();
    await raise(ada);
    await raise(bob);
    await click(/^Lower ada/);
    expect(listed()).toEqual(['bob']);
    await raise(ada);
    await click(/^All/);
    expect(listed()).toEqual([]);
  });

  it('of others stays up for everybody else', async () => {
    const { raise, ada, listed, click, button } = await setUp({ ...ALL_GRANTS, moderate: false });
    await raise(ada);
    expect(page.queryByRole('button', { name: /^Lower/ })).toBeNull();
    await click(/^All/);
    expect(listed()).toEqual(['ada']);
    expect(button(/^Hand/)).toHaveTextContent('not-allowed');
  });
});
