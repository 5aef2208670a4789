import type { SessionRecords } from '../rooms/SessionLog.ts';

/** Session records that know how many sessions go on. */
export class CountedSessions implements SessionRecords {
  readonly #records: SessionRecords;
  readonly #open = new Set<string>();

  constructor(records: SessionRecords) {
    this.#records = records;
  }

  get count(): number {
    return this.#open.size;
  }

  async open(roomId: string): Promise<string> {
    const id = await this.#records.open(roomId);
    this.#open.add(id);
    return id;
  }

  async end(sessionId: string, reason: Parameters<SessionRecords['end']>[1]): Promise<void> {
    this.#open.delete(sessionId);
    await this.#records.end(sessionId, reason);
  }

  participantJoined(participant: Parameters<SessionRecords['participantJoined']>[0]): Promise<void> {
    return this.#records.participantJoined(participant);
  }

  participantLeft(...left: Parameters<SessionRecords['participantLeft']>): Promise<void> {
    return this.#records.participantLeft(...left);
  }
}
