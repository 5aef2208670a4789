import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { FakeRoom } from '../../src/testing/index.ts';
import { RecipePage } from '../support/RecipePage.tsx';
import { recipe } from '../support/recipe.tsx';
import { Classroom } from './Classroom.tsx';
import code from './Classroom.tsx?raw';

/**
 * One teaches, the others learn. The teacher is large for everybody (`spotlight`), raised hands stand in their order, and
 * only the teacher's token has the grant `moderate`: what needs it is not there for anybody else.
 */
const meta = {
  title: 'Recipes/Classroom',
  parameters: { page: 'whole', docs: { page: RecipePage, source: { code }, canvas: { sourceState: 'none' } } },
} satisfies Meta;
export default meta;

const begin = async ({ room, people: { all } }: FakeRoom) => {
  await room.devices.camera.enable();
  await all[0]?.speak();
  await all[2]?.raiseHand();
  await all[1]?.raiseHand();
};

export const Teacher: StoryObj = {
  ...recipe({ name: 'Ada Lovelace', begin }, (room) => <Classroom room={room} teacherId="me" />),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Take Katherine Johnson' }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Take Katherine Johnson' })).toBeNull());
    await expect(canvas.getByRole('button', { name: 'Quiet, please' })).toBeVisible();
  },
};

export const Pupil: StoryObj = {
  ...recipe({ name: 'Ada Lovelace', grants: { moderate: false }, begin }, (room) => (
    <Classroom room={room} teacherId="grace-hopper" />
  )),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const hands = within(await canvas.findByRole('region', { name: 'Raised hands' }));
    await waitFor(() => expect(hands.getAllByRole('listitem')).toHaveLength(2));
    await expect(hands.queryByRole('button')).toBeNull();
  },
};
