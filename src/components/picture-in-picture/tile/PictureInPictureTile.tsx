'use client';
import { ParticipantTile, type ParticipantTileProps } from '../../participant-tile/ParticipantTile.tsx';
import { TileBoundary } from '../../room-stage/boundary/TileBoundary.tsx';
import { usePictureTile } from '../usePictureTile.ts';

export type PictureInPictureTileProps = Omit<ParticipantTileProps, 'participantId' | 'streamKey'>;

/**
 * A shared screen; else who else spoke last, or the first of the others; you, while you are alone. The `<video>` stays
 * the same when it shows another one. Renders a tile, or nothing before the first connection.
 */
export function PictureInPictureTile(props: PictureInPictureTileProps) {
  const tile = usePictureTile();
  if (!tile) return null;
  return (
    <TileBoundary participantId={tile.participantId}>
      <ParticipantTile {...props} participantId={tile.participantId} streamKey={tile.key} />
    </TileBoundary>
  );
}
