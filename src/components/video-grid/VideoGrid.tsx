'use client';
import type { ReactNode } from 'react';
import { useConnection, useParticipants, useTiles } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';
import type { Tile } from '../../store/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';
import { ParticipantTile } from '../participant-tile/ParticipantTile.tsx';
import { VideoGridCell } from './cell/VideoGridCell.tsx';
import { VideoGridEmpty } from './empty/VideoGridEmpty.tsx';
import { useTilePlacement } from './useTilePlacement.ts';

/** What a grid shows as `data-*`. */
export interface VideoGridState {
  /** A screen is shared, which has the large part of the grid. */
  readonly presentation: boolean;
  /** Nobody else is in the room. */
  readonly empty: boolean;
}

export interface VideoGridProps extends Omit<PartProps<'div', VideoGridState>, 'children'> {
  /** Makes each tile. Keep the function, or every render renders all tiles. @default a {@link ParticipantTile} */
  renderTile?: ((tile: Tile) => ReactNode) | undefined;
  /** Shown over the grid while nobody else is in the room; null for nothing. @default a line that says so */
  empty?: ReactNode;
}

const defaultTile = ({ participantId, key }: Tile) => <ParticipantTile participantId={participantId} streamKey={key} />;

/**
 * Everybody in the room, each as large as the box allows; shared screens get the large part of it.
 * Fills its container, which must have a height. Renders a `<div>`.
 */
export function VideoGrid({ renderTile = defaultTile, empty = <VideoGridEmpty />, ...props }: VideoGridProps) {
  const messages = useMessages();
  const tiles = useTiles();
  const people = useParticipants().length;
  const { status } = useConnection();
  const alone = status === 'connected' && people < 2;
  const list = useTilePlacement(tiles);

  return useRenderElement(
    'div',
    props,
    { presentation: tiles.some(({ key }) => key !== 'self'), empty: alone },
    {
      className: 'parlour-video-grid',
      children: (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a <ul> would take on the page's own list styles */}
          <div ref={list} className="parlour-video-grid-list" role="list" aria-label={messages['grid.label'](people)}>
            {tiles.map(({ id, participantId, key }) => (
              <VideoGridCell key={id} id={id} participantId={participantId} streamKey={key} renderTile={renderTile} />
            ))}
          </div>
          {alone && empty}
        </>
      ),
    },
  );
}
