import type { RecordingCommands } from '../engine/RecordingCommands.ts';

/** The rooms whose recording was begun here: who begins one needs no question whether to be recorded. */
export const ownRecordings = new WeakSet<RecordingCommands>();
