'use client';
import { useState } from 'react';
import { useActiveSpeaker, useLocalParticipant, useTiles } from '../../../hooks/index.ts';
import { ParticipantTile, type ParticipantTileProps } from '../../participant-tile/ParticipantTile.tsx';
import { TileBoundary } from '../../room-stage/boundary/TileBoundary.tsx';
import { chooseFeatured } from '../../room-stage/chooseFeatured.ts';

export type PictureInPictureTileProps = Omit<ParticipantTileProps, 'participantId' | 'streamKey'>;

/**
 * A shared screen; else who else spoke last, or the first of the others; you, while you are alone. The `<video>` stays
 * the same when it shows another one. Renders a tile, or nothing before the first connection.
 */
export function PictureInPictureTile(props: PictureInPictureTileProps) {
  const tiles = useTiles();
  const localId = useLocalParticipant()?.id ?? '';
  const heard = useActiveSpeaker();
  const [speakerId, setSpeakerId] = useState<string | null>(null);
  // While you speak yourself, the others go on to be seen.
  if (heard !== null && heard !== localId && heard !== speakerId) setSpeakerId(heard);
  const speaker = tiles.find(({ participantId, key }) => participantId === speakerId && key === 'self') ?? null;
  // Your own screen you see already.
  const shown = tiles.filter(({ participantId, key }) => key === 'self' || participantId !== localId);
  const [tile] = chooseFeatured({ layout: 'speaker', tiles: shown, pinned: [], spotlight: [], speaker, localId });
  if (!tile) return null;
  return (
    <TileBoundary participantId={tile.participantId}>
      <ParticipantTile {...props} participantId={tile.participantId} streamKey={tile.key} />
    </TileBoundary>
  );
}
