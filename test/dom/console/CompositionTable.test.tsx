import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ConfirmDialog } from '../../../src/components/dialog/useConfirm.tsx';
import { FakeBackend, idOf } from '../../../stories/support/console/FakeBackend.ts';
import { busyBackend } from '../../../stories/support/console/scenes.ts';
import { stubDialogs } from '../support/dialogs.ts';
import { openConsole } from './support/openConsole.tsx';

beforeAll(() => ConfirmDialog.preload());
beforeEach(stubDialogs);

const rows = () => screen.getAllByRole('row').slice(1);

it('shows how far films are, and why one failed', async () => {
  openConsole(busyBackend(), '/compositions');
  expect(await screen.findByText(/no recording that a film could be made of/)).toBeVisible();
  const [waiting, going, made] = rows().map((row) => within(row));
  expect(waiting?.getByText('Waiting')).toBeVisible();
  expect(waiting?.queryByRole('button', { name: /^Play/ })).toBeNull();
  expect(going?.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('value', '0.42');
  expect(going?.getByText('42%')).toBeVisible();
  expect(made?.getByText('720 × 1280')).toBeVisible();
  expect(made?.getByText('30:20')).toBeVisible();
});

it('plays one, finds by state, and deletes after asking', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  openConsole(backend, '/compositions');
  await user.click(await screen.findByRole('button', { name: /^Play: Composition/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByLabelText(/^Composition/)).toHaveAttribute('src', 'data:video/mp4,2');
  await user.click(dialog.getByRole('button', { name: 'Close' }));

  await user.selectOptions(screen.getByLabelText('State'), 'Ready');
  expect(await screen.findByText('1 of 1')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /^Delete: Composition/ }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(/^Deleted: Composition/)).toBeVisible();
  expect(await screen.findByText('No composition matches.')).toBeVisible();
  expect(backend.compositions).toHaveLength(3);
});

it('finds those of a room', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  Object.assign(backend.compositions[2] as object, { room_id: idOf(1, 4), session_id: idOf(2, 4) });
  openConsole(backend, '/compositions');
  await screen.findByText('4 of 4');
  await user.type(screen.getByRole('combobox', { name: 'Room' }), 'design');
  await user.click(await screen.findByRole('option', { name: 'design-review' }));
  expect(await screen.findByText('1 of 1')).toBeVisible();
  await user.selectOptions(await screen.findByLabelText('Session'), idOf(2, 4));
  expect(await screen.findByText('1 of 1')).toBeVisible();
});

it('leads to a new one by way of the session', async () => {
  const user = userEvent.setup();
  openConsole(busyBackend(), '/compositions');
  await user.click(await screen.findByRole('link', { name: 'New composition' }));
  expect(await screen.findByRole('heading', { name: 'Of which session?' })).toHaveFocus();
  await user.click(await screen.findByRole('link', { name: 'design-review' }));
  expect(await screen.findByRole('heading', { name: 'Make a film' })).toHaveFocus();
});

it('says that there is none yet', async () => {
  openConsole(new FakeBackend(), '/compositions');
  expect(await screen.findByText('No compositions yet')).toBeVisible();
});
