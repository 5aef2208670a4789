/** Whether something is sent; null: there is no such track. */
export type LiveTrackState = 'on' | 'off' | 'censored' | null;

/** Somebody who is in a session now. */
export interface LiveParticipant {
  readonly id: string;
  /** By the word of its token. */
  readonly name: string | null;
  /** What the client said of itself. */
  readonly context: string | null;
  readonly joined_at: string;
  readonly speaking: boolean;
  /** Of what it sends, from 0 (nothing arrives) to 5; null: it sends nothing. */
  readonly quality: number | null;
  readonly reconnecting: boolean;
  readonly streams: readonly { readonly key: string; readonly audio: LiveTrackState; readonly video: LiveTrackState }[];
}

/** A session as it is now. */
export interface LiveSessionSnapshot {
  readonly session_id: string;
  readonly room_id: string;
  readonly started_at: string;
  readonly participants: readonly LiveParticipant[];
}

/** What is known of it. */
export interface LiveSession {
  readonly status: 'connecting' | 'live' | 'interrupted' | 'ended';
  readonly snapshot: LiveSessionSnapshot | null;
}
