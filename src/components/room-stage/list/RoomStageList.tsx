'use client';
import type { ComponentProps, ReactNode } from 'react';
import { useRoomState } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import type { Tile } from '../../../store/index.ts';
import { RoomStageSection } from '../cell/RoomStageCell.tsx';
import type { StageModel } from '../StageModel.ts';
import type { StageOptions } from '../StageOptions.ts';
import { useStageList } from '../useStageList.ts';

interface RoomStageListProps extends ComponentProps<'div'> {
  readonly model: StageModel;
  readonly options: StageOptions;
  readonly renderTile: (tile: Tile) => ReactNode;
}

/** Everybody's cells: all of a stage that is rendered when somebody comes or goes. Renders a `<div>`. */
export function RoomStageList({ model, options, renderTile, ...props }: RoomStageListProps) {
  const messages = useMessages();
  const people = useRoomState('participants', ({ participants }) => participants.size);
  const { sections, listRef } = useStageList(model, options);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <ul> would take on the page's own list styles
    <div
      ref={listRef}
      className="parlour-stage-list"
      role="list"
      tabIndex={-1}
      aria-label={messages['grid.label'](people)}
      {...props}
    >
      {sections.map((section) => (
        <RoomStageSection key={section.key} section={section} renderTile={renderTile} cellRef={model.cells.ref} />
      ))}
    </div>
  );
}
