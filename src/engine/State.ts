import type { RoomError } from '../errors/index.ts';
import type { Censored, DisconnectReason, Grants, QualityLevel } from '../protocol/index.ts';
import type { Chat, RaisedHand } from './Chat.ts';
import type { LocalDevices } from './DeviceState.ts';

/**
 * Where the connection stands. Each state brings its own data, so that nothing has to be pieced
 * together from booleans.
 */
export type ConnectionState =
  | { readonly status: 'initialized' }
  | {
      readonly status: 'connecting';
      /** A moderator has to let us in first; absent while it is not known, or not so. */
      readonly waiting?: true;
    }
  | { readonly status: 'connected' }
  | { readonly status: 'reconnecting'; readonly attempt: number; readonly cause: string }
  | { readonly status: 'disconnected'; readonly reason: DisconnectReason; readonly error?: RoomError };

/** A person, or a device, in the room. One is local, all others are remote. */
export interface Participant {
  readonly id: string;
  /** Whatever the participant said of itself, in `initialize({ context })` or later. */
  readonly context?: string;
  /** From the signed token, so it can be trusted. */
  readonly name?: string;
  /** From the signed token. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Stream ids by stream key. */
  readonly streams: Readonly<Record<string, string>>;
  readonly canReceiveMessages: boolean;
  readonly origin: 'local' | 'remote' | 'telephony_engine';
  readonly isSpeaking: boolean;
  readonly connection: 'connected' | 'reconnecting';
  /** When it joined. */
  readonly joinedAt: Date;
  /** Since when its hand is up. */
  readonly handRaisedAt?: Date;
  /** What it may do, at this moment. */
  readonly grants: Grants;
  /** What a moderator keeps off, by whom and why; absent while nothing is. */
  readonly censored?: Censored;
}

/** Somebody who is not in the room yet, and waits for a moderator to let it in. */
export interface WaitingParticipant {
  readonly id: string;
  /** From the signed token, so it can be trusted. */
  readonly name?: string;
  /** From the signed token. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** What it said of itself. */
  readonly context?: string;
  readonly waitingSince: Date;
}

/** Audio and video that a participant shares under one key. */
export interface Stream {
  readonly id: string;
  /** By convention `self` (camera and microphone) or `presentation` (screen). */
  readonly key: string;
  readonly participantId: string;
  readonly origin: 'local' | 'remote' | 'telephony_engine';
  readonly isAudioEnabled: boolean;
  readonly isVideoEnabled: boolean;
  /** A moderator keeps the audio off. */
  readonly isAudioCensored: boolean;
  readonly isVideoCensored: boolean;
  /** The published track, or the received one while subscribed. */
  readonly audioTrack?: MediaStreamTrack;
  readonly videoTrack?: MediaStreamTrack;
  /** True once the tracks in it can be played. */
  readonly isConfigured: boolean;
  /** Size of the largest video layer in pixels, where the publisher told it. */
  readonly videoSize?: { readonly width: number; readonly height: number };
}

/** Why a subscription gives no video or audio at the moment. */
export type SubscriptionReason =
  | 'offscreen'
  | 'bandwidth'
  | 'publisher-off'
  | 'censored'
  | 'frozen'
  | 'unsubscribed'
  | 'permission';

/** That we receive somebody's stream, which kinds of it, and how it goes. */
export interface Subscription {
  readonly id: string;
  readonly participantId: string;
  readonly key: string;
  readonly audio: boolean;
  readonly video: boolean;
  readonly status: 'pending' | 'started' | 'paused' | 'ended';
  readonly reason?: SubscriptionReason;
  /** The simulcast layers of the video that flow now; 0 is the smallest. */
  readonly currentLayers?: { readonly spatialLayer: number; readonly temporalLayer: number };
}

/**
 * Everything about a room at one moment. Immutable: an object in it is replaced only when something
 * in it changed, so `===` tells.
 */
export interface State {
  /** Short for `connection.status`. */
  readonly status: ConnectionState['status'];
  readonly connection: ConnectionState;
  /** Empty before the first connection. */
  readonly localParticipantId: string;
  readonly participants: ReadonlyMap<string, Participant>;
  readonly streams: ReadonlyMap<string, Stream>;
  /** Subscriptions by participant id, then by stream key. */
  readonly subscriptions: ReadonlyMap<string, ReadonlyMap<string, Subscription>>;
  /** Who was heard last; null before anybody spoke. */
  readonly activeSpeakerId: string | null;
  /** Whether what is sent in the room is being recorded, by the server, as of now. */
  readonly isRecording: boolean;
  /**
   * How good people's connections are, by participant id, from 0 (unusable) to 5; who is not in it has 5, since nothing
   * is known to be wrong. It changes by level only.
   */
  readonly connectionQualities: ReadonlyMap<string, QualityLevel>;
  readonly devices: LocalDevices;
  /** It outlives the connection, for as long as we are the same participant. */
  readonly chat: Chat;
  /** Whose hand is up, the first one first. */
  readonly raisedHands: readonly RaisedHand[];
  /** Who waits to be let in, the first one first. Only those are told who may moderate; to others nobody waits. */
  readonly waiting: readonly WaitingParticipant[];
  /**
   * All remote audio in one track, made when it is read for the first time in a connected room; undefined before, and
   * where there is no Web Audio. Play it with `useMixedAudio`, or tell `room.audio.attach(element)` of the element that
   * plays it: then nobody is heard twice. It is not enumerable: a copy of the state does not have it.
   */
  readonly mixedAudioTrack?: MediaStreamTrack | undefined;
}
