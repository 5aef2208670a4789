import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ConfirmDialog } from '../../../src/components/dialog/useConfirm.tsx';
import { FakeBackend, idOf, roomBody } from '../../../stories/support/console/FakeBackend.ts';
import { busyBackend, FIRST_SESSION } from '../../../stories/support/console/scenes.ts';
import { stubDialogs } from '../support/dialogs.ts';
import { openConsole as open } from './support/openConsole.tsx';

beforeAll(() => ConfirmDialog.preload());
beforeEach(stubDialogs);

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const rowOf = async (text: string) => (await screen.findByText(text)).closest('tr') as HTMLElement;
const eventsOf = (backend: FakeBackend) =>
  backend.streams.filter(({ url }) => url.endsWith('/events') && !url.includes('live')).at(-1);

it('lets in who has a key, and says why it does not', async () => {
  const user = userEvent.setup();
  open(new FakeBackend({ signedIn: false, rooms: [roomBody(1)] }));
  await user.click(await button('Sign in'));
  const key = screen.getByLabelText('API key');
  expect(key).toHaveAccessibleDescription('Enter an API key.');
  await user.type(key, 'wrong{Enter}');
  await waitFor(() => expect(key).toHaveAccessibleDescription(/not valid/));
  await user.clear(key);
  await user.type(key, 'right{Enter}');
  expect(await screen.findByText('room-1')).toBeVisible();
  await user.click(await button('Sign out'));
  expect(await screen.findByLabelText('API key')).toHaveValue('');
});

it('creates a room, and says at its field what is wrong with it', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend({ rooms: [roomBody(1)] });
  open(backend);
  await screen.findByText('room-1');
  await user.click(await button('New room'));
  const dialog = within(await screen.findByRole('dialog'));
  const name = dialog.getByLabelText('Name');
  await user.type(name, 'room-1{Enter}');
  await waitFor(() => expect(name).toHaveAccessibleDescription(/Another room is named/));
  expect(name).toHaveFocus();
  await user.clear(name);
  await user.type(name, 'lesson');
  await user.click(dialog.getByLabelText(/Record everything/));
  await user.click(dialog.getByRole('button', { name: 'Create room' }));
  expect(await screen.findByText('lesson was created.')).toBeVisible();
  expect(await rowOf('lesson')).toHaveTextContent('On');
  expect(backend.rooms[0]).toMatchObject({ unique_name: 'lesson', enable_recording: true, max_participants: 10 });
});

it('changes a room, and deletes it after asking', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend({ rooms: [roomBody(1), roomBody(2)] });
  open(backend);
  await user.click(await button('Edit room-1'));
  const name = within(await screen.findByRole('dialog')).getByLabelText('Name');
  await user.clear(name);
  await user.type(name, 'renamed{Enter}');
  // The list shows it before the server has it, and the dialog stays until then.
  expect(await screen.findByText('renamed was saved.')).toBeVisible();
  await user.click(await button('Delete renamed'));
  const question = within(await screen.findByRole('alertdialog'));
  await user.click(question.getByRole('button', { name: 'Cancel' }));
  expect(backend.rooms).toHaveLength(2);
  await user.click(await button('Delete renamed'));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('renamed was deleted.')).toBeVisible();
  expect(backend.rooms.map(({ unique_name: left }) => left)).toEqual(['room-2']);
  // The button that was pressed is gone.
  expect(screen.getByRole('heading', { name: 'Rooms' })).toHaveFocus();
});

it('finds a room that is on no page yet, by its name and by its id', async () => {
  const user = userEvent.setup();
  const rooms = Array.from({ length: 30 }, (_, index) => roomBody(index + 1));
  open(new FakeBackend({ rooms }));
  await screen.findByText('room-1');
  expect(screen.queryByText('room-30')).toBeNull();
  const search = screen.getByRole('searchbox');
  await user.type(search, 'room-30');
  expect(await screen.findByText('room-30')).toBeVisible();
  await user.clear(search);
  await user.type(search, idOf(1, 29));
  expect(await screen.findByText('room-29')).toBeVisible();
  await user.clear(search);
  await user.type(search, 'nothing');
  expect(await screen.findByText(/No room with this name/)).toBeVisible();
  await user.clear(search);
  await user.click(await button('Show more'));
  expect(await screen.findByText('room-30')).toBeVisible();
  expect(screen.getByText('30 of 30')).toBeVisible();
});

it('tries again what failed', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend({ rooms: [roomBody(1)] });
  backend.refuse = ({ url }) =>
    url.includes('/v2/rooms')
      ? Response.json({ errors: [{ code: 'forbidden', title: 'No', detail: 'Not with this key.' }] }, { status: 403 })
      : undefined;
  open(backend);
  expect(await screen.findByText(/Not with this key/)).toBeVisible();
  backend.refuse = null;
  await user.click(await button('Try again'));
  expect(await screen.findByText('room-1')).toBeVisible();
});

it('shows what has changed without being asked', async () => {
  const backend = new FakeBackend({ rooms: [roomBody(1)] });
  open(backend);
  await screen.findByText('room-1');
  backend.rooms.unshift(roomBody(2));
  eventsOf(backend)?.send('changed', { kind: 'room', id: idOf(1, 2) });
  expect(await screen.findByText('room-2')).toBeVisible();
});

it('loses nothing when the session expires', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend({ rooms: [roomBody(1)] });
  open(backend);
  await screen.findByText('room-1');
  await user.click(await button('New room'));
  await user.type(within(await screen.findByRole('dialog')).getByLabelText('Name'), 'typed');
  backend.signedIn = false;
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/Your session has expired/)).toBeVisible();
  await user.type(screen.getByLabelText('API key'), 'right{Enter}');
  expect(await screen.findByText('typed was created.')).toBeVisible();
  expect(screen.queryByText(/Your session has expired/)).toBeNull();
});

it('shows who is in a session, and does what a moderator does', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  open(backend, FIRST_SESSION);
  const grace = within(await rowOf('Grace Hopper'));
  expect(grace.getByText('Speaking')).toBeVisible();
  expect(grace.getByRole('img', { name: 'Connection quality: 5 of 5' })).toBeVisible();
  await user.click(grace.getByRole('button', { name: 'Mute Grace Hopper' }));
  expect(await screen.findByText('Grace Hopper was muted.')).toBeVisible();
  await user.click(await button('Remove Alan Turing'));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('Alan Turing was removed.')).toBeVisible();
  await user.click(await button('End session'));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'End session' }));
  expect(await screen.findByText('This session has ended.')).toBeVisible();
  const done = backend.asked.filter((line) => line.includes('/actions/')).map((line) => line.split('/').at(-1));
  expect(done).toEqual(['mute', 'kick', 'end']);
});

it('follows links without loading a page, and goes back', async () => {
  const user = userEvent.setup();
  open(busyBackend());
  await user.click(await screen.findByRole('link', { name: /daily-standup/ }));
  expect(location.pathname).toBe(`/console${FIRST_SESSION}`);
  expect(await screen.findByText('Grace Hopper')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Sessions' })).toHaveAttribute('aria-current', 'page');
  history.back();
  expect(await screen.findByRole('heading', { name: 'Rooms' })).toBeVisible();
});
