import type { RoomError } from '../errors/index.ts';
import type { DisconnectReason, MediaKind, QualityLevel } from '../protocol/index.ts';
import type { Message } from './Chat.ts';
import type { State, SubscriptionReason, WaitingParticipant } from './State.ts';

/**
 * Quality from 0 (worst) to 5, of a participant and of its streams by key. Of our own connection it is the worst of
 * what the SFU and our statistics say of what we send and receive, of others what the SFU says of what they send.
 */
export interface NetworkMetrics {
  readonly [participantId: string]: {
    readonly connectionQuality: QualityLevel;
    readonly streams?: ReadonlyMap<
      string,
      Readonly<Record<MediaKind, { readonly direction: 'inbound' | 'outbound'; readonly quality: QualityLevel }>>
    >;
  };
}

/**
 * Why another device is used: the one before was unplugged; it was plugged in again; the system has another default
 * now; the person chose it.
 */
export type DeviceChange = 'unplugged' | 'replugged' | 'default-changed' | 'chosen';

/**
 * What a room tells. The state after the event is the last argument.
 *
 * Until `connected`, only `state_changed` and `disconnected` fire; who is already there is in the
 * state at `connected`. A remote participant's end is told in the order `participant_leaving`,
 * `subscription_ended`, `stream_unpublished`, `participant_left`.
 */
export interface RoomEvents {
  state_changed: [state: State];
  connected: [state: State];
  disconnected: [reason: DisconnectReason, state: State];
  /**
   * The connection broke, or media does not get through, and it is being mended or made anew. Told with each attempt,
   * from 1; `cause` is for logs.
   */
  reconnecting: [attempt: number, cause: string, state: State];
  reconnected: [state: State];
  participant_joined: [participantId: string, state: State];
  participant_updated: [participantId: string, state: State];
  participant_leaving: [participantId: string, reason: 'kicked' | null, state: State];
  participant_left: [participantId: string, state: State];
  stream_published: [participantId: string, key: string, state: State];
  stream_unpublished: [participantId: string, key: string, state: State];
  track_enabled: [participantId: string, key: string, kind: MediaKind, state: State];
  track_disabled: [participantId: string, key: string, kind: MediaKind, state: State];
  track_censored: [participantId: string, key: string, kind: MediaKind, state: State];
  track_uncensored: [participantId: string, key: string, kind: MediaKind, state: State];
  /** Somebody is heard; a key of null means that the speaker fell silent. */
  audio_activity: [participantId: string, key: string | null, state: State];
  speaker_changed: [participantIds: readonly string[], state: State];
  subscription_started: [participantId: string, key: string, state: State];
  subscription_reconfigured: [participantId: string, key: string, state: State];
  subscription_changed: [participantId: string, key: string, reason: SubscriptionReason | null, state: State];
  subscription_ended: [participantId: string, key: string, state: State];
  /** Somebody wrote; recipients of null: to everybody, which the sender is told, too. */
  message_received: [participantId: string, message: Message, recipients: readonly string[] | null, state: State];
  /** Somebody reacted, ourselves included. */
  reaction_received: [participantId: string, reaction: string, state: State];
  network_metrics_report: [metrics: NetworkMetrics];
  token_refreshed: [state: State];
  token_refresh_failed: [error: RoomError, state: State];
  /** The room is being recorded from now on, or not any more. What was so at `connected` is in the state. */
  recording_changed: [active: boolean, state: State];
  /** Others wait to be let in than before. Only those are told who may moderate. */
  waiting_changed: [waiting: readonly WaitingParticipant[], state: State];
  /** Another device has taken the place of the one that was used. */
  device_changed: [device: 'microphone' | 'camera' | 'speaker', cause: DeviceChange, state: State];
}
