import { act, render, screen } from '@testing-library/react';
import { ParticipantTile, RoomProvider, RoomStage, useLayout } from 'parlour';
import { createFakeRoom } from 'parlour/testing';
import { expect, it } from 'vitest';

/** Your own control: the stage follows it, wherever it stands. */
function SpeakerButton() {
  const { layout, setLayout } = useLayout();
  return (
    <button type="button" aria-pressed={layout === 'speaker'} onClick={() => setLayout('speaker')}>
      Speaker
    </button>
  );
}

/** Made once: a function that is made in render would render all tiles with it. */
const renderTile = ({ participantId, key }: { participantId: string; key: string }) => (
  <ParticipantTile.Root
    participantId={participantId}
    streamKey={key}
    style={({ speaking }) => ({ opacity: speaking ? 1 : 0.9 })}
  >
    <ParticipantTile.Avatar />
    <ParticipantTile.Video />
    <ParticipantTile.Name />
  </ParticipantTile.Root>
);

it('keeps every picture when another layout is chosen', async () => {
  const { room, connect } = createFakeRoom({ people: [{ name: 'Ada' }, { name: 'Grace' }] });
  render(
    <RoomProvider room={room}>
      <RoomStage renderTile={renderTile} />
      <SpeakerButton />
    </RoomProvider>,
  );
  await act(connect);
  const pictures = document.querySelectorAll('video');

  await act(() => screen.getByRole('button', { name: 'Speaker' }).click());
  expect(document.querySelectorAll('video')).toEqual(pictures);
});
