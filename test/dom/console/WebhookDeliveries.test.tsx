import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeBackend } from '../../../stories/support/console/FakeBackend.ts';
import { busyBackend } from '../../../stories/support/console/scenes.ts';
import { openConsole } from './support/openConsole.tsx';

it('shows what was told and what could not be, and sends it again', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  openConsole(backend, '/webhooks');
  expect(await screen.findByText('The receiver answered with 503.')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('State'), 'Failed');
  expect(await screen.findByText('1 of 1')).toBeVisible();
  const row = within(screen.getAllByRole('row')[1] as HTMLElement);
  expect(row.getByText('8')).toBeVisible();
  await user.click(row.getByRole('button', { name: 'Send again: video.room.participant.joined' }));
  expect(await screen.findByText('Is sent again: video.room.participant.joined')).toBeVisible();
  expect(await screen.findByText('No delivery matches.')).toBeVisible();
  expect(backend.deliveries.map(({ status }) => status)).toEqual(['delivered', 'pending', 'pending']);
});

it('says why something could not be sent again', async () => {
  const user = userEvent.setup();
  const backend = busyBackend();
  openConsole(backend, '/webhooks');
  const [again] = await screen.findAllByRole('button', { name: /^Send again/ });
  backend.refuse = ({ method }) =>
    method === 'POST'
      ? Response.json({ errors: [{ code: 'closing', title: 'No', detail: 'The server stops.' }] }, { status: 422 })
      : undefined;
  await user.click(again as HTMLElement);
  expect(await screen.findByText(/The server stops/)).toBeVisible();
});

it('says that nothing was sent yet', async () => {
  openConsole(new FakeBackend(), '/webhooks');
  expect(await screen.findByText('Nothing was sent yet')).toBeVisible();
});
