import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { RoomProvider } from '../../src/components/index.ts';
import { KeyboardShortcuts } from '../../src/components/panels.ts';
import { createStaticRoomStore } from '../../src/store/index.ts';
import { roomOf } from '../support/snapshots.ts';

const store = createStaticRoomStore(roomOf([{ name: 'Ada' }]));

/** Keys for what one does most, and a dialog that shows them. */
const meta = {
  title: 'Components/KeyboardShortcuts',
  component: KeyboardShortcuts,
  render: (args) => (
    <RoomProvider store={store}>
      <button type="button" className="parlour-button">
        ?
      </button>
      <KeyboardShortcuts {...args} />
    </RoomProvider>
  ),
} satisfies Meta<typeof KeyboardShortcuts>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Dialog: Story = {
  play: async ({ canvasElement }) => {
    within(canvasElement).getByRole('button').focus();
    await userEvent.keyboard('?');
    const dialog = await within(document.body).findByRole('dialog');
    await waitFor(() => expect(dialog).toBeVisible());
  },
};

/** Who uses speech input turns them off: a word is many keys. */
export const TurnedOff: Story = {
  args: { defaultOpen: false, defaultEnabled: true },
  play: async ({ canvasElement }) => {
    within(canvasElement).getByRole('button').focus();
    await userEvent.keyboard('?');
    const dialog = within(await within(document.body).findByRole('dialog'));
    await userEvent.click(dialog.getByRole('checkbox'));
    await expect(dialog.getByRole('checkbox')).not.toBeChecked();
  },
};
