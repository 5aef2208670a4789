import type { Meta, StoryObj } from '@storybook/react-vite';
import { type Caption, Captions, type CaptionsProps } from '../../src/components/panels.ts';
import { InRoom } from '../support/InRoom.tsx';
import { people } from '../support/people.ts';
import { roomOf } from '../support/snapshots.ts';

/** What is said, as words that the application gives. */
const meta = { title: 'Components/Captions', component: Captions } satisfies Meta<typeof Captions>;
export default meta;
type Story = StoryObj;

const said: readonly Caption[] = [
  { id: '1', participantId: 'person-2', text: 'This one is not to be seen any more.' },
  { id: '2', participantId: 'person-2', text: 'The numbers of the third quarter are better than we thought.' },
  { id: '3', participantId: 'person-2', text: 'Most of it comes from the new rooms.' },
  { id: '4', participantId: 'person-3', text: 'And the ones of last year? Could we see them beside each other?' },
];

const captions = (props: Omit<CaptionsProps, 'captions'>): Story => ({
  render: () => (
    <InRoom state={roomOf(people(4))}>
      <Captions captions={said} {...props} />
    </InRoom>
  ),
});

export const Medium = captions({});
export const Small = captions({ size: 'small' });
export const Large = captions({ size: 'large' });

/** In another language than the page, written from the right. */
export const Hebrew: Story = {
  render: () => (
    <InRoom state={roomOf(people(2))}>
      <Captions captions={[{ id: '1', speaker: 'Interpreter', lang: 'he', text: 'המספרים טובים ממה שחשבנו.' }]} />
    </InRoom>
  ),
};
