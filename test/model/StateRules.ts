import type { State } from '../../src/engine/index.ts';
import { sameValue } from '../../src/engine/sameValue.ts';

/** What is wrong with a state by itself. */
export function* inconsistencies(state: State): Generator<string> {
  const { participants, streams, subscriptions, localParticipantId, activeSpeakerId, status, connection } = state;
  if (status !== connection.status) yield `the status is ${status} and the connection ${connection.status}`;
  const inRoom = status === 'connected' || status === 'reconnecting';
  if (inRoom && participants.get(localParticipantId)?.origin !== 'local') yield 'we are not among the participants';
  if (!inRoom && status !== 'connecting' && participants.size + streams.size + subscriptions.size > 0)
    yield `${status}, and somebody is left`;
  for (const [id, participant] of participants) {
    if (participant.id !== id) yield `participant ${participant.id} is kept as ${id}`;
    if (participant.origin === 'local' && id !== localParticipantId) yield `${id} is local and is not us`;
    for (const [key, streamId] of Object.entries(participant.streams)) {
      const stream = streams.get(streamId);
      if (stream?.participantId !== id || stream.key !== key)
        yield `${id} names the stream ${streamId}, which is not its own`;
    }
  }
  for (const [id, { participantId, key }] of streams) {
    if (participants.get(participantId)?.streams[key] !== id) yield `the stream ${id} belongs to nobody`;
  }
  for (const [participantId, ofParticipant] of subscriptions) {
    if (ofParticipant.size === 0) yield `an empty list of subscriptions is left of ${participantId}`;
    if (!participants.has(participantId)) yield `there is a subscription to ${participantId}, who is not here`;
    if (participantId === localParticipantId) yield 'there is a subscription to ourselves';
    for (const [key, { id, status: flow }] of ofParticipant)
      if (flow === 'started' && !streams.has(`${participantId}/${key}`)) yield `${id} is started and has no stream`;
  }
  if (activeSpeakerId !== null && !participants.has(activeSpeakerId)) yield `${activeSpeakerId} speaks and is not here`;
}

/** Objects that were replaced although they say the same as before. */
export function* needlesslyReplaced(before: State, after: State): Generator<string> {
  for (const name of ['participants', 'streams'] as const) {
    const [old, next] = [before[name] as ReadonlyMap<string, object>, after[name] as ReadonlyMap<string, object>];
    let changed = old.size !== next.size;
    for (const [id, object] of next) {
      const known = old.get(id);
      if (known === object) continue;
      changed = true;
      if (known && sameValue(known, object)) yield `${name}: ${id} was replaced, and nothing in it changed`;
    }
    if (old !== next && !changed) yield `the map of ${name} was replaced, and nothing in it changed`;
  }
  for (const [id, subscriptions] of after.subscriptions) {
    for (const [key, subscription] of subscriptions) {
      const known = before.subscriptions.get(id)?.get(key);
      if (known && known !== subscription && sameValue(known, subscription))
        yield `the subscription to ${id}/${key} was replaced, and nothing in it changed`;
    }
  }
  if (before !== after && sameValue({ ...before }, { ...after }))
    yield 'the state was replaced, and nothing in it changed';
}
