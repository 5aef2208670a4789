import type { Grants } from '../../engine/index.ts';
import type { MediaKind } from '../../protocol/index.ts';
import type { RoomOnServer } from '../room-server/RoomOnServer.ts';

/** Somebody whom a test plays. */
export interface PersonOptions {
  /** @default made from the name */
  readonly id?: string;
  readonly name?: string;
  /** Whether the microphone is on; null: nothing was ever published. @default true */
  readonly microphone?: boolean | null;
  /** Whether the camera is on, or the track that it sends. @default true */
  readonly camera?: boolean | MediaStreamTrack | null;
  /** Whether a screen is shared, or its track. @default false */
  readonly screen?: boolean | MediaStreamTrack;
  readonly context?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** What its token allows: `{ publish: [] }` for somebody who watches. @default everything */
  readonly grants?: Partial<Grants>;
  /** Whether messages reach it. @default true */
  readonly canReceiveMessages?: boolean;
}

/** What a person needs of the room that it is in. */
export interface Stage {
  readonly room: RoomOnServer;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves when our own room has heard of it. */
  readonly settle: () => Promise<void>;
  /** The tracks that the person brought along, by stream and kind. */
  readonly tracks: Map<string, MediaStreamTrack>;
  /** Freezes or unfreezes a picture in our room. */
  readonly freeze: (participantId: string, key: string, frozen: boolean) => void;
}

/** Names a track in {@link Stage.tracks}. */
export function trackName(participantId: string, key: string, kind: MediaKind): string {
  return `${participantId}/${key}/${kind}`;
}

/**
 * Somebody else in the room, who does what a test says. Every method resolves when our room shows it;
 * in a test of components, call them within `act`.
 */
export class Person {
  readonly id: string;
  readonly #stage: Stage;

  constructor(id: string, stage: Stage) {
    this.id = id;
    this.#stage = stage;
  }

  /** Turns the microphone off. */
  mute(): Promise<void> {
    return this.#do((room) => room.set(this.id, 'audio', { enabled: false }));
  }

  unmute(): Promise<void> {
    return this.#on('audio');
  }

  stopCamera(): Promise<void> {
    return this.#do((room) => room.set(this.id, 'video', { enabled: false }));
  }

  startCamera(track?: MediaStreamTrack): Promise<void> {
    this.#bring('self', track);
    return this.#on('video');
  }

  shareScreen(track?: MediaStreamTrack): Promise<void> {
    this.#bring('presentation', track);
    return this.#do((room) => room.play(this.id, { key: 'presentation', audio: null }));
  }

  stopSharing(): Promise<void> {
    return this.#do((room) => room.unpublish(this.id, 'presentation'));
  }

  /** Becomes the one who speaks. @param key - @default 'self' */
  speak(key = 'self'): Promise<void> {
    return this.#do((room) => room.speak(this.id, key));
  }

  stopSpeaking(): Promise<void> {
    return this.#do((room) => {
      if (room.activeSpeakerId === this.id) room.speak(null);
    });
  }

  /** How loud it is now, from 0 to 1. */
  setAudioLevel(level: number): Promise<void> {
    return this.#do((room) => room.tellAll({ method: 'audioLevels', data: { levels: [[this.id, level]] } }));
  }

  /** Writes to everybody, or to those with these ids. */
  write(payload: string, recipients?: readonly string[]): Promise<void> {
    return this.#do(({ conversation }) => conversation.write(this.id, payload, recipients));
  }

  react(reaction: string): Promise<void> {
    return this.#do(({ conversation }) => conversation.react(this.id, reaction));
  }

  raiseHand(): Promise<void> {
    return this.#setHand(true);
  }

  lowerHand(): Promise<void> {
    return this.#setHand(false);
  }

  rename(name: string): Promise<void> {
    return this.#do((room) => room.updateParticipant(this.id, { name }));
  }

  /** Its own connection breaks, and comes back. */
  setConnection(connection: 'connected' | 'reconnecting'): Promise<void> {
    return this.#do((room) => room.updateParticipant(this.id, { connection }));
  }

  /** A moderator keeps a kind of it off, or lets it on again. */
  censor(kind: MediaKind, censored = true): Promise<void> {
    return this.#do((room) => room.set(this.id, kind, { censored }));
  }

  /** Its picture stands still at our side, although it goes on sending; or moves again. */
  freezeVideo(frozen = true, key = 'self'): Promise<void> {
    return this.#do(() => this.#stage.freeze(this.id, key, frozen));
  }

  /** Goes; `kicked` when a moderator removed it. */
  leave(reason: 'left' | 'lost' | 'kicked' = 'left'): Promise<void> {
    return this.#do((room) => room.leave(this.id, reason));
  }

  async #do(change: (room: RoomOnServer) => void): Promise<void> {
    change(this.#stage.room);
    await this.#stage.settle();
  }

  #setHand(handRaised: boolean): Promise<void> {
    return this.#do(({ conversation, participants }) => {
      const participant = participants.get(this.id);
      if (participant) conversation.update(participant, { handRaised });
    });
  }

  #on(kind: MediaKind): Promise<void> {
    return this.#do((room) => {
      const stream = room.participants.get(this.id)?.streams.get('self');
      if (!stream) room.play(this.id, { [kind === 'audio' ? 'video' : 'audio']: null });
      else if (stream[kind]) room.set(this.id, kind, { enabled: true });
      else room.addKind(this.id, kind);
    });
  }

  #bring(key: string, track: MediaStreamTrack | undefined): void {
    if (track) this.#stage.tracks.set(trackName(this.id, key, 'video'), track);
  }
}
