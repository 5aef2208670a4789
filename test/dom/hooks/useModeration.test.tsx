import { act, screen as page, render, renderHook } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/engine/index.ts';
import { useModeration, usePermission } from '../../../src/hooks/index.ts';
import { ALL_GRANTS, clientToken } from '../../../src/testing/clientToken.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

function Buttons({ whom }: { whom?: string }) {
  const { getMuteProps, getRemoveProps, getEndProps, pending, error } = useModeration(whom);
  const buttons = { mute: getMuteProps(), camera: getMuteProps('video'), remove: getRemoveProps(), end: getEndProps() };
  return (
    <>
      {Object.entries(buttons).map(([name, props]) => props && <button key={name} {...props} aria-label={name} />)}
      <output>
        {pending} {error?.code}
      </output>
    </>
  );
}

async function setUp(whom = 'a', grants = ALL_GRANTS) {
  const server = new FakeRoomServer();
  for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
  const test = createTestRoom(server, { clientToken: clientToken({ grants }) });
  await test.room.connect();
  const Wrapper = inRoom(test);
  render(
    <StrictMode>
      <Wrapper>
        <Buttons whom={whom} />
      </Wrapper>
    </StrictMode>,
  );
  const censored = (id: string) => test.room.getState().participants.get(id)?.censored;
  const requests = () =>
    server
      .connectionOf()
      .requests.map(({ method }) => method)
      .filter((method) => method.endsWith('mute'));
  return { ...test, server, user: userEvent.setup(), censored, requests };
}

const button = (name: string) => page.getByRole('button', { name });
const buttons = () => page.queryAllByRole('button').map((one) => one.getAttribute('aria-label'));

describe('the buttons of a moderator', () => {
  it('mute and unmute somebody, and say whether they are muted', async () => {
    const { user, censored, requests } = await setUp();
    expect(button('mute')).toHaveAttribute('aria-pressed', 'false');
    await user.click(button('mute'));
    expect(censored('a')).toEqual({ audio: { by: 'me' } });
    expect(button('mute')).toHaveAttribute('aria-pressed', 'true');
    expect(button('camera')).toHaveAttribute('aria-pressed', 'false');
    await user.click(button('camera'));
    await user.click(button('mute'));
    expect(censored('a')).toEqual({ video: { by: 'me' } });
    expect(requests()).toEqual(['mute', 'mute', 'unmute']);
  });

  it('remove somebody, and then do it no more', async () => {
    const { user, server } = await setUp();
    await user.click(button('remove'));
    expect(server.room.participants.has('a')).toBe(false);
    await user.click(button('remove'));
    expect(page.getByRole('status')).toHaveTextContent('participant-not-found');
  });

  it('end the call for all', async () => {
    const { user, room } = await setUp();
    await user.click(button('end'));
    expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'session_terminated' });
    expect(buttons()).toEqual([]);
  });

  it('about everybody mute all others, and are neither pressed nor not', async () => {
    const { user, censored } = await setUp('all');
    expect(button('mute')).not.toHaveAttribute('aria-pressed');
    await user.click(button('mute'));
    expect([censored('a'), censored('b'), censored('me')]).toEqual([
      { audio: { by: 'me' } },
      { audio: { by: 'me' } },
      undefined,
    ]);
  });

  it('are busy while they work, and a failure is told', async () => {
    const { user, server } = await setUp();
    const held = server.gates.hold('mute');
    await user.click(button('mute'));
    expect(button('mute')).toHaveAttribute('aria-busy', 'true');
    await act(async () => {
      held.release();
      await settled();
    });
    expect(button('mute')).not.toHaveAttribute('aria-busy');
    server.gates.refuse('unmute', new RoomError('too-many-requests', 'slowly'));
    await user.click(button('mute'));
    expect(page.getByRole('status')).toHaveTextContent('too-many-requests');
  });

  it('are there only with the grant, which may come and go, and not for oneself', async () => {
    const { server } = await setUp('a', { ...ALL_GRANTS, moderate: false });
    expect(buttons()).toEqual([]);
    await act(async () => {
      server.room.setGrants('me', { moderate: true });
      await settled();
    });
    expect(buttons()).toEqual(['mute', 'camera', 'remove', 'end']);
    await act(async () => {
      server.room.setGrants('me', { moderate: false });
      await settled();
    });
    expect(buttons()).toEqual([]);
  });

  it('for oneself only end the call', async () => {
    await setUp('me');
    expect(buttons()).toEqual(['end']);
  });
});

describe('usePermission', () => {
  it('reads what we may do, and follows a moderator and a new token', async () => {
    const server = new FakeRoomServer();
    const test = createTestRoom(server, { clientToken: clientToken({ grants: { ...ALL_GRANTS, record: false } }) });
    const names = ['audio', 'video', 'presentation', 'subscribe', 'message', 'moderate', 'record'] as const;
    const { result } = renderHook(() => names.filter((name) => usePermission(name)), { wrapper: inRoom(test) });
    const during = (change: () => unknown) =>
      act(async () => {
        await change();
        await settled();
      });
    expect(result.current).toEqual([]);
    await during(() => test.room.connect());
    expect(result.current).toEqual(['audio', 'video', 'presentation', 'subscribe', 'message', 'moderate']);
    await during(() => server.room.setGrants('me', { publish: ['video'], subscribe: false }));
    expect(result.current).toEqual(['video', 'message', 'moderate']);
    await during(() => test.room.updateClientToken(clientToken({ grants: ALL_GRANTS })));
    expect(result.current).toEqual([...names]);
  });
});
