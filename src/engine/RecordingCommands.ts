/**
 * What participants with the grant `record` can do. Each command resolves when the server has done it; that the room is
 * recorded is in the state, for everybody. Twice does no harm.
 *
 * Both throw RoomError `not-allowed` without the grant, and `not-connected`.
 */
export interface RecordingCommands {
  /** Has everybody in the room recorded from now on, until {@link stop} or the end of the session. */
  start(): Promise<void>;
  /** Ends the recording. What there is of it is kept. */
  stop(): Promise<void>;
}
