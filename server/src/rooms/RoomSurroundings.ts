import type { Bans } from './Bans.ts';
import type { HistoryLimits } from './conversation/MessageHistory.ts';
import type { Log } from './Log.ts';
import type { ProducerIds } from './ProducerIds.ts';
import type { MediaServer } from './RoomMedia.ts';
import type { SessionRecords } from './SessionLog.ts';
import type { TrackRecorder } from './TrackRecorder.ts';
import type { Admissions } from './WaitingRoom.ts';

/** What all rooms share. */
export interface RoomSurroundings {
  mediaServer: MediaServer;
  records: SessionRecords;
  producerIds: ProducerIds;
  bans: Bans;
  admissions: Admissions;
  recorder: TrackRecorder;
  log: Log;
  now(): number;
  /** How long a session outlives its last participant, in milliseconds. */
  graceMs: number;
  /** How much of what is written in a room those get who come later. */
  history: HistoryLimits;
}
