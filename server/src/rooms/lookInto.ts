import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveRoom } from './LiveRoom.ts';
import type { LiveProducer } from './LiveStream.ts';

/** Whether something is sent, or kept off by a moderator; null: there is no such track. */
type TrackView = 'on' | 'off' | 'censored' | null;

/** A participant as operators see it, in the words of the API. */
export interface ParticipantView {
  readonly id: string;
  readonly name: string | null;
  readonly context: string | null;
  readonly joined_at: string;
  readonly speaking: boolean;
  /** Of what it sends, from 0 (nothing arrives) to 5; null: it sends nothing. */
  readonly quality: number | null;
  readonly reconnecting: boolean;
  readonly streams: readonly { readonly key: string; readonly audio: TrackView; readonly video: TrackView }[];
}

/** Who is in a room now, as operators see it; null: nobody is, or it is in another session. */
export function lookInto(room: LiveRoom | undefined, sessionId: string): readonly ParticipantView[] | null {
  if (room?.session.current !== sessionId) return null;
  const { speaking } = room.audience;
  return [...room.participants.values()].map((participant) => viewOf(participant, speaking.has(participant.id)));
}

function viewOf(participant: LiveParticipant, speaking: boolean): ParticipantView {
  const { id, name, context, joinedAt, reconnecting, announcedStreams, producers, quality } = participant;
  return {
    id,
    name: name ?? null,
    context: context ?? null,
    joined_at: new Date(joinedAt).toISOString(),
    speaking,
    quality: producers.some(({ enabled }) => enabled) ? quality.told : null,
    reconnecting,
    streams: announcedStreams.map((stream) => ({
      key: stream.key,
      audio: trackOf(stream.producer('audio')),
      video: trackOf(stream.producer('video')),
    })),
  };
}

function trackOf(producer: LiveProducer | null): TrackView {
  if (producer === null) return null;
  if (producer.censored) return 'censored';
  return producer.enabled ? 'on' : 'off';
}
