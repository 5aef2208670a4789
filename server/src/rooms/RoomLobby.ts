import type { DtlsParameters } from '../../../src/protocol/index.ts';
import { ParticipantTransports } from './ParticipantTransports.ts';
import type { Direction, RoomMedia } from './RoomMedia.ts';

/** Transports of somebody who has not entered yet. They carry nothing: without producers the SFU drops what comes. */
export interface LobbyPlace {
  readonly transports: ParticipantTransports;
  /** Where they lead. Another one meanwhile: nobody can use them any more. */
  readonly media: Promise<RoomMedia>;
}

/** Those who wait before a room's door. Nobody in the room knows of them, and they take no seat. */
export class RoomLobby {
  readonly #places = new Set<LobbyPlace>();
  readonly #onEmpty: () => void;

  /** @param onEmpty called when the last one has gone. */
  constructor(onEmpty: () => void) {
    this.#onEmpty = onEmpty;
  }

  get size(): number {
    return this.#places.size;
  }

  open(media: Promise<RoomMedia>, dtls: Record<Direction, DtlsParameters>): LobbyPlace {
    const place = { media, transports: new ParticipantTransports(media, dtls) };
    this.#places.add(place);
    place.transports.onLost = () => this.close(place);
    return place;
  }

  /** The transports of a place, for a participant; null when they lead to other media than the room has now. */
  take(place: LobbyPlace, media: Promise<RoomMedia>): ParticipantTransports | null {
    if (!this.#places.has(place) || place.media !== media) return null;
    this.#places.delete(place);
    return place.transports;
  }

  /** Gives a place up with its transports. One that was taken, or given up before, is passed over. */
  close(place: LobbyPlace): void {
    if (!this.#places.delete(place)) return;
    place.transports.close();
    if (this.#places.size === 0) this.#onEmpty();
  }

  closeAll(): void {
    for (const place of [...this.#places]) this.close(place);
  }
}
