import { ParticipantTile, type Room, RoomControls, useActiveSpeaker, useIsLocalParticipant, useTiles } from 'parlour';
import { Call } from './Call.tsx';

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
  return (
    <Call room={room} controls={<RoomControls />}>
      <Pictures />
    </Call>
  );
}
