import type { RecordedTrack, TrackRecorder, TrackRecording } from '../../../src/rooms/TrackRecorder.ts';

/** A recorder that remembers what it was given, and writes nothing. */
export class FakeRecorder implements TrackRecorder {
  readonly recordings: { track: RecordedTrack; stopped: boolean }[] = [];

  record(track: RecordedTrack): TrackRecording {
    const recording = { track, stopped: false };
    this.recordings.push(recording);
    return {
      stop: () => {
        recording.stopped = true;
      },
    };
  }

  /** What is being recorded: participant, stream and kind. */
  get running(): string[] {
    return this.recordings
      .filter(({ stopped }) => !stopped)
      .map(({ track }) => `${track.participantId} ${track.streamKey} ${track.kind}`);
  }
}
