import { type Grants, PRESENTATION } from '../../../src/protocol/index.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import type { LiveRoom } from './LiveRoom.ts';
import { mayPublish } from './permissions.ts';
import { applyFlow } from './producerFlow.ts';
import { unpublishStream } from './publishing.ts';

/** Another token is in force: it counts at once, as far as no moderator has decided otherwise. */
export function tokenGrantsChanged(room: LiveRoom, participant: LiveParticipant, granted: Grants): Promise<void> {
  participant.tokenGrants = granted;
  return applyGrants(room, participant);
}

/**
 * Puts the grants into force that a participant has by its token and its moderators. What it may not publish any more
 * is turned off, a presentation is ended, and what it may not receive is closed. Done when the SFU has done it.
 */
export async function applyGrants(room: LiveRoom, participant: LiveParticipant): Promise<void> {
  const grants = room.moderation.grantsOf(participant.id, participant.tokenGrants);
  if (participant.gone || sameGrants(participant.grants, grants)) return;
  const moderated = participant.grants.moderate;
  participant.grants = grants;
  room.tellAll('participantUpdated', { participant: participant.info });
  if (grants.moderate !== moderated) room.waitingRoom.rightsChanged(participant);
  if (!grants.subscribe) {
    const consumerIds = participant.subscriptions.closeAll();
    if (consumerIds.length > 0) participant.outbox.notify('consumersClosed', { consumerIds });
  }
  await stopPublishing(room, participant);
}

async function stopPublishing(room: LiveRoom, participant: LiveParticipant): Promise<void> {
  const paused: Promise<void>[] = [];
  for (const stream of participant.announcedStreams) {
    if (stream.key === PRESENTATION && !mayPublish(participant.grants, stream.key, [])) {
      unpublishStream(room, participant, stream.key);
      continue;
    }
    const stopped = stream.producers.filter(
      ({ kind, enabled }) => enabled && !mayPublish(participant.grants, stream.key, [kind]),
    );
    for (const producer of stopped) {
      producer.enabled = false;
      room.producerSilenced(producer);
      paused.push(applyFlow(participant, stream, producer));
    }
    if (stopped.length > 0) {
      room.tellOthers(participant, 'streamUpdated', { participantId: participant.id, stream: stream.info });
    }
  }
  await Promise.all(paused);
}

function sameGrants(a: Grants, b: Grants): boolean {
  const publish = (grants: Grants) => [...new Set(grants.publish)].sort().join();
  return (
    publish(a) === publish(b) &&
    (['subscribe', 'message', 'history', 'moderate', 'record'] as const).every(
      (name) => (a[name] ?? false) === (b[name] ?? false),
    )
  );
}
