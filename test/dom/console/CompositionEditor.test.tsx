import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { FakeBackend, idOf, recordingBody } from '../../../stories/support/console/FakeBackend.ts';
import { NEW_FILM, recordedBackend } from '../../../stories/support/console/scenes.ts';
import { stubDialogs } from '../support/dialogs.ts';
import { openConsole } from './support/openConsole.tsx';

beforeEach(stubDialogs);

const preview = () => within(screen.getByRole('group', { name: 'Preview of the film' }));
const region = (name: RegExp) => preview().getByRole('button', { name });
/** The bodies that films were ordered with. */
function ordersOf(backend: FakeBackend) {
  const orders: Record<string, unknown>[] = [];
  backend.refuse = (request) => {
    if (request.method === 'POST') {
      void request
        .clone()
        .json()
        .then((body) => orders.push(body as Record<string, unknown>));
    }
    return undefined;
  };
  return orders;
}
async function open(backend = recordedBackend()) {
  const user = userEvent.setup();
  openConsole(backend, NEW_FILM);
  await screen.findByRole('group', { name: 'Preview of the film' });
  return { user, backend };
}

it('begins with everybody, whom it names in the preview', async () => {
  await open();
  expect(region(/^Region 1: 0, 0, 1280 × 720, Grace Hopper, Alan Turing/)).toHaveAttribute('aria-pressed', 'true');
  for (const name of ['Grace Hopper', 'Alan Turing', 'Katherine Johnson', 'Screen of Grace Hopper']) {
    expect(await preview().findByText(name)).toBeInTheDocument();
  }
});

it('orders what was laid out, and follows it until it can be watched', async () => {
  const { user, backend } = await open();
  const orders = ordersOf(backend);
  await user.click(screen.getByRole('button', { name: 'Side by side' }));
  await user.click(region(/^Region 2/));
  await user.click(screen.getByRole('checkbox', { name: /^Alan Turing/ }));
  await user.click(screen.getByRole('radio', { name: 'Nothing' }));
  await user.selectOptions(screen.getByLabelText('Picture size'), '640 × 360');
  await user.click(screen.getByRole('button', { name: 'Make film' }));

  const result = within(await screen.findByRole('region', { name: 'Composition' }));
  expect(await result.findByText('Waiting')).toBeVisible();
  expect(orders).toEqual([
    {
      ...{ session_id: idOf(2, 4), resolution: '640x360', audio_sources: null },
      video_layout: {
        'region-1': {
          ...{ x_pos: 0, y_pos: 0, z_pos: 0, width: 320, height: 360, max_columns: null, max_rows: null },
          video_sources: [idOf(4, 11), idOf(4, 31)],
        },
        'region-2': {
          ...{ x_pos: 320, y_pos: 0, z_pos: 1, width: 320, height: 360, max_columns: null, max_rows: null },
          video_sources: [idOf(4, 13), idOf(4, 14)],
        },
      },
    },
  ]);

  const tell = () => backend.streams.at(-1)?.send('changed', { kind: 'composition', id: null });
  Object.assign(backend.compositions[0] as object, { status: 'processing', progress: 0.42 });
  tell();
  expect(await result.findByRole('progressbar', { name: 'Progress' })).toHaveAttribute('value', '0.42');
  Object.assign(backend.compositions[0] as object, { status: 'completed', download_url: 'data:video/mp4,' });
  tell();
  expect(await result.findByLabelText('Composition')).toHaveAttribute('src', 'data:video/mp4,');
  expect(result.getByRole('link', { name: 'Download: Composition' })).toHaveAttribute('href', 'data:video/mp4,');
});

it('moves and resizes a region by keys, says where it is, and removes it', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Add region' }));
  region(/^Region 2: 320, 180, 640 × 360/).focus();
  await user.keyboard('{ArrowRight}{ArrowDown}{Control>}{ArrowLeft}{/Control}{Shift>}{ArrowRight}{ArrowUp}{/Shift}');
  expect(region(/^Region 2: 334, 196, 656 × 344/)).toHaveFocus();
  expect(screen.getByText('Region 2: 334, 196, 656 × 344', { selector: '[role=status]' })).toBeInTheDocument();
  // The edges of the picture hold it.
  for (let press = 0; press < 60; press += 1) await user.keyboard('{ArrowRight}');
  expect(region(/^Region 2: 624, 196, 656 × 344/)).toBeInTheDocument();
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(region(/^Region 2: 624, 196, 656 × 344/)).toBeInTheDocument();

  await user.keyboard('{Delete}');
  expect(preview().getAllByRole('button')).toHaveLength(1);
  expect(region(/^Region 1/)).toHaveFocus();
  // The last one stays.
  await user.keyboard('{Delete}');
  expect(preview().getAllByRole('button')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Remove region' })).toBeDisabled();
});

