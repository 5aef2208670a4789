import { type InitialDemand, type MediaKind, PRESENTATION } from '../../../src/protocol/index.ts';
import type { LiveStream } from './LiveStream.ts';
import type { Subscriptions, Wanted } from './Subscriptions.ts';

/**
 * Which of these streams to send somebody unasked: as many of each kind as the demand has still room for. Those that
 * are on come first, then shared screens, then who speaks, then the order of the list.
 */
export function chooseUnasked(
  streams: readonly LiveStream[],
  demand: InitialDemand,
  subscriptions: Pick<Subscriptions, 'count' | 'has'>,
  speakerId: string | null,
): Wanted[] {
  const choose = (kind: MediaKind) =>
    streams
      .flatMap((stream) => {
        const producer = stream.producer(kind);
        return producer && !subscriptions.has({ stream, producer }) ? [{ stream, producer }] : [];
      })
      .map((wanted) => ({ wanted, rank: rankOf(wanted, speakerId) }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, Math.max(0, demand[kind] - subscriptions.count(kind)))
      .map(({ wanted }) => wanted);
  return [...choose('audio'), ...choose('video')];
}

function rankOf({ stream, producer }: Wanted, speakerId: string | null): number {
  return (
    (producer.enabled && !producer.censored ? 4 : 0) +
    (stream.key === PRESENTATION ? 2 : 0) +
    (stream.participantId === speakerId ? 1 : 0)
  );
}
