import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ConfirmDialog } from '../../src/components/dialog/useConfirm.tsx';
import { RoomControls, RoomProvider } from '../../src/components/index.ts';
import { MenuPopup } from '../../src/components/menu/useMenu.tsx';
import { RecordButton } from '../../src/components/panels.ts';
import { RoomError } from '../../src/engine/index.ts';
import type { StaticState } from '../../src/store/index.ts';
import { createFakeRoom, type FakeRoom } from '../../src/testing/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack, screenTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** What everybody can do in a room. One stop of the Tab key; the arrow keys move within. */
const meta = {
  title: 'Components/RoomControls',
  component: RoomControls,
  // What a click fetches first is there at once, however busy the machine is.
  loaders: [
    async () => {
      const pieces = import('../../src/components/device-settings/devicePieces.ts');
      await Promise.all([pieces, MenuPopup.preload(), ConfirmDialog.preload()]);
    },
  ],
} satisfies Meta<typeof RoomControls>;
export default meta;
type Story = StoryObj;

const controls = (devices: () => NonNullable<StaticState['devices']>): Story => ({
  render: () => (
    <InRoom state={roomOf([{ name: 'Ada Lovelace' }], { devices: devices() })}>
      <div style={{ paddingBlockStart: 120, display: 'grid', justifyContent: 'center' }}>
        <RoomControls />
      </div>
    </InRoom>
  ),
});

export const AllOff = controls(() => ({}));
export const AllOn = controls(() => ({
  microphone: { status: 'on', track: personTrack(0) },
  camera: { status: 'on', track: personTrack(0) },
  screen: { status: 'on', track: screenTrack() },
}));
export const Opening = controls(() => ({ microphone: { status: 'starting' }, camera: { status: 'starting' } }));
export const Failed = controls(() => ({
  microphone: { status: 'failed', error: new RoomError('device-not-found', 'No microphone.') },
  camera: { status: 'failed', permission: 'denied', error: new RoomError('device-permission-denied', 'Not allowed.') },
}));

/** Choosing nothing in the browser's own dialog is no failure. */
export const Dismissed = controls(() => ({
  screen: { status: 'failed', error: new RoomError('device-dismissed', 'Nothing was chosen.') },
}));

/** Somebody who may moderate, with panels to open, unread messages, and a bar as wide as given. */
const inWidth = (width: number): Story => ({
  render: () => (
    <InRoom
      state={roomOf([{ name: 'Ada Lovelace', moderator: true }], { chat: { messages: [], unread: 3 } })}
      width={width}
    >
      <div style={{ paddingBlockStart: 400, display: 'grid', justifyItems: 'center' }}>
        <RoomControls chat={{}} people={{}} />
      </div>
    </InRoom>
  ),
});

const bar = (canvas: HTMLElement) => within(within(canvas).getByRole('toolbar'));
const seen = (canvas: HTMLElement) =>
  bar(canvas)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));
const page = within(document.body);
/** The first one is fetched. */
const menu = () => page.findByRole('menu', {}, { timeout: 10_000 });
const closed = () => waitFor(() => expect(page.queryByRole('menu')).toBeNull());

/** Wide enough for everything that has a place in the bar. */
export const Wide: Story = {
  ...inWidth(1000),
  play: async ({ canvasElement }) => {
    const names = ['Microphone', 'Camera', 'Share screen', 'Raise hand', 'Reactions', 'Layout', 'People'];
    await expect(seen(canvasElement)).toEqual(expect.arrayContaining([...names, 'Chat, unread: 3', 'More', 'Leave']));
  },
};

/** What matters least goes into the menu first. */
export const Tablet: Story = {
  ...inWidth(600),
  play: async ({ canvasElement }) => {
    const bar = seen(canvasElement);
    await expect(bar).toEqual(expect.arrayContaining(['Microphone', 'Camera', 'People', 'Chat, unread: 3', 'More']));
    await expect(bar).not.toContain('Layout');
  },
};

