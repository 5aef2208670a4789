import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ConfirmDialog } from '../../../src/components/dialog/useConfirm.tsx';
import { FakeBackend, idOf, recordingBody } from '../../../stories/support/console/FakeBackend.ts';
import { busyBackend } from '../../../stories/support/console/scenes.ts';
import { stubDialogs } from '../support/dialogs.ts';
import { openConsole } from './support/openConsole.tsx';

beforeAll(() => ConfirmDialog.preload());
beforeEach(stubDialogs);

const rows = () => screen.getAllByRole('row').slice(1);

it('shows what was recorded, how far it is, and why something failed', async () => {
  openConsole(busyBackend(), '/recordings');
  expect(await screen.findByText('The disk was full.')).toBeVisible();
  expect(rows()).toHaveLength(5);
  const [going, film, sound, failed] = rows().map((row) => within(row));
  expect(going?.getByText('In progress')).toBeVisible();
  expect(going?.queryByRole('button', { name: /^Play/ })).toBeNull();
  expect(film?.getByText('12:34')).toBeVisible();
  expect(film?.getByText('12.3 MB')).toBeVisible();
  expect(sound?.getByRole('img', { name: 'Sound' })).toBeVisible();
  expect(failed?.queryByRole('link', { name: /^Download/ })).toBeNull();
});

it('plays one from an address that is asked for now', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend({ recordings: [recordingBody(1)] });
  openConsole(backend, '/recordings');
  const play = await screen.findByRole('button', { name: /^Play: Picture/ });
  Object.assign(backend.recordings[0] as object, { download_url: 'data:video/webm,newer' });
  await user.click(play);
  const player = await within(await screen.findByRole('dialog')).findByLabelText(/^Picture/);
  expect(player).toHaveAttribute('src', 'data:video/webm,newer');
  player.dispatchEvent(new Event('error'));
  expect(await screen.findByText(/cannot play it/)).toBeVisible();
});

it('deletes one after asking', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend({ recordings: [recordingBody(1), recordingBody(2, { type: 'audio' })] });
  openConsole(backend, '/recordings');
  await user.click(await screen.findByRole('button', { name: /^Delete: Sound/ }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(/^Deleted: Sound/)).toBeVisible();
  expect(rows()).toHaveLength(1);
  expect(backend.recordings).toHaveLength(1);
});

it('finds by what was chosen, and deletes all that match; without a choice nobody deletes everything', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  openConsole(backend, '/recordings');
  await screen.findByText('The disk was full.');
  expect(screen.queryByRole('button', { name: 'Delete all of these' })).toBeNull();
  await user.selectOptions(screen.getByLabelText('State'), 'Ready');
  expect(await screen.findByText('3 of 3')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Delete all of these' }));
  const question = within(await screen.findByRole('alertdialog', { name: 'Delete 3 recordings?' }));
  await user.click(question.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('3 recordings were deleted.')).toBeVisible();
  expect(await screen.findByText('No recording matches.')).toBeVisible();
  expect(backend.recordings.map(({ status }) => status)).toEqual(['processing', 'failed']);
});

it('finds by room, by session and by person, each chosen by name', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  backend.people.push({ ...backend.people[0], id: idOf(3, 9), context: 'Barbara Liskov', session_id: idOf(2, 2) });
  openConsole(backend, '/recordings');
  await screen.findByText('5 of 5');
  // Whose they are is said in words.
  expect(await screen.findAllByText('Katherine Johnson')).toHaveLength(1);
  expect(screen.queryByLabelText('Session')).toBeNull();

  const person = screen.getByRole('combobox', { name: 'Person' });
  await user.type(person, 'alan');
  await user.click(await screen.findByRole('option', { name: /^Alan Turing/ }));
  expect(await screen.findByText('1 of 1')).toBeVisible();
  expect(person).toHaveValue('Alan Turing');
  await user.click(screen.getByRole('button', { name: 'Clear: Person' }));
  expect(await screen.findByText('5 of 5')).toBeVisible();

  // By the keyboard alone.
  const room = screen.getByRole('combobox', { name: 'Room' });
  room.focus();
  await user.keyboard('dail');
  await screen.findByRole('option', { name: 'daily-standup' });
  await user.keyboard('{Enter}');
  expect(await screen.findByText('4 of 4')).toBeVisible();
  expect(room).toHaveValue('daily-standup');
  await user.selectOptions(await screen.findByLabelText('Session'), idOf(2, 1));
  expect(await screen.findByText('4 of 4')).toBeVisible();
  // Only who was there.
  await user.type(person, 'bar');
  expect(await screen.findByText('Nothing was found.', { selector: '[role=status]' })).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(person).toHaveValue('');

  await user.click(screen.getByRole('button', { name: 'Clear: Room' }));
  expect(await screen.findByText('5 of 5')).toBeVisible();
  expect(screen.queryByLabelText('Session')).toBeNull();
});

it('finds what a room left that was deleted, by its id', async () => {
  const user = userEvent.setup();
  const gone = idOf(1, 77);
  openConsole(new FakeBackend({ recordings: [recordingBody(1), recordingBody(2, { room_id: gone })] }), '/recordings');
  await screen.findByText('2 of 2');
  await user.click(screen.getByRole('combobox', { name: 'Room' }));
  await user.paste(gone);
  await user.click(await screen.findByRole('option', { name: gone }));
  expect(await screen.findByText('1 of 1')).toBeVisible();
});

it('says why there is nothing to choose from', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  backend.refuse = ({ url }) =>
    url.includes('/v2/room_participants?')
      ? Response.json({ errors: [{ code: 'forbidden', title: 'No', detail: 'Not with this key.' }] }, { status: 403 })
      : undefined;
  openConsole(backend, '/recordings');
  await user.click(await screen.findByRole('combobox', { name: 'Person' }));
  expect(await screen.findByText(/Not with this key/, { selector: '[role=status]' })).toBeInTheDocument();
  // Whoever goes on leaves nothing open.
  await user.tab();
  expect(screen.queryByText(/Not with this key/)).toBeNull();
});

it('says what went wrong, and tries again', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend({ recordings: [recordingBody(1)] });
  backend.refuse = ({ url }) =>
    url.includes('/v2/room_recordings')
      ? Response.json({ errors: [{ code: 'forbidden', title: 'No', detail: 'Not with this key.' }] }, { status: 403 })
      : undefined;
  openConsole(backend, '/recordings');
  expect(await screen.findByText(/Not with this key/)).toBeVisible();
  backend.refuse = null;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('12:34')).toBeVisible();
});
