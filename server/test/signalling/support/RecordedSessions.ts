import { randomUUID } from 'node:crypto';
import type { ParticipantLeftReason, SessionEndedReason } from '../../../src/events/RoomEvent.ts';
import type { RecordedPerson } from '../../../src/rooms/SessionLog.ts';

/** Keeps the record of sessions in memory, as the repository keeps it in the database. */
export class RecordedSessions {
  readonly sessions: { id: string; roomId: string; ended: boolean; reason?: SessionEndedReason }[] = [];
  readonly participants: {
    id: string;
    sessionId: string;
    name: string | null;
    context: string | null;
    left: boolean;
    reason?: ParticipantLeftReason;
  }[] = [];

  async open(roomId: string): Promise<string> {
    const active = this.sessions.find((session) => session.roomId === roomId && !session.ended);
    if (active) return active.id;
    const id = randomUUID();
    this.sessions.push({ id, roomId, ended: false });
    return id;
  }

  async end(sessionId: string, reason: SessionEndedReason): Promise<void> {
    for (const session of this.sessions) if (session.id === sessionId) Object.assign(session, { ended: true, reason });
    for (const participant of this.participants) if (participant.sessionId === sessionId) participant.left = true;
  }

  async participantJoined(participant: RecordedPerson): Promise<void> {
    const known = this.participants.find(
      ({ id, sessionId }) => id === participant.id && sessionId === participant.sessionId,
    );
    if (known) Object.assign(known, { context: participant.context, left: false });
    else this.participants.push({ ...participant, left: false });
  }

  async participantLeft(gone: { id: string; sessionId: string }, reason: ParticipantLeftReason): Promise<void> {
    for (const participant of this.participants) {
      if (participant.id === gone.id && participant.sessionId === gone.sessionId) {
        Object.assign(participant, { left: true, reason });
      }
    }
  }
}