it('takes numbers as they are written, and says which are not possible', async () => {
  const { user } = await open();
  const width = screen.getByLabelText('Width');
  await user.clear(width);
  await user.type(width, '641');
  expect(region(/^Region 1: 0, 0, 640 × 720/)).toBeInTheDocument();
  await user.clear(width);
  await user.type(width, '6');
  expect(width).toHaveAccessibleDescription('A number from 16 to 1280.');
  await user.tab();
  expect(width).toHaveValue(640);
  expect(width).not.toHaveAttribute('aria-invalid');
  await user.type(screen.getByLabelText('Most columns'), '1');
  expect(screen.getByLabelText('Most columns')).toHaveValue(1);
});

it('is dragged by the pointer; Escape puts it back', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Add region' }));
  const canvas = screen.getByRole('group', { name: 'Preview of the film' });
  vi.spyOn(canvas, 'getBoundingClientRect').mockReturnValue({ width: 640 } as DOMRect);
  HTMLElement.prototype.setPointerCapture ??= () => {};
  const button = region(/^Region 2/);
  const at = (clientX: number, clientY: number) => ({ pointerId: 1, button: 0, clientX, clientY });
  fireEvent.pointerDown(button, at(100, 100));
  // Ten pixels of the screen are twenty of the picture.
  fireEvent.pointerMove(button, at(130, 120));
  expect(region(/^Region 2: 380, 220, 640 × 360/)).toBeInTheDocument();
  button.focus();
  await user.keyboard('{Escape}');
  expect(region(/^Region 2: 320, 180, 640 × 360/)).toBeInTheDocument();
  fireEvent.pointerMove(button, at(200, 200));
  expect(region(/^Region 2: 320, 180, 640 × 360/)).toBeInTheDocument();

  const corner = canvas.querySelector('.parlour-console-corner[data-x="right"][data-y="bottom"]') as HTMLElement;
  fireEvent.pointerDown(corner, at(480, 270));
  fireEvent.pointerMove(corner, at(450, 250));
  fireEvent.pointerUp(corner, at(450, 250));
  expect(region(/^Region 2: 320, 180, 580 × 320/)).toBeInTheDocument();
});

it('says when there is nothing to make a film of, and when the session goes on', async () => {
  const backend = recordedBackend();
  backend.recordings = [];
  await open(backend);
  expect(screen.getByText(/^Nothing was recorded in this session/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Make film' })).toBeDisabled();
  Object.assign(backend.sessions.find(({ id }) => id === idOf(2, 4)) as object, { active: true });
  backend.recordings = [recordingBody(11, { room_id: idOf(1, 4), session_id: idOf(2, 4), status: 'processing' })];
  backend.streams.at(-1)?.send('changed', { kind: 'session', id: null });
  expect(await screen.findByText(/^This session goes on/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Make film' })).toBeEnabled();
});

it('says what the server does not accept, and keeps what was laid out', async () => {
  const { user, backend } = await open();
  backend.refuse = ({ method }) =>
    method === 'POST'
      ? Response.json({ errors: [{ code: 'field-invalid', title: 'No', detail: 'Too many pixels.' }] }, { status: 422 })
      : undefined;
  await user.click(screen.getByRole('button', { name: 'Picture in picture' }));
  await user.click(screen.getByRole('button', { name: 'Make film' }));
  expect(await screen.findByText(/Too many pixels/)).toBeVisible();
  expect(preview().getAllByRole('button')).toHaveLength(2);
});

it('a session that is not there is said, and can be asked for again', async () => {
  const user = userEvent.setup();
  const backend = new FakeBackend();
  openConsole(backend, NEW_FILM);
  expect(await screen.findByText(/There is no such thing/)).toBeVisible();
  const { sessions, recordings } = recordedBackend();
  Object.assign(backend, { sessions, recordings });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('group', { name: 'Preview of the film' })).toBeVisible());
});
