import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeBackend } from '../../../stories/support/console/FakeBackend.ts';
import { busyBackend } from '../../../stories/support/console/scenes.ts';
import { openConsole } from './support/openConsole.tsx';

const figureOf = (term: string) => screen.getByText(term).nextElementSibling;

it('tells how the server is, what it cannot tell, and follows it', async () => {
  const backend = busyBackend();
  openConsole(backend, '/server');
  expect(await screen.findByText('In order')).toBeVisible();
  expect(figureOf('People in rooms')).toHaveTextContent('7');
  expect(figureOf('Tracks going out')).toHaveTextContent('Unknown');
  expect(figureOf('Running for')).toHaveTextContent('26:03:04');
  expect(figureOf('Memory')).toHaveTextContent('412 MB');
  expect(figureOf('Database')).toHaveTextContent('PostgreSQL');
  expect(figureOf('Worker 2')).toHaveTextContent('Rooms: 1');
  expect(figureOf('waiting')).toHaveTextContent('3');
  const next = { ...backend.health, participants_live: 8, checks: { disk: 'failed' }, jobs: {} };
  act(() => backend.streams.at(-1)?.send('health', next));
  expect(screen.getByText('Something is wrong')).toBeVisible();
  expect(figureOf('disk')).toHaveTextContent('Failed');
  expect(figureOf('People in rooms')).toHaveTextContent('8');
  expect(screen.getByText('Nothing to do.')).toBeVisible();
  act(() => backend.streams.at(-1)?.send('health', { ...next, checks: {}, draining: true }));
  expect(screen.getByText('Shutting down')).toBeVisible();
});

it('says that it waits for word of the server', async () => {
  openConsole(new FakeBackend(), '/server');
  expect(await screen.findByText(/Waiting for the server/)).toBeVisible();
});
