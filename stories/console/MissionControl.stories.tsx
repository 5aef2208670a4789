import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { MissionControl } from '../../src/console/index.ts';
import { FakeBackend } from '../support/console/FakeBackend.ts';
import { refusing, type Scene, scene } from '../support/console/scene.tsx';
import { busyBackend, FIRST_SESSION, NEW_FILM, PAST_SESSION, recordedBackend } from '../support/console/scenes.ts';

/** The room server's back office. Where there is little room, rows are cards. */
const meta = {
  title: 'Console/MissionControl',
  component: MissionControl,
  parameters: { page: 'whole' },
} satisfies Meta<typeof MissionControl>;
export default meta;

type Story = StoryObj;

export const SignedOut: Story = { ...scene(() => new FakeBackend({ signedIn: false })) };

export const Rooms: Story = {
  ...scene(busyBackend, '/rooms'),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('daily-standup')).toBeVisible();
  },
};

export const NoRooms: Story = { ...scene(() => new FakeBackend(), '/rooms') };

/** What failed says so, and can be tried again. */
export const Failed: Story = {
  ...scene(() => refusing(new FakeBackend()), '/rooms'),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/Not with this key/)).toBeVisible();
  },
};

/** A name that is taken is said at its field. */
export const NameTaken: Story = {
  ...scene(busyBackend, '/rooms'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('daily-standup');
    const create = canvasElement.querySelector('.parlour-primary') as HTMLElement;
    await userEvent.click(create);
    const dialog = within(await within(document.body).findByRole('dialog'));
    await userEvent.type(dialog.getAllByRole('textbox')[0] as HTMLElement, 'board-meeting{Enter}');
    await expect(await dialog.findByText('Another room is named "board-meeting".')).toBeVisible();
  },
};

export const Sessions: Story = { ...scene(busyBackend, '/sessions') };

/** Who is there, who speaks, how good the connections are. */
export const LiveSession: Story = {
  ...scene(busyBackend, FIRST_SESSION),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Grace Hopper')).toBeVisible();
  },
};

export const PastSession: Story = { ...scene(busyBackend, PAST_SESSION) };

/** What was recorded, with what still is and what failed. */
export const Recordings: Story = {
  ...scene(busyBackend, '/recordings'),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('The disk was full.')).toBeVisible();
  },
};

export const NoRecordings: Story = { ...scene(() => new FakeBackend(), '/recordings') };

/** Films on their way, made, and failed. */
export const Compositions: Story = {
  ...scene(busyBackend, '/compositions'),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/no recording that a film/)).toBeVisible();
  },
};

export const NoCompositions: Story = { ...scene(() => new FakeBackend(), '/compositions') };

/** A film is laid out: a large picture, and the others beside it. */
export const NewComposition: Story = {
  ...scene(recordedBackend, NEW_FILM),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findAllByText('Grace Hopper');
    const pictures = canvasElement.querySelectorAll('.parlour-console-arrangement');
    await userEvent.click(pictures[2] as HTMLElement);
    await waitFor(() => expect(canvasElement.querySelectorAll('.parlour-console-region')).toHaveLength(2));
    await userEvent.click(canvasElement.querySelectorAll('.parlour-console-region')[1] as HTMLElement);
    await expect(canvasElement.querySelectorAll('[aria-pressed="true"]')).toHaveLength(1);
  },
};

/** The same by the keyboard alone: a layout is picked, a region moved and made smaller, and the film ordered. */
export const NewCompositionByKeyboard: Story = {
  ...scene(recordedBackend, NEW_FILM),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findAllByText('Grace Hopper');
    const tabTo = async (selector: string, index: number): Promise<HTMLElement> => {
      const wanted = () => canvasElement.querySelectorAll<HTMLElement>(selector)[index];
      for (let press = 0; press < 60 && document.activeElement !== wanted(); press += 1) await userEvent.tab();
      await expect(wanted()).toHaveFocus();
      return wanted() as HTMLElement;
    };
    await tabTo('.parlour-console-arrangement', 3);
    await userEvent.keyboard('{Enter}');
    const region = await tabTo('.parlour-console-region', 1);
    await expect(region).toHaveAttribute('aria-pressed', 'true');
    const before = region.getBoundingClientRect();
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}{Shift>}{ArrowLeft}{ArrowUp}{/Shift}');
    const after = region.getBoundingClientRect();
    await expect(after.left).toBeLessThan(before.left);
    await expect(after.top).toBeLessThan(before.top);
    await expect(after.width).toBeLessThan(before.width);
    await expect(after.height).toBeLessThan(before.height);
    await expect(region).toHaveFocus();
    await tabTo('form [type="submit"]', 0);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvasElement.querySelector('form > .parlour-console-card')).toBeVisible());
  },
};

/** What was told to webhooks, and what could not be. */
export const Webhooks: Story = {
  ...scene(busyBackend, '/webhooks'),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('The receiver answered with 503.')).toBeVisible();
  },
};

/** How the server is, as it says itself. */
export const Server: Story = {
  ...scene(busyBackend, '/server'),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('0.1.0')).toBeVisible();
  },
};

/** One signs in over what one was doing. */
export const Expired: Story = {
  ...scene(busyBackend, '/rooms'),
  play: async ({ canvasElement, loaded }) => {
    const { backend } = loaded as unknown as Scene;
    await within(canvasElement).findByText('daily-standup');
    backend.signedIn = false;
    backend.streams.at(-1)?.send('signed_out');
    await expect(await within(canvasElement).findByRole('dialog')).toBeVisible();
  },
};
