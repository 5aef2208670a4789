import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ParticipantList } from '../../src/components/panels.ts';
import { usePanelMessages } from '../../src/i18n/index.ts';
import type { StaticCommands } from '../../src/store/index.ts';
import { InPanel } from '../support/InPanel.tsx';
import { people } from '../support/people.ts';
import { type Person, roomOf } from '../support/snapshots.ts';

/** Who is in the room: raised hands first, with a search, and for moderators what they can do. */
const meta = { title: 'Components/ParticipantList', component: ParticipantList } satisfies Meta<typeof ParticipantList>;
export default meta;
type Story = StoryObj;

/** Everything that can be told of people. */
function crowd(moderator: boolean): Person[] {
  return people(9).map((person, index) => ({
    ...person,
    moderator: index === 0 ? moderator : index === 4,
    ...(index === 3 && { hand: true }),
    ...(index === 5 && { quality: 1 as const }),
    ...(index === 6 && { watching: true, camera: undefined }),
    ...(index === 7 && { censored: true, muted: true }),
    ...(index === 8 && { connection: 'reconnecting' as const }),
  }));
}

function PeoplePanel({ people: shown, commands }: { people: readonly Person[]; commands?: StaticCommands }) {
  return (
    <InPanel title={usePanelMessages()['people.label']} state={roomOf(shown)} {...(commands && { commands })}>
      <ParticipantList />
    </InPanel>
  );
}

export const Everybody: Story = { render: () => <PeoplePanel people={crowd(false)} /> };

const moderation = {
  mute: fn(async () => {}),
  unmute: fn(async () => {}),
  kick: fn(async () => {}),
  setGrants: fn(async () => {}),
  admit: fn(async () => {}),
  turnAway: fn(async () => {}),
  end: fn(async () => {}),
};

/** A moderator mutes at once, and is asked before somebody is removed. */
export const ForModerators: Story = {
  render: () => <PeoplePanel people={crowd(true)} commands={{ moderation }} />,
  play: async ({ canvasElement, globals }) => {
    if (globals.locale !== 'en') return;
    const canvas = within(canvasElement);
    const list = canvas.getByRole('list', { name: 'People' });
    await userEvent.click(within(list).getByRole('button', { name: 'Mute Grace Hopper' }));
    await expect(moderation.mute).toHaveBeenCalledWith('person-2', undefined);
    await userEvent.click(within(list).getByRole('button', { name: 'Remove Alan Turing' }));
    const question = canvas.getByRole('group', { name: 'Remove Alan Turing from the room?' });
    await expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await expect(moderation.kick).not.toHaveBeenCalled();
  },
};

const WAITING = ['Hedy Lamarr', 'Annie Easley', 'Radia Perlman'];

/** Who waits to be let in stands on top; who decides by keyboard goes on with the next one. */
export const Waiting: Story = {
  render: function Render() {
    const waiting = WAITING.map((name, index) => ({ id: `waiting-${index}`, name, waitingSince: new Date(0) }));
    return (
      <InPanel
        title={usePanelMessages()['people.label']}
        state={{ ...roomOf(crowd(true)), waiting }}
        commands={{ moderation }}
      >
        <ParticipantList />
      </InPanel>
    );
  },
  play: async ({ canvasElement, globals }) => {
    if (globals.locale !== 'en') return;
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Let in Annie Easley' }));
    await expect(moderation.admit).toHaveBeenCalledWith('waiting-1');
    await userEvent.click(canvas.getByRole('button', { name: 'Turn Radia Perlman away' }));
    await expect(moderation.turnAway).toHaveBeenCalledWith('waiting-2');
    await userEvent.click(canvas.getByRole('button', { name: 'Let everybody in' }));
    await expect(moderation.admit).toHaveBeenCalledWith('all');
  },
};

/** A thousand people; those on screen are in the page. */
export const Thousand: Story = {
  render: () => (
    <PeoplePanel
      people={Array.from({ length: 1000 }, (_, index) => ({
        name: `Person ${index + 1}`,
        muted: index % 3 > 0,
        ...(index === 700 && { hand: true }),
      }))}
    />
  ),
  play: async ({ canvasElement, globals }) => {
    const canvas = within(canvasElement);
    const items = () => canvas.getAllByRole('listitem');
    await expect(items().length).toBeLessThan(40);
    await expect(items()[0]).toHaveTextContent('Person 701');
    items()[0]?.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '1000'));
    await expect(document.activeElement).toHaveAttribute('aria-setsize', '1000');
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '1'));
    await userEvent.type(canvas.getByRole('searchbox'), 'person 99');
    await waitFor(() => expect(items()[0]).toHaveAttribute('aria-setsize', '19'));
    if (globals.locale === 'en') await expect(canvas.getByText('19 people found')).toBeVisible();
  },
};
