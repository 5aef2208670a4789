import type { ParticipantInfo, StreamInfo } from '../../protocol/index.ts';
import type { Environment } from '../Environment.ts';
import type { RoomState } from '../RoomState.ts';
import { Absentees } from './Absentees.ts';
import type { RemoteParticipants } from './RemoteParticipants.ts';

interface Dependencies {
  readonly state: RoomState;
  readonly environment: Pick<Environment, 'setTimer'>;
  readonly participants: RemoteParticipants;
  /** The connection takes the place of one that was lost; the state still shows what that one left. */
  readonly rejoined: boolean;
  /** The others lost their connections when we did, and come back like us. */
  readonly lostTogether: boolean;
  /** Somebody is in the list of those who are there. */
  readonly listed: (info: ParticipantInfo) => void;
  /** All who were there before us are in the state. */
  readonly complete: () => void;
  /** Takes out somebody who is not there any more. */
  readonly left: (participantId: string) => void;
  readonly unpublished: (participantId: string, key: string) => void;
}

/** Who is there by the word of a join, compared with who was there before it. */
export class Roster {
  readonly #to: Dependencies;
  readonly #absentees: Absentees;
  /** Null when the list is complete. */
  #seen: Set<string> | null = new Set();

  constructor(dependencies: Dependencies) {
    this.#to = dependencies;
    this.#absentees = new Absentees(dependencies);
  }

  /** A page of it. @param remaining - How many are still to come. */
  handleListed(infos: readonly ParticipantInfo[], remaining: number): void {
    const { participants, rejoined, listed, complete } = this.#to;
    for (const info of infos) {
      this.#seen?.add(info.id);
      if (rejoined) this.#compare(info);
      else participants.handleListed(info);
      listed(info);
    }
    if (remaining > 0) return;
    if (rejoined && this.#seen) this.#dropAllBut(this.#seen);
    this.#seen = null;
    complete();
  }

  handleJoined(info: ParticipantInfo): void {
    this.#seen?.add(info.id);
    if (this.#absentees.returned(info.id)) this.#compare(info);
    else this.#to.participants.handleJoined(info);
  }

  handlePublished(participantId: string, stream: StreamInfo): void {
    const { participants } = this.#to;
    if (this.#absentees.streamReturned(participantId, stream.key)) {
      participants.handleStreamUpdated(participantId, stream);
    } else participants.handlePublished(participantId, stream);
  }

  /** A stream has ended, or its participant was taken out: nobody waits for it. */
  forget(participantId: string, key?: string): void {
    if (key === undefined) this.#absentees.returned(participantId);
    else this.#absentees.streamReturned(participantId, key);
  }

  close(): void {
    this.#absentees.close();
  }

  #compare(info: ParticipantInfo): void {
    const { participants, lostTogether, unpublished } = this.#to;
    participants.handleRelisted(info, (key) => {
      if (lostTogether) this.#absentees.expectStream(info.id, key);
      else unpublished(info.id, key);
    });
  }

  #dropAllBut(seen: ReadonlySet<string>): void {
    const { state, lostTogether, left } = this.#to;
    for (const { id, origin } of state.get().participants.values()) {
      if (origin === 'local' || seen.has(id)) continue;
      if (lostTogether) this.#absentees.expect(id);
      else left(id);
    }
  }
}
