'use client';
import { memo, type ReactNode } from 'react';
import type { Tile } from '../../../store/index.ts';

export interface VideoGridCellProps {
  id: string;
  participantId: string;
  streamKey: string;
  renderTile: (tile: Tile) => ReactNode;
}

/** Wraps a tile and is moved in its place, so that moving renders no tile. Renders a `<div>`. */
export const VideoGridCell = memo(function VideoGridCell({
  id,
  participantId,
  streamKey,
  renderTile,
}: VideoGridCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <li> would take on the page's own list styles
    <div role="listitem" className="parlour-video-grid-cell">
      {renderTile({ id, participantId, key: streamKey })}
    </div>
  );
});
