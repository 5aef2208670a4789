import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { type PageChangeDetails, Pagination } from '../../src/components/index.ts';

/** Turns pages: those of the stage that it is in, or your own. */
const meta = { title: 'Components/Pagination', component: Pagination } satisfies Meta<typeof Pagination>;
export default meta;
type Story = StoryObj;

const onPageChange = fn((_page: number, _details: PageChangeDetails) => {});

export const OfYourOwn: Story = {
  render: () => <Pagination count={3} onPageChange={onPageChange} />,
  play: async ({ canvasElement }) => {
    onPageChange.mockClear();
    const canvas = within(canvasElement);
    const next = canvas.getByRole('button', { name: 'Next page' });
    await expect(canvas.getByRole('button', { name: 'Previous page' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(next);
    await userEvent.click(next);
    await userEvent.click(next);
    await expect(canvas.getByRole('status')).toHaveTextContent('Page 3 of 3');
    await expect(next).toHaveFocus();
    await expect(onPageChange.mock.calls.map(([page]) => page)).toEqual([1, 2]);
  },
};

const keep = fn((_page: number, details: PageChangeDetails) => details.cancel());

/** `details.cancel()` keeps the page that is shown. */
export const Kept: Story = {
  render: () => <Pagination count={3} defaultPage={1} onPageChange={keep} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Previous page' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('Page 2 of 3');
  },
};
