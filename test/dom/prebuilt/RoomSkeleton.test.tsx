import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode, useRef } from 'react';
import { expect, it, vi } from 'vitest';
import { RoomProvider } from '../../../src/components/index.ts';
import { RoomSkeleton } from '../../../src/prebuilt/RoomSkeleton.tsx';
import { createStaticRoomStore } from '../../../src/store/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';

const disconnect = vi.fn(async () => {});
const store = createStaticRoomStore(roomOf([{ name: 'Ada' }, { name: 'Grace' }]), { disconnect });

function Room({ loaded = false }) {
  const root = useRef<HTMLElement>(null);
  return (
    <StrictMode>
      <RoomProvider store={store}>
        <section ref={root} tabIndex={-1} aria-label="Room">
          {loaded ? <p>The whole room</p> : <RoomSkeleton root={root} onLeave={() => {}} />}
        </section>
      </RoomProvider>
    </StrictMode>
  );
}

it('until the code of a room is there one can mute and leave by the keyboard', async () => {
  render(<Room />);
  expect(screen.getByRole('list', { name: '2 people in the room' })).toBeEmptyDOMElement();
  expect(screen.getByRole('button', { name: 'Camera' })).toBeEnabled();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Microphone' })).toHaveFocus();
  await userEvent.keyboard('{End}{Enter}');
  expect(disconnect).toHaveBeenCalledOnce();
});

it('a button that has the focus hands it to the room when the whole room takes its place', async () => {
  const { rerender } = render(<Room />);
  await userEvent.tab();
  rerender(<Room loaded />);
  expect(screen.getByText('The whole room')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Room' })).toHaveFocus();
});
