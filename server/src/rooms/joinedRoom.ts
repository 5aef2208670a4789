import { type RoomErrorCode, roomError } from '../../../src/errors/index.ts';
import type { DisconnectReason, JoinAnswer } from '../../../src/protocol/index.ts';
import { chooseUnasked } from './initialDemand.ts';
import type { LiveParticipant } from './LiveParticipant.ts';
import { rosterBudget, rosterNotice, rosterPages } from './rosterPages.ts';

/** What the room itself knows to say to somebody who has just entered. */
export type RoomAnswer = Omit<
  JoinAnswer,
  'refusedStreams' | 'recording' | 'iceServers' | 'tokenExpiresAt' | 'resumeWindow' | 'now'
>;

/** Somebody who is in, and the answer that is still being made. */
export interface JoinedRoom {
  participant: LiveParticipant;
  /** It goes on with the transports that it had in the lobby. */
  fromLobby: boolean;
  /** Rejects when the media could not be made, or the participant had to go meanwhile. */
  answer: Promise<RoomAnswer>;
}

interface Entered {
  participant: LiveParticipant;
  others: readonly LiveParticipant[];
  /** Whether the first consumers wait for a word of the client. */
  paused: boolean;
  fromLobby: boolean;
  activeSpeakerId: string | null;
  session: Promise<string>;
}

/**
 * The answer to an entrance, begun in the tick of the entrance: everything in it is of this moment, and all later
 * changes come as notifications. The roster beyond the first page is put into the outbox before anything else.
 *
 * With its fingerprints known, the first consumers run from the start: nothing flows before the client has set them up
 * and DTLS is done, and their key frame is asked for right then.
 */
export function joinedRoom({ participant, others, paused, fromLobby, activeSpeakerId, session }: Entered): JoinedRoom {
  const { subscriptions, outbox, initialDemand, grants, info } = participant;
  const seq = outbox.seq;
  const streams = others.flatMap((other) => other.announcedStreams);
  const wanted = grants.subscribe ? chooseUnasked(streams, initialDemand, subscriptions, activeSpeakerId) : [];
  const opened = subscriptions.open(wanted, paused);

  const infos = others.map((other) => other.info);
  const [first = [], ...more] = rosterPages(infos, rosterBudget(wanted.length, info));
  const participantsRemaining = infos.length - first.length;
  let remaining = participantsRemaining;
  for (const participants of more) {
    remaining -= participants.length;
    outbox.tell(rosterNotice(participants, remaining));
  }

  const finish = async (): Promise<RoomAnswer> => {
    const [transports, sessionId] = await Promise.all([participant.transports.info(), session]).catch((error) => {
      // Whoever was put out has closed transports: the reason says more than their failure.
      throw participant.gone ? goneDuringJoin(participant.goneReason) : error;
    });
    const initial = await subscriptions.pack(opened);
    if (participant.gone) throw goneDuringJoin(participant.goneReason);
    return {
      sessionId,
      seq,
      self: info,
      transports,
      initial,
      participants: first,
      participantsRemaining,
      activeSpeakerId,
    };
  };
  return { participant, fromLobby, answer: finish() };
}

const CODE_OF_REASON: Partial<Record<DisconnectReason, RoomErrorCode>> = {
  room_expired: 'room-not-found',
  kicked: 'kicked',
  unauthorized: 'token-expired',
  network_error: 'server-stopping',
};

function goneDuringJoin(reason: DisconnectReason | null): Error {
  return roomError((reason && CODE_OF_REASON[reason]) ?? 'aborted');
}
