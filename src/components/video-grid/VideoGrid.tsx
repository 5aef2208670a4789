'use client';
import { RoomStage, type RoomStageProps } from '../room-stage/RoomStage.tsx';

export type VideoGridProps = Omit<RoomStageProps, 'layout'>;

/**
 * Everybody in the room, each as large as the box allows, on several pages where there are too many; shared screens, and
 * what is pinned, get the large part of it. Fills its container, which must have a height. Renders a `<div>`.
 *
 * To change between layouts, use one {@link RoomStage}: its tiles stay mounted.
 */
export function VideoGrid(props: VideoGridProps) {
  return <RoomStage {...props} layout="grid" />;
}
