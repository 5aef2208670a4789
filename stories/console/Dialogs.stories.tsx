import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { MissionControl } from '../../src/console/index.ts';
import { scene } from '../support/console/scene.tsx';
import { busyBackend, FIRST_SESSION } from '../support/console/scenes.ts';

/** What opens above the screens of mission control: forms, questions, players and lists to choose from. */
const meta = {
  title: 'Console/Dialogs',
  component: MissionControl,
  parameters: { page: 'whole' },
} satisfies Meta<typeof MissionControl>;
export default meta;

type Story = StoryObj;

/** Presses the first button of that kind, once it is there. */
async function press(canvas: HTMLElement, selector: string): Promise<void> {
  await waitFor(() => expect(canvas.querySelector(selector)).not.toBeNull());
  await userEvent.click(canvas.querySelector(selector) as HTMLElement);
}

/** What opens above the page: it fades in, and its code is fetched when it is wanted. */
async function opened(role: 'dialog' | 'alertdialog' | 'option', name?: string | RegExp): Promise<HTMLElement> {
  const wanted = name === undefined ? {} : { name };
  const found = await within(document.body).findByRole(role, wanted, { timeout: 10_000 });
  await waitFor(() => expect(found).toBeVisible());
  return found;
}

export const NewRoom: Story = {
  ...scene(busyBackend, '/rooms'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.parlour-primary');
    await expect(within(await opened('dialog')).getAllByRole('textbox')[0]).toHaveFocus();
  },
};

/** A room with a webhook: its fields are open. */
export const EditRoom: Story = {
  ...scene(() => {
    const backend = busyBackend();
    Object.assign(backend.rooms[0] as object, { webhook_event_url: 'https://example.org/hooks' });
    return backend;
  }, '/rooms'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.parlour-console-icon:not([data-danger])');
    const form = within(await opened('dialog'));
    await expect(form.getByDisplayValue('daily-standup')).toBeVisible();
    await expect(form.getByDisplayValue('https://example.org/hooks')).toBeVisible();
  },
};

export const DeleteRoom: Story = {
  ...scene(busyBackend, '/rooms'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.parlour-console-icon[data-danger]');
    await opened('alertdialog');
  },
};

export const EndSession: Story = {
  ...scene(busyBackend, FIRST_SESSION),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.parlour-console-danger');
    await opened('alertdialog');
  },
};

/** This browser can play nothing of it, and says so; on a real server it plays at once. */
export const Player: Story = {
  ...scene(busyBackend, '/recordings'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[data-kind="actions"] button:not([data-danger])');
    await expect(await within(await opened('dialog')).findByRole('alert')).not.toBeEmptyDOMElement();
  },
};

/** Rooms are found by parts of their names. */
export const ChooseRoom: Story = {
  ...scene(busyBackend, '/recordings'),
  play: async ({ canvasElement }) => {
    const [room] = await within(canvasElement).findAllByRole('combobox');
    await userEvent.type(room as HTMLElement, 'e');
    await opened('option', 'design-review');
  },
};

/** People are found by their names; when they joined tells those of one name apart. */
export const ChoosePerson: Story = {
  ...scene(busyBackend, '/recordings'),
  play: async ({ canvasElement }) => {
    const [, person] = await within(canvasElement).findAllByRole('combobox');
    await userEvent.click(person as HTMLElement);
    await opened('option', /^Alan Turing/);
  },
};

/** All that match are deleted together, after a question that counts them. */
export const DeleteAll: Story = {
  ...scene(busyBackend, '/recordings'),
  play: async ({ canvasElement }) => {
    const [, person] = await within(canvasElement).findAllByRole('combobox');
    await userEvent.type(person as HTMLElement, 'alan');
    await userEvent.click(await opened('option', /^Alan Turing/));
    await press(canvasElement, '.parlour-console-danger');
    await opened('alertdialog');
  },
};
