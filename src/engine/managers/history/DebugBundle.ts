import { connectionQualityOf } from '../../connectionQualityOf.ts';
import type { State } from '../../State.ts';
import { version } from '../../version.ts';
import type { History, HistoryEntry } from './History.ts';
import { withoutSecrets } from './withoutSecrets.ts';

/**
 * What has happened in a room lately, to send to whoever looks for a fault: as JSON, without tokens, names, messages
 * or addresses.
 */
export interface DebugBundle {
  readonly version: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly userAgent: string;
  readonly roomId: string;
  readonly status: State['status'];
  readonly localParticipantId: string;
  readonly participants: readonly {
    readonly id: string;
    readonly origin: string;
    readonly connection: string;
    readonly connectionQuality: number;
  }[];
  readonly streams: readonly {
    readonly id: string;
    readonly audio: boolean;
    readonly video: boolean;
    readonly subscription: string | null;
    readonly reason: string | null;
  }[];
  readonly devices: Readonly<Record<'microphone' | 'camera' | 'screen', string>>;
  /** Oldest first; `at` is in milliseconds before `createdAt`. */
  readonly history: readonly HistoryEntry[];
  /** Older entries that had to make room. */
  readonly dropped: number;
}

/** @param now - By the history's clock. */
export function debugBundle(roomId: string, state: State, history: History, now: number): DebugBundle {
  const { status, localParticipantId, participants, streams, subscriptions, devices } = state;
  return withoutSecrets({
    version,
    createdAt: new Date().toISOString(),
    userAgent: globalThis.navigator?.userAgent ?? '',
    roomId,
    status,
    localParticipantId,
    participants: [...participants.values()].map(({ id, origin, connection }) => ({
      id,
      origin,
      connection,
      connectionQuality: connectionQualityOf(state, id) ?? 5,
    })),
    streams: [...streams.values()].map(({ id, participantId, key, isAudioEnabled, isVideoEnabled }) => {
      const subscription = subscriptions.get(participantId)?.get(key);
      return {
        id,
        audio: isAudioEnabled,
        video: isVideoEnabled,
        subscription: subscription?.status ?? null,
        reason: subscription?.reason ?? null,
      };
    }),
    devices: {
      microphone: devices.microphone.status,
      camera: devices.camera.status,
      screen: devices.screen.status,
    },
    history: history.entries.map((entry) => ({ ...entry, at: Math.round(entry.at - now) })),
    dropped: history.dropped,
  });
}
