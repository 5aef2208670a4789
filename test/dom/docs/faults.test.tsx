import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { VideoRoom } from 'parlour';
import { createFakeRoom } from 'parlour/testing';
import { expect, it } from 'vitest';

it('says why the camera does not come on', async () => {
  const { room, faults, connect, settle } = createFakeRoom();
  // What it shows is fetched first.
  await act(async () => render(<VideoRoom room={room} />));
  await act(connect);

  faults.denyDevice('camera');
  await userEvent.click(screen.getByRole('button', { name: 'Camera' }));
  await act(settle);
  expect(screen.getByText(/The browser does not allow it/)).toBeVisible();
});

it('says that you were removed', async () => {
  const { room, faults, connect } = createFakeRoom();
  await act(async () => render(<VideoRoom room={room} />));
  await act(connect);

  await act(() => faults.kick());
  expect(screen.getByText('A moderator removed you from the room.')).toBeVisible();
});
