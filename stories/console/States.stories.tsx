import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { MissionControl } from '../../src/console/index.ts';
import { FakeBackend, idOf } from '../support/console/FakeBackend.ts';
import { never, refusing, type Scene, scene } from '../support/console/scene.tsx';
import { busyBackend, FIRST_SESSION, NEW_FILM, PAST_SESSION, recordedBackend } from '../support/console/scenes.ts';

/** Screens of mission control while they load, when there is nothing, and when something is wrong. */
const meta = {
  title: 'Console/States',
  component: MissionControl,
  parameters: { page: 'whole' },
} satisfies Meta<typeof MissionControl>;
export default meta;

type Story = StoryObj;
const seen = async (canvas: HTMLElement, selector: string) =>
  waitFor(() => expect(canvas.querySelector(selector)).toBeVisible());

/** It is not known yet whether somebody is signed in. */
export const Checking: Story = { ...scene(() => never(new FakeBackend(), '/session')) };

const tryToSignIn: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await waitFor(() => expect(canvasElement.querySelector('input')).not.toBeNull());
  await userEvent.type(canvasElement.querySelector('input') as HTMLElement, 'wrong{Enter}');
  await seen(canvasElement, '.parlour-console-problem');
};

export const WrongKey: Story = { ...scene(() => new FakeBackend({ signedIn: false })), play: tryToSignIn };

export const TooManyAttempts: Story = {
  ...scene(() => {
    const backend = new FakeBackend({ signedIn: false });
    const errors = [{ code: 'rate-limited', title: 'Too many', detail: 'Wait.' }];
    backend.refuse = ({ method }) =>
      method === 'POST' ? Response.json({ errors }, { status: 429, headers: { 'retry-after': '42' } }) : undefined;
    return backend;
  }),
  play: tryToSignIn,
};

export const Loading: Story = {
  ...scene(() => never(busyBackend()), '/recordings'),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-loading'),
};

export const LoadingSession: Story = {
  ...scene(() => never(busyBackend()), FIRST_SESSION),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-loading'),
};

export const LoadingEditor: Story = {
  ...scene(() => never(recordedBackend(), '/v2/room_recordings'), NEW_FILM),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-loading'),
};

export const NoSessions: Story = {
  ...scene(() => new FakeBackend(), '/sessions'),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-empty'),
};

export const NoWebhooks: Story = {
  ...scene(() => new FakeBackend(), '/webhooks'),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-empty'),
};

export const NoRoomFound: Story = {
  ...scene(busyBackend, '/rooms'),
  play: async ({ canvasElement }) => {
    await userEvent.type(await within(canvasElement).findByRole('searchbox'), 'nowhere');
    await seen(canvasElement, '.parlour-console-empty');
  },
};

/** It goes on, and everybody has just gone. */
export const NobodyInSession: Story = {
  ...scene(() => {
    const backend = busyBackend();
    const shown = { session_id: idOf(2, 1), room_id: idOf(1, 1), started_at: '2027-03-01T10:00:00.000Z' };
    backend.snapshots.set(idOf(2, 1), { ...shown, participants: [] });
    return backend;
  }, FIRST_SESSION),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-empty'),
};

export const SessionFailed: Story = {
  ...scene(() => refusing(busyBackend()), PAST_SESSION),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/Not with this key/)).toBeVisible();
  },
};

export const WebhooksFailed: Story = { ...SessionFailed, ...scene(() => refusing(busyBackend()), '/webhooks') };
export const CompositionsFailed: Story = { ...SessionFailed, ...scene(() => refusing(busyBackend()), '/compositions') };
export const EditorFailed: Story = { ...SessionFailed, ...scene(() => refusing(recordedBackend()), NEW_FILM) };

export const NothingRecorded: Story = {
  ...scene(() => Object.assign(recordedBackend(), { recordings: [] }), NEW_FILM),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-notice:not(:empty)'),
};

/** A film was ordered, and is there. */
export const FilmReady: Story = {
  ...scene(recordedBackend, NEW_FILM),
  play: async ({ canvasElement, loaded }) => {
    const { backend } = loaded as unknown as Scene;
    await waitFor(() => expect(canvasElement.querySelector('form [type="submit"]')).not.toBeNull());
    await userEvent.click(canvasElement.querySelector('form [type="submit"]') as HTMLElement);
    await waitFor(() => expect(backend.compositions.some(({ status }) => status === 'enqueued')).toBe(true));
    // Before it is shown that the film was ordered, nobody listens for what becomes of it.
    await seen(canvasElement, '[role=status] .parlour-console-state');
    Object.assign(backend.compositions[0] as object, { status: 'completed', download_url: 'data:video/mp4,' });
    backend.streams.at(-1)?.send('changed', { kind: 'composition', id: null });
    await seen(canvasElement, '.parlour-console-film-download');
  },
};

export const ServerSilent: Story = {
  ...scene(() => new FakeBackend(), '/server'),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-muted'),
};

export const ServerFailing: Story = {
  ...scene(() => {
    const backend = busyBackend();
    const checks = { database: 'failed', disk: 'ok' };
    backend.health = { ...backend.health, draining: true, checks, database: { kind: 'postgres', ok: false } };
    return backend;
  }, '/server'),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-badge[data-tone="bad"]'),
};

/** Nothing is told any more; what is shown stays. */
export const Interrupted: Story = {
  ...scene(busyBackend, '/rooms'),
  play: async ({ canvasElement, loaded }) => {
    const { backend } = loaded as unknown as Scene;
    await within(canvasElement).findByText('daily-standup');
    backend.streams.at(-1)?.dispatchEvent(new Event('error'));
    await seen(canvasElement, '.parlour-console-notice:not(:empty)');
  },
};

export const NotFound: Story = {
  ...scene(busyBackend, '/nowhere'),
  play: async ({ canvasElement }) => seen(canvasElement, '.parlour-console-empty-title'),
};
