'use client';
import { Notifications, RecordingIndicator, type RecordingIndicatorProps } from '../components/panels.ts';

export type RoomNewsProps = Pick<RecordingIndicatorProps, 'consent' | 'onLeave'>;

/** What a prebuilt room tells of what happens in it, that it is recorded above all. */
export function RoomNews(props: RoomNewsProps) {
  return (
    <>
      <RecordingIndicator {...props} />
      <Notifications />
    </>
  );
}
