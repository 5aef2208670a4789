'use client';
import { RoomStage, type RoomStageProps } from '../room-stage/RoomStage.tsx';

export type FocusLayoutProps = Omit<RoomStageProps, 'layout'>;

/**
 * What you pinned, who is in the spotlight, and all shared screens are large, everybody else beside it or below. It does
 * not follow who speaks; with nothing chosen, the first of the others is large. Fills its container, which must have a
 * height. Renders a `<div>`.
 *
 * To change between layouts, use one {@link RoomStage}: its tiles stay mounted.
 */
export function FocusLayout(props: FocusLayoutProps) {
  return <RoomStage {...props} layout="focus" />;
}
