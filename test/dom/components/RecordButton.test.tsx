import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { RoomProvider } from '../../../src/components/index.ts';
import { RecordButton } from '../../../src/components/panels.ts';
import type { RecordingCommands } from '../../../src/engine/index.ts';
import { RoomError } from '../../../src/errors/index.ts';
import { type Person, roomOf } from '../../../stories/support/snapshots.ts';
import '../support/fakeMediaStream.ts';
import { MutableStore } from '../support/MutableStore.ts';

function setUp(me: Person, recording: Partial<RecordingCommands> = {}) {
  const commands = { start: vi.fn(async () => {}), stop: vi.fn(async () => {}), ...recording };
  const store = new MutableStore(roomOf([me, { name: 'Grace' }]), { recording: commands });
  render(
    <RoomProvider store={store}>
      <RecordButton />
    </RoomProvider>,
  );
  return { store, commands };
}
const recorder: Person = { name: 'Ada', recorder: true };

it('starts and stops the recording for who has the grant', async () => {
  const { store, commands } = setUp(recorder);
  await userEvent.click(screen.getByRole('button', { name: 'Record', pressed: false }));
  expect(commands.start).toHaveBeenCalledOnce();
  act(() => store.change({ isRecording: true }, ['recording']));
  await userEvent.click(screen.getByRole('button', { name: 'Record', pressed: true }));
  expect(commands.stop).toHaveBeenCalledOnce();
});

it('offers nothing to who has not', () => {
  setUp({ name: 'Ada' });
  expect(screen.queryByRole('button')).toBeNull();
});

it('says in words why it did not work', async () => {
  setUp(recorder, { start: () => Promise.reject(new RoomError('not-available', 'No disk.')) });
  await userEvent.click(screen.getByRole('button', { name: 'Record' }));
  expect(screen.getByRole('status')).toHaveTextContent('Record: This is not available yet.');
});
