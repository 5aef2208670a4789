'use client';
import { memo, type ReactNode } from 'react';
import type { Tile } from '../../../store/index.ts';
import { TileBoundary } from '../boundary/TileBoundary.tsx';
import type { Cells } from '../Cells.ts';
import type { TileGroup, TileSection } from '../TileGroups.ts';

export interface RoomStageCellProps {
  readonly tile: Tile;
  readonly renderTile: (tile: Tile) => ReactNode;
  readonly cellRef: Cells['ref'];
}

/** Wraps a tile and is moved in its place, so that moving renders no tile. Renders a `<div>`. */
const RoomStageCell = memo(function RoomStageCell({ tile, renderTile, cellRef }: RoomStageCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <li> would take on the page's own list styles
    <div ref={cellRef} role="listitem" className="parlour-stage-cell" data-tile={tile.id}>
      <TileBoundary participantId={tile.participantId}>{renderTile(tile)}</TileBoundary>
    </div>
  );
});

interface RoomStageCellsProps extends Omit<RoomStageCellProps, 'tile'> {
  readonly group: TileGroup;
}

/** The cells of a group. Renders no element of its own. */
const RoomStageCells = memo(function RoomStageCells({ group, ...props }: RoomStageCellsProps) {
  return group.tiles.map((tile) => <RoomStageCell key={tile.id} tile={tile} {...props} />);
});

interface RoomStageSectionProps extends Omit<RoomStageCellProps, 'tile'> {
  readonly section: TileSection;
}

/** The groups of a section. Renders no element of its own. */
export const RoomStageSection = memo(function RoomStageSection({ section, ...props }: RoomStageSectionProps) {
  return section.groups.map((group) => <RoomStageCells key={group.key} group={group} {...props} />);
});
