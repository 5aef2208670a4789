'use client';
import { RoomStage, type RoomStageProps } from '../room-stage/RoomStage.tsx';

export type SpeakerLayoutProps = Omit<RoomStageProps, 'layout'>;

/**
 * Who speaks is large, everybody else beside it or below. A shared screen, and what is pinned, is large in place of the
 * speaker. Fills its container, which must have a height. Renders a `<div>`.
 *
 * To change between layouts, use one {@link RoomStage}: its tiles stay mounted.
 */
export function SpeakerLayout(props: SpeakerLayoutProps) {
  return <RoomStage {...props} layout="speaker" />;
}
