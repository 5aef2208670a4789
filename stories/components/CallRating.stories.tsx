import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CallRating, type Rating } from '../../src/components/panels.ts';

/** How the call was: shown when the room is left. */
const meta = {
  title: 'Components/CallRating',
  component: CallRating,
  args: { onSubmit: fn<(rating: Rating) => unknown>() },
} satisfies Meta<typeof CallRating>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};

/** What could have been better is asked of who is not quite content. */
export const Rated: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getAllByRole('radio')[2] as HTMLElement);
    await userEvent.click(canvas.getAllByRole('checkbox')[0] as HTMLElement);
    await userEvent.click(canvas.getAllByRole('checkbox')[3] as HTMLElement);
    await expect(canvas.getAllByRole('radio')[2]).toBeChecked();
    await userEvent.tab();
  },
};

/** By the keyboard alone. */
export const Sent: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.type(canvas.getByRole('textbox'), 'All was well.');
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByRole('status')).not.toBeEmptyDOMElement());
    await expect(args.onSubmit).toHaveBeenCalled();
  },
};

export const Failed: Story = {
  args: { onSubmit: fn<(rating: Rating) => unknown>(() => Promise.reject(new Error('offline'))) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getAllByRole('radio')[4] as HTMLElement);
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByRole('status')).not.toBeEmptyDOMElement());
  },
};
