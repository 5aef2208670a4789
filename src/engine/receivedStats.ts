import type { MediaKind } from '../protocol/index.ts';
import type { Session } from './Session.ts';

/** The browser's own statistics of what we receive of a stream, by kind. */
export async function receivedStats(
  { subscriptions, media }: Pick<Session, 'subscriptions' | 'media'>,
  participantId: string,
  key: string,
): Promise<Partial<Record<MediaKind, RTCStatsReport>>> {
  const stats: Partial<Record<MediaKind, RTCStatsReport>> = {};
  for (const kind of ['audio', 'video'] as const) {
    const { consumerId } = subscriptions.kindOf(participantId, key, kind) ?? { consumerId: null };
    const report = consumerId && (await media.subscriber.getStats(consumerId));
    if (report) stats[kind] = report;
  }
  return stats;
}
