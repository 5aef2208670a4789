import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomProvider } from '../../../src/components/index.ts';
import { Chat } from '../../../src/components/panels.ts';
import { createFakeRoom } from '../../../src/testing/index.ts';
import { conversation } from '../../../stories/support/conversation.ts';
import { FakeBox } from '../support/FakeBox.ts';
import { inRoom } from '../support/inRoom.tsx';

let box: FakeBox;
beforeEach(() => {
  box = new FakeBox(360, 2000);
});
afterEach(() => {
  box.restore();
  vi.useRealTimers();
});

const commands = () => ({
  chat: { send: vi.fn(async () => {}), retry: vi.fn(async () => {}), discard: vi.fn(), markRead: vi.fn() },
});
const field = () => screen.getByRole('textbox');

describe('a chat', () => {
  it('sends with Enter, and begins a line with Shift and Enter', async () => {
    const { chat } = commands();
    render(inRoom(<Chat />, conversation(), { chat }));
    await userEvent.type(field(), 'One{Shift>}{Enter}{/Shift}Two');
    expect(field()).toHaveValue('One\nTwo');
    await userEvent.keyboard('{Enter}');
    expect(chat.send).toHaveBeenCalledExactlyOnceWith({ type: 'text', payload: 'One\nTwo' }, undefined);
    expect(field()).toHaveValue('');
  });

  it('sends nothing that is empty or too long, and says how long it is', async () => {
    const { chat } = commands();
    render(inRoom(<Chat limit={10} />, conversation(), { chat }));
    await userEvent.type(field(), '   {Enter}');
    await userEvent.clear(field());
    await userEvent.type(field(), 'Twelve chars{Enter}');
    expect(field()).toHaveValue('Twelve chars');
    expect(field()).toHaveAccessibleDescription('12 of 10 characters');
    expect(chat.send).not.toHaveBeenCalled();
  });

  it('keeps what was begun until it is opened again', async () => {
    const fake = createFakeRoom({ room: { enableMessages: true } });
    const shown = (open: boolean) => <RoomProvider room={fake.room}>{open && <Chat />}</RoomProvider>;
    const { rerender } = render(shown(true));
    await act(() => fake.connect());
    await userEvent.type(field(), 'Not yet');
    rerender(shown(false));
    rerender(shown(true));
    expect(field()).toHaveValue('Not yet');
  });

  it('says why a message was not sent, and sends it again or takes it away', async () => {
    const { chat } = commands();
    const state = conversation({ more: [{ from: 1, text: 'Lost', ago: 1, status: 'failed' }] });
    render(inRoom(<Chat />, state, { chat }));
    expect(screen.getByText('Not sent. That was too often in a short time. Wait a moment.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(chat.retry).toHaveBeenCalledExactlyOnceWith('message-10');
    expect(chat.discard).toHaveBeenCalledExactlyOnceWith('message-10');
  });

  it('opens links elsewhere, and tells that page nothing', () => {
    render(inRoom(<Chat.Text text="See https://example.com/a" />, conversation()));
    expect(screen.getByRole('link')).toHaveAttribute('href', 'https://example.com/a');
    expect(screen.getByRole('link')).toHaveAttribute('target', '_blank');
    expect(screen.getByRole('link').getAttribute('rel')).toMatch(/noopener noreferrer/);
  });

  it('marks what is unread, and takes it as read', () => {
    const { chat } = commands();
    const state = conversation({ more: [{ from: 3, text: 'I am there now.', ago: 1 }], unread: 1 });
    render(inRoom(<Chat />, state, { chat }));
    expect(screen.getByText('New messages').closest('.parlour-chat-row')?.nextElementSibling).toHaveTextContent(
      'I am there now.',
    );
    expect(chat.markRead).toHaveBeenCalled();
  });

  it('is to be read where the token grants no messages', async () => {
    const fake = createFakeRoom({ grants: { message: false }, room: { enableMessages: true } });
    render(
      <RoomProvider room={fake.room}>
        <Chat />
      </RoomProvider>,
    );
    await act(() => fake.connect());
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('You may read here, but not write.')).toBeVisible();
  });

  it('tells screen readers one message with its words, and several by their number', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const fake = createFakeRoom({ people: [{ name: 'Grace' }], room: { enableMessages: true } });
    await fake.people.get('grace').write('Before you came');
    await fake.advance(1000);
    const { container } = render(
      <RoomProvider room={fake.room}>
        <Chat />
      </RoomProvider>,
    );
    await act(() => fake.connect());
    const told = () => container.querySelector('[aria-live=polite]:not([role])')?.textContent;
    act(() => vi.advanceTimersByTime(2000));
    expect(told()).toBe('');
    await act(() => fake.people.get('grace').write('Hello'));
    act(() => vi.advanceTimersByTime(1000));
    expect(told()).toBe('Grace: Hello');
    await act(async () => {
      for (const text of ['One', 'Two', 'Three']) await fake.people.get('grace').write(text);
    });
    act(() => vi.advanceTimersByTime(1000));
    expect(told()).toBe('3 new messages');
    expect(fake.room.getState().chat.unread).toBe(0);
  });
});
