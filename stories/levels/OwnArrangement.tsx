import { ConnectionBanner, type Room, RoomAnnouncer, RoomAudio, RoomControls, RoomProvider, RoomStage } from 'parlour';
import { useEffect } from 'react';

export function OwnArrangement({ room }: { room: Room }) {
  // Connected for as long as this is mounted, also under StrictMode.
  useEffect(() => room.hold(), [room]);
  return (
    <RoomProvider room={room} theme={{ radius: 20 }}>
      <div style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', gap: 12, blockSize: '100%' }}>
        <RoomControls.Root style={{ justifySelf: 'center' }}>
          <RoomControls.Problems />
          <RoomControls.Microphone />
          <RoomControls.Camera />
          <RoomControls.Hand />
          <RoomControls.Leave />
        </RoomControls.Root>
        <RoomStage selfView="floating" />
      </div>
      <ConnectionBanner />
      <RoomAudio />
      <RoomAnnouncer />
    </RoomProvider>
  );
}
