import { roomError } from '../../../src/errors/index.ts';
import { type Censorship, censorshipOf, MAX_BATCH, type Source } from '../../../src/protocol/index.ts';
import { applyGrants } from './grants.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveRoom } from './LiveRoom.ts';
import type { GrantChanges } from './ModerationRecord.ts';
import { applyFlow } from './producerFlow.ts';

/** Whom a moderator means. */
export interface Selection {
  participants: 'all' | readonly string[];
  exclude?: readonly string[] | undefined;
}

/**
 * The ids of those who are meant.
 *
 * @param except who does not count among `all`.
 */
export function select(room: LiveRoom, { participants, exclude = [] }: Selection, except?: LiveParticipant): string[] {
  const excluded = new Set(exclude);
  if (participants !== 'all') return [...new Set(participants)].filter((id) => !excluded.has(id));
  return [...room.participants.keys()].filter((id) => id !== except?.id && !excluded.has(id));
}

/** @throws RoomError `participant-not-found` that names the first of a selection who is not in the room. */
export function requirePresent(room: LiveRoom, { participants, exclude = [] }: Selection): void {
  const missing = [...(participants === 'all' ? [] : participants), ...exclude].find(
    (id) => !room.participants.has(id),
  );
  if (missing === undefined) return;
  throw roomError('participant-not-found', `There is no participant ${missing} in the room. Perhaps it has left.`);
}

/** Keeps sources of people off until {@link uncensor}; it counts for streams to come and for who comes back, too. */
export async function censor(
  room: LiveRoom,
  ids: readonly string[],
  sources: readonly Source[],
  censorship: Censorship,
): Promise<void> {
  await applyCensorship(
    room,
    ids.filter((id) => room.moderation.censor(id, sources, censorship)),
  );
}

/** Lets people turn sources on again. What they had on all the time flows at once. */
export async function uncensor(room: LiveRoom, ids: readonly string[], sources: readonly Source[]): Promise<void> {
  await applyCensorship(
    room,
    ids.filter((id) => room.moderation.uncensor(id, sources)),
  );
}

/** Puts people out at once, and keeps them out for so many seconds. Done when it is kept who may not come back. */
export async function kick(room: LiveRoom, ids: readonly string[], banSecs: number): Promise<void> {
  const kept = banSecs > 0 ? room.moderation.ban(ids, banSecs) : undefined;
  for (const id of ids) {
    const participant = room.participants.get(id);
    if (participant) room.remove(participant, 'kicked', 'kicked');
  }
  await Promise.all([kept, room.waitingRoom.forget(ids)]);
}

/** Changes what people may do for the rest of the session, whatever their tokens say. */
export async function changeGrants(room: LiveRoom, ids: readonly string[], changes: GrantChanges): Promise<void> {
  for (const id of ids) room.moderation.changeGrants(id, changes);
  await Promise.all(presentOf(room, ids).map((participant) => applyGrants(room, participant)));
}

/** Everybody is told in one message, before the SFU is: others should see at once that somebody is muted. */
async function applyCensorship(room: LiveRoom, ids: readonly string[]): Promise<void> {
  const participants = presentOf(room, ids);
  const flows: (() => Promise<void>)[] = [];
  for (const participant of participants) {
    participant.censored = room.moderation.censoredOf(participant.id);
    for (const stream of participant.streams.values()) {
      for (const producer of stream.producers) {
        const censored = censorshipOf(participant.censored, stream.key, producer.kind) !== null;
        if (censored === producer.censored) continue;
        producer.censored = censored;
        if (censored) room.producerSilenced(producer);
        flows.push(() => applyFlow(participant, stream, producer));
      }
    }
  }
  for (let start = 0; start < participants.length; start += MAX_BATCH) {
    const batch = participants.slice(start, start + MAX_BATCH);
    room.tellAll('participantsCensored', {
      participants: batch.map(({ id, censored }) => ({ participantId: id, censored })),
    });
  }
  await Promise.all(flows.map((apply) => apply()));
}

function presentOf(room: LiveRoom, ids: readonly string[]): LiveParticipant[] {
  return ids.flatMap((id) => room.participants.get(id) ?? []);
}
