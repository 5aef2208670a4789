import { ParticipantTile, type Room, RoomProvider, VideoGrid } from 'parlour';

const renderTile = ({ participantId, key }: { participantId: string; key: string }) => (
  <ParticipantTile
    participantId={participantId}
    streamKey={key}
    className={({ speaking }) => (speaking ? 'my-tile loud' : 'my-tile')}
  />
);

export function Themed({ room }: { room: Room }) {
  return (
    <RoomProvider
      room={room}
      theme={{
        colorScheme: 'auto',
        accent: '#0f766e',
        radius: 4,
        density: 'compact',
        tokens: { '--parlour-tile-radius': '0', '--parlour-danger': 'crimson' },
      }}
    >
      <VideoGrid renderTile={renderTile} />
    </RoomProvider>
  );
}
