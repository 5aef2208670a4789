import { act, render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RoomAudio, RoomControls, RoomProvider, VideoGrid } from '../../../src/components/index.ts';
import { createFakeRoom } from '../../../src/testing/index.ts';

it('leaves no element of people who have come and gone', async () => {
  const { room, people, connect } = createFakeRoom({ people: [{ name: 'Ada' }] });
  const { container } = render(
    <RoomProvider room={room}>
      <VideoGrid />
      <RoomAudio />
      <RoomControls />
    </RoomProvider>,
  );
  await act(connect);
  const before = container.innerHTML;
  for (let round = 0; round < 50; round += 1) {
    await act(async () => {
      const guest = await people.add({ id: `guest-${round}`, name: 'Guest', screen: true });
      await guest.speak();
    });
    expect(container.innerHTML).not.toBe(before);
    await act(() => people.get(`guest-${round}`).leave());
  }
  expect(container.innerHTML).toBe(before);
  expect(document.body.childElementCount).toBe(1);
});