/** As a phone shows it: all that is left out is in the menu, and what opens there stands beside it. */
export const Phone: Story = {
  ...inWidth(342),
  play: async ({ canvasElement }) => {
    await expect(seen(canvasElement)).toEqual(['Microphone', 'Camera', 'Chat, unread: 3', 'More', 'Leave']);
    const toolbar = within(canvasElement).getByRole('toolbar');
    await expect(toolbar.getBoundingClientRect().width).toBeLessThanOrEqual(342);
    const more = bar(canvasElement).getByRole('button', { name: 'More' });
    await userEvent.click(more);
    const entries = [...(await menu()).querySelectorAll('[role^=menuitem]')].map(({ textContent }) => textContent);
    await expect(entries).toEqual(
      expect.arrayContaining([
        'Choose camera',
        'Raise hand',
        'Reactions',
        'Layout',
        'People',
        'End call for everybody',
      ]),
    );
    await userEvent.click(page.getByRole('menuitem', { name: 'Layout' }));
    await expect(await page.findByRole('menuitemradio', { name: 'Grid' })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await closed();
    await waitFor(() => expect(more).toHaveFocus());
  },
};

export const Narrowest: Story = {
  ...inWidth(272),
  play: async ({ canvasElement }) => {
    await expect(seen(canvasElement)).toEqual(['Microphone', 'Camera', 'More', 'Leave']);
  },
};

/** It follows its own width, and the focus never gets lost with a control. */
export const Resized: Story = {
  ...inWidth(1000),
  play: async ({ canvasElement }) => {
    const box = within(canvasElement).getByRole('toolbar').parentElement?.parentElement as HTMLElement;
    bar(canvasElement).getByRole('button', { name: 'Layout' }).focus();
    box.style.width = '342px';
    await waitFor(() => expect(seen(canvasElement)).not.toContain('Layout'));
    await expect(bar(canvasElement).getByRole('button', { name: 'More' })).toHaveFocus();
    box.style.width = '1000px';
    await waitFor(() => expect(seen(canvasElement)).toContain('Layout'));
  },
};

/** One stop of the Tab key: the arrow keys move within, also where one reads from the right. */
export const Keyboard: Story = {
  ...inWidth(342),
  play: async ({ canvasElement, globals }) => {
    const [microphone, camera, , more, leave] = bar(canvasElement).getAllByRole('button');
    const forward = globals.dir === 'rtl' ? '{ArrowLeft}' : '{ArrowRight}';
    const backward = globals.dir === 'rtl' ? '{ArrowRight}' : '{ArrowLeft}';
    await userEvent.tab();
    await expect(microphone).toHaveFocus();
    await userEvent.keyboard(forward);
    await expect(camera).toHaveFocus();
    await userEvent.keyboard(backward);
    await expect(microphone).toHaveFocus();
    await userEvent.keyboard(backward);
    await expect(leave).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect(microphone).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect(leave).toHaveFocus();
    // The toolbar remembers where it was left.
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    await expect(leave).toHaveFocus();
    // A menu opens at its first entry, and gives the focus back.
    await userEvent.keyboard(`${backward}{Enter}`);
    await expect(more).toHaveAttribute('aria-expanded', 'true');
    await menu();
    await waitFor(() => expect(page.getAllByRole('menuitem')[0]).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(page.getAllByRole('menuitem')[1]).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await closed();
    await waitFor(() => expect(more).toHaveFocus());
  },
};

/** Every microphone and speaker by its name, the one in use marked. */
export const MicrophoneMenu: Story = {
  render: () => (
    <InRoom
      state={roomOf([{ name: 'Ada Lovelace' }], {
        devices: {
          microphone: {
            status: 'on',
            track: personTrack(0),
            deviceId: 'b',
            available: [
              { deviceId: 'a', label: 'Built-in microphone', groupId: '' },
              { deviceId: 'b', label: 'Headset', groupId: '' },
            ],
          },
          speaker: { available: [{ deviceId: 's', label: 'Built-in speakers', groupId: '' }] },
        },
      })}
    >
      <div style={{ paddingBlockStart: 400, display: 'grid', justifyItems: 'center' }}>
        <RoomControls />
      </div>
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(bar(canvasElement).getByRole('button', { name: 'Choose microphone and speaker' }));
    await expect(await page.findByRole('menuitemradio', { name: 'Headset' })).toBeChecked();
    await expect(page.getByRole('menuitemradio', { name: 'Built-in microphone' })).not.toBeChecked();
    await expect(page.getByRole('menuitemradio', { name: 'Built-in speakers' })).toBeVisible();
    await expect((await menu()).closest('[data-parlour-theme]')).not.toBeNull();
  },
};

/** It stays open for another one. */
export const Reactions: Story = {
  ...inWidth(1000),
  play: async ({ canvasElement }) => {
    await userEvent.click(bar(canvasElement).getByRole('button', { name: 'Reactions' }));
    await userEvent.click(await page.findByRole('menuitem', { name: 'Clapping' }));
    await expect(await menu()).toBeVisible();
  },
};

/** Ending for everybody is asked first; the focus begins and ends where it was. */
export const EndForAll: Story = {
  ...inWidth(342),
  play: async ({ canvasElement }) => {
    const more = bar(canvasElement).getByRole('button', { name: 'More' });
    await userEvent.click(more);
    await userEvent.click(await page.findByRole('menuitem', { name: 'End call for everybody' }));
    const dialog = await page.findByRole('alertdialog', { name: 'End the call for everybody?' });
    await expect(dialog.closest('[data-parlour-theme]')).not.toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(page.queryByRole('alertdialog')).toBeNull());
    await waitFor(() => expect(more).toHaveFocus());
    await userEvent.click(more);
    await userEvent.click(await page.findByRole('menuitem', { name: 'End call for everybody' }));
    await waitFor(() => expect(page.getByRole('alertdialog')).toBeVisible());
  },
};

/** For who may record; what cannot be undone is the last in the menu. */
export const Record: Story = {
  render: () => (
    <InRoom state={roomOf([{ name: 'Ada Lovelace', moderator: true, recorder: true }])} width={342}>
      <div style={{ paddingBlockStart: 400, display: 'grid', justifyItems: 'center' }}>
        <RoomControls>
          <RecordButton collapse="always" />
        </RoomControls>
      </div>
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(bar(canvasElement).getByRole('button', { name: 'More' }));
    const record = await page.findByRole('menuitemcheckbox', { name: 'Record' }, { timeout: 10_000 });
    await expect(record).not.toBeChecked();
    const entries = [...(await menu()).querySelectorAll('[role^=menuitem]')];
    await expect(entries.at(-1)).toHaveTextContent('End call for everybody');
  },
};

/** The devices' dialog, from the menu of a phone; the focus comes back to what opened it. */
export const Settings: Story = {
  ...inWidth(342),
  play: async ({ canvasElement }) => {
    const more = bar(canvasElement).getByRole('button', { name: 'More' });
    await userEvent.click(more);
    await menu();
    await userEvent.click(page.getByRole('menuitem', { name: 'Settings' }));
    const dialog = within(await page.findByRole('dialog', { name: 'Settings' }));
    for (const name of ['Camera', 'Microphone', 'Speaker']) {
      await expect(dialog.getByRole('combobox', { name })).toBeInTheDocument();
    }
    await expect(dialog.getByRole('meter', { name: 'Microphone level' })).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(page.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(more).toHaveFocus());
    await userEvent.click(more);
    await userEvent.click(await page.findByRole('menuitem', { name: 'Settings' }));
    await waitFor(() => expect(page.getByRole('dialog')).toBeVisible());
  },
};

const onLeave = fn();

/** In a room that works: devices go on and off, and leaving leaves. */
export const Working: Story = {
  loaders: [async () => ({ fake: createFakeRoom({ time: 'real', people: [{ name: 'Grace Hopper' }] }) })],
  render: (_args, { loaded: { fake } }) => (
    <RoomProvider room={fake.room}>
      <RoomControls onLeave={onLeave} />
    </RoomProvider>
  ),
  play: async ({ canvasElement, loaded }) => {
    const { room, faults, connect } = loaded.fake as FakeRoom;
    onLeave.mockClear();
    const button = (name: string) => within(canvasElement).getByRole('button', { name });
    await connect();
    await userEvent.click(button('Microphone'));
    await waitFor(() => expect(button('Microphone')).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(room.getLocalStreams().get('self')?.isAudioEnabled).toBe(true));
    await userEvent.click(button('Camera'));
    await waitFor(() => expect(button('Camera')).toHaveAttribute('aria-pressed', 'true'));
    await faults.unplug('camera');
    await waitFor(() => expect(button('Camera')).toHaveAttribute('aria-pressed', 'false'));
    await userEvent.click(button('Leave'));
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    await expect(room.getState().connection).toMatchObject({ status: 'disconnected', reason: 'user_initiated' });
  },
};
