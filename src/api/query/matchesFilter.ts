import type { RoomRecordingResource, RoomRecordingsFilter } from '../client/index.ts';

const COMPARED = ['room_id', 'session_id', 'participant_id', 'status', 'type'] as const;

/**
 * Whether a recording surely passes a filter. Of a filter that asks for more than can be compared word by word (dates,
 * lengths) nothing is sure: the server knows.
 */
export function matchesFilter(recording: RoomRecordingResource, filter: RoomRecordingsFilter): boolean {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return (
    given.length > 0 &&
    given.every(([name, value]) => {
      const field = COMPARED.find((one) => one === name);
      return field !== undefined && recording[field] === value;
    })
  );
}
