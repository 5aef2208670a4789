import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { RoomProvider } from '../../src/components/index.ts';
import { Chat, Panel } from '../../src/components/panels.ts';
import { usePanelMessages } from '../../src/i18n/index.ts';
import type { StaticCommands, StaticState } from '../../src/store/index.ts';
import { createFakeRoom, type FakeRoom } from '../../src/testing/index.ts';
import { conversation, longConversation } from '../support/conversation.ts';
import { InPanel } from '../support/InPanel.tsx';
import { people } from '../support/people.ts';
import { roomOf } from '../support/snapshots.ts';

/** What is written in the room. It stays at its end unless one scrolls away; Enter sends, Shift and Enter begin a line. */
const meta = { title: 'Components/Chat', component: Chat } satisfies Meta<typeof Chat>;
export default meta;
type Story = StoryObj;

function ChatPanel(props: { state: StaticState; commands?: StaticCommands; limit?: number }) {
  const { limit, ...room } = props;
  return (
    <InPanel title={usePanelMessages()['chat.label']} {...room}>
      <Chat limit={limit} />
    </InPanel>
  );
}

export const Conversation: Story = { render: () => <ChatPanel state={conversation()} /> };

export const Empty: Story = { render: () => <ChatPanel state={roomOf(people(3))} /> };

export const PendingAndFailed: Story = {
  render: () => (
    <ChatPanel
      state={conversation({
        more: [
          { from: 1, text: 'This one does not get through', ago: 2, status: 'failed' },
          { from: 1, text: 'This one is on its way', ago: 0, status: 'pending' },
        ],
      })}
    />
  ),
};

export const Unread: Story = {
  render: () => <ChatPanel state={conversation({ more: [{ from: 3, text: 'I am there now.', ago: 1 }], unread: 1 })} />,
};

/** Who may not write reads. */
export const ReadOnly: Story = {
  render: () => {
    const state = conversation();
    const me = state.participants?.get('person-1');
    const participants = new Map(state.participants);
    if (me) participants.set(me.id, { ...me, grants: { ...me.grants, message: false } });
    return <ChatPanel state={{ ...state, participants }} />;
  },
};

/** Of thousands of messages those on screen are in the page. */
export const Long: Story = {
  render: () => <ChatPanel state={longConversation(5000)} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Message 5000')).toBeVisible();
    await expect(canvasElement.querySelectorAll('.parlour-chat-row').length).toBeLessThan(60);
    const log = canvas.getByRole('log');
    log.scrollTop = 0;
    await expect(await canvas.findByText(/^Message 1,/)).toBeVisible();
    await userEvent.click(await canvas.findByRole('button', { name: 'Go to the latest message' }));
    await expect(await canvas.findByText('Message 5000')).toBeVisible();
  },
};

/** A text that is too long stays, with its count. */
export const TooLong: Story = {
  render: () => <ChatPanel state={conversation()} commands={{ chat: noChat }} limit={60} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = canvas.getByRole('textbox');
    await userEvent.type(field, 'I would like to say something that takes a little longer than it may.');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('{Enter}');
    await expect(noChat.send).not.toHaveBeenCalled();
    await expect(canvas.getByRole('button', { name: /Send|إرسال/ })).toBeDisabled();
  },
};
const noChat = { send: fn(async () => {}), retry: fn(async () => {}), discard: fn(), markRead: fn() };

/** A conversation as it goes. Nothing of it is a picture. */
export const Live: Story = {
  loaders: [
    async () => ({
      fake: createFakeRoom({ time: 'real', people: [{ name: 'Grace Hopper' }], room: { enableMessages: true } }),
    }),
  ],
  render: (_args, { loaded: { fake } }) => (
    <RoomProvider room={fake.room}>
      <div style={{ width: 360, height: 480, maxWidth: '100%' }}>
        <Panel title="Chat">
          <Chat />
        </Panel>
      </div>
    </RoomProvider>
  ),
  play: async ({ canvasElement, loaded }) => {
    const fake = loaded.fake as FakeRoom;
    const canvas = within(canvasElement);
    await fake.connect();
    const field = await canvas.findByRole('textbox');
    await userEvent.type(field, 'Good morning{Shift>}{Enter}{/Shift}everybody{Enter}');
    await expect(field).toHaveValue('');
    await expect(await canvas.findByText(/Good morning\s+everybody/, { selector: 'p' })).toBeVisible();
    const grace = fake.people.get('grace-hopper');
    for (let index = 1; index <= 12; index += 1) await grace.write(`Line ${index}`);
    await expect(await canvas.findByText('Line 12')).toBeVisible();
    const log = canvas.getByRole('log');
    await waitFor(() => expect(log.scrollHeight - log.scrollTop - log.clientHeight).toBeLessThan(4));
    await waitFor(() => expect(fake.room.getState().chat.unread).toBe(0));

    log.scrollTop = 0;
    await waitFor(() => expect(canvasElement.querySelector('.parlour-chat')).not.toHaveAttribute('data-at-end'));
    await grace.write('Did you see this?');
    const pill = await canvas.findByRole('button', { name: '1 new message' });
    // What is measured late may move by some pixels, and no more.
    await expect(log.scrollTop).toBeLessThan(60);
    await userEvent.click(pill);
    await expect(await canvas.findByText('Did you see this?')).toBeVisible();
    await waitFor(() => expect(fake.room.getState().chat.unread).toBe(0));
  },
};
