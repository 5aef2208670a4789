import {
  ConnectionBanner,
  ConnectionStatus,
  ParticipantTile,
  type Room,
  RoomAudio,
  RoomControls,
  RoomProvider,
  useActiveSpeaker,
  useIsLocalParticipant,
  useTiles,
} from 'parlour';
import { useEffect } from 'react';

/** One picture above, all others in a row below it. Where a tile is, is a matter of CSS: none is mounted anew. */
function Pictures() {
  const tiles = useTiles();
  const speaker = useActiveSpeaker();
  const speakerIsLocal = useIsLocalParticipant(speaker ?? '');
  const large =
    tiles.find(({ key }) => key !== 'self') ??
    tiles.find(({ participantId }) => participantId === speaker && !speakerIsLocal) ??
    tiles.at(1) ??
    tiles[0];
  return (
    <ul
      aria-label="Pictures"
      style={{
        display: 'grid',
        gridTemplateRows: 'minmax(0, 1fr)',
        gridTemplateColumns: `repeat(${Math.max(1, Math.min(tiles.length - 1, 5))}, minmax(0, 1fr))`,
        gridAutoRows: 'clamp(72px, 16vh, 140px)',
        gap: 8,
        minBlockSize: 0,
        margin: 0,
        padding: 0,
        listStyle: 'none',
      }}
    >
      {tiles.map((tile) => (
        <li
          key={tile.id}
          style={{ minBlockSize: 0, minInlineSize: 0, ...(tile === large && { gridRow: 1, gridColumn: '1 / -1' }) }}
        >
          <ParticipantTile
            participantId={tile.participantId}
            streamKey={tile.key}
            style={{ blockSize: '100%', aspectRatio: 'auto' }}
          />
        </li>
      ))}
    </ul>
  );
}

export function OwnLayout({ room }: { room: Room }) {
  useEffect(() => room.hold(), [room]);
  return (
    <RoomProvider room={room}>
      <div
        style={{
          position: 'relative',
          boxSizing: 'border-box',
          display: 'grid',
          gridTemplateRows: 'minmax(0, 1fr) auto',
          gap: 12,
          blockSize: '100%',
          padding: 12,
        }}
      >
        <Pictures />
        <RoomControls style={{ justifySelf: 'center' }} />
        <ConnectionBanner
          style={{ position: 'absolute', inset: '16px 16px auto', inlineSize: 'fit-content', margin: 'auto' }}
        />
        <ConnectionStatus
          style={{
            position: 'absolute',
            inset: 0,
            inlineSize: 'fit-content',
            blockSize: 'fit-content',
            margin: 'auto',
          }}
        />
      </div>
      <RoomAudio />
    </RoomProvider>
  );
}
