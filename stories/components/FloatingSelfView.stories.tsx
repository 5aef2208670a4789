import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { FloatingSelfView } from '../../src/components/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** Your own picture, floating in a corner of what it lies in. */
const meta = { title: 'Components/FloatingSelfView', component: FloatingSelfView } satisfies Meta<
  typeof FloatingSelfView
>;
export default meta;
type Story = StoryObj;

const render: Story['render'] = () => (
  <InRoom state={roomOf([{ name: 'Ada Lovelace', camera: personTrack(0) }])} width={720} height={405}>
    <div style={{ position: 'relative', height: '100%', background: 'var(--parlour-surface)' }}>
      <FloatingSelfView />
    </div>
  </InRoom>
);

export const InACorner: Story = { render };

const own = (canvas: HTMLElement) => within(canvas).getByRole('group', { name: /Your picture/ });

export const Keyboard: Story = {
  render,
  play: async ({ canvasElement, globals }) => {
    await userEvent.tab();
    const view = own(canvasElement);
    await expect(view).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect(view).toHaveAttribute('data-corner', 'top-end');
    await userEvent.keyboard(globals.dir === 'rtl' ? '{ArrowRight}' : '{ArrowLeft}');
    await expect(view).toHaveAttribute('data-corner', 'top-start');
  },
};

export const Dragged: Story = {
  render,
  play: async ({ canvasElement, globals }) => {
    const view = own(canvasElement);
    view.setPointerCapture = () => {};
    const { left, top, width, height } = view.getBoundingClientRect();
    const box = view.offsetParent?.getBoundingClientRect() as DOMRect;
    const point = (type: string, x: number, y: number) =>
      view.dispatchEvent(
        new PointerEvent(type, { pointerId: 7, isPrimary: true, bubbles: true, clientX: x, clientY: y }),
      );
    const away = globals.dir === 'rtl' ? box.right - 20 : box.left + 20;
    point('pointerdown', left + width / 2, top + height / 2);
    point('pointermove', away, box.top + 20);
    await expect(view).toHaveAttribute('data-dragging');
    const dragged = view.getBoundingClientRect();
    await expect(dragged.top).toBeGreaterThanOrEqual(box.top - 1);
    point('pointerup', away, box.top + 20);
    await waitFor(() => expect(view).toHaveAttribute('data-corner', 'top-start'));
    await expect(view).not.toHaveAttribute('data-dragging');
  },
};
