import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { type RecordingConsent, RecordingIndicator } from '../../src/components/panels.ts';
import { InRoom } from '../support/InRoom.tsx';
import { people } from '../support/people.ts';
import { roomOf } from '../support/snapshots.ts';

/** That the room is recorded, and the question whether to stay in it. */
const meta = {
  title: 'Components/RecordingIndicator',
  component: RecordingIndicator,
} satisfies Meta<typeof RecordingIndicator>;
export default meta;
type Story = StoryObj;

const onConsent = fn();
const recorded = (consent: RecordingConsent): Story => ({
  render: () => (
    <InRoom state={{ ...roomOf(people(3)), isRecording: true }}>
      <RecordingIndicator consent={consent} onConsent={onConsent} />
    </InRoom>
  ),
});
const page = within(document.body);
/** The first one is fetched. */
const dialog = (role: string) => page.findByRole(role, {}, { timeout: 10_000 });

export const Badge = recorded('none');

/** Escape is an answer, too. The focus begins at the words, so that whoever is just typing gives none by that. */
export const Notice: Story = {
  ...recorded('notice'),
  play: async () => {
    onConsent.mockClear();
    const asked = await dialog('dialog');
    await waitFor(() => expect(asked.querySelector('p')).toHaveFocus());
    // What the browser makes of Escape; a key that a script presses is none to it.
    asked.dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(asked).not.toBeInTheDocument());
    await expect(onConsent).toHaveBeenCalledOnce();
  },
};

/** It stays until it is answered. */
export const Required: Story = {
  ...recorded('required'),
  play: async () => {
    const asked = await dialog('alertdialog');
    await waitFor(() => expect(asked.querySelector('p')).toHaveFocus());
    asked.dispatchEvent(new Event('cancel', { cancelable: true }));
    (asked as HTMLDialogElement).close();
    await waitFor(() => expect(asked).toHaveAttribute('open'));
    await waitFor(() => expect(asked).toBeVisible());
    await userEvent.tab();
    await expect(asked).toContainElement(document.activeElement as HTMLElement);
  },
};
