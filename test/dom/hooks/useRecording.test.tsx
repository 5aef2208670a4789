import { act, screen as page, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { roomError } from '../../../src/errors/index.ts';
import { useRecording } from '../../../src/hooks/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

function Recorder() {
  const { isRecording, canRecord, isPending, error, buttonProps } = useRecording();
  return (
    <>
      {buttonProps && <button {...buttonProps}>Record</button>}
      <output>
        {isRecording && 'recorded'} {canRecord && 'may'} {isPending && 'pending'} {error?.code}
      </output>
    </>
  );
}

async function setUp(record = true) {
  const server = new FakeRoomServer();
  const test = createTestRoom(server, { clientToken: clientToken({ grants: { ...ALL_GRANTS, record } }) });
  await test.room.connect();
  const Wrapper = inRoom(test);
  render(
    <StrictMode>
      <Wrapper>
        <Recorder />
      </Wrapper>
    </StrictMode>,
  );
  return { ...test, server, user: userEvent.setup() };
}

const shown = () => page.getByRole('status').textContent?.trim().split(/\s+/);
const button = () => page.getByRole('button', { name: 'Record' });

describe('useRecording', () => {
  it('starts and stops with a button that says whether it is on', async () => {
    const { user } = await setUp();
    expect(button()).toHaveAttribute('aria-pressed', 'false');
    await user.click(button());
    expect(button()).toHaveAttribute('aria-pressed', 'true');
    expect(shown()).toEqual(['recorded', 'may']);
    await user.click(button());
    expect(button()).toHaveAttribute('aria-pressed', 'false');
    expect(shown()).toEqual(['may']);
  });

  it('is pending until the server has done it, and asks once', async () => {
    const { user, server } = await setUp();
    const answer = server.gates.hold('answer to startRecording');
    await user.click(button());
    await user.click(button());
    expect(button()).toHaveAttribute('aria-busy', 'true');
    expect(shown()).toEqual(['recorded', 'may', 'pending']);
    await act(async () => {
      answer.release();
      await settled();
    });
    expect(button()).not.toHaveAttribute('aria-busy');
    expect(shown()).toEqual(['recorded', 'may']);
    expect(server.connectionOf().sent('startRecording')).toHaveLength(1);
  });

  it('tells why it did not work', async () => {
    const { user, server } = await setUp();
    server.gates.refuse('startRecording', roomError('not-allowed'));
    await user.click(button());
    expect(shown()).toEqual(['may', 'not-allowed']);
    await user.click(button());
    expect(shown()).toEqual(['recorded', 'may']);
  });

  it('shows who may not record that somebody else does, and offers nothing', async () => {
    const { server } = await setUp(false);
    await act(async () => {
      server.room.setRecording(true);
      await settled();
    });
    expect(shown()).toEqual(['recorded']);
    expect(page.queryByRole('button')).toBeNull();
  });
});
