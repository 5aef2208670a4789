import type { MediaServer, RoomMedia, RoomMediaEvents } from './RoomMedia.ts';

/** The media of a room: opened when somebody needs it first, and opened anew after it was closed. */
export class CurrentMedia {
  readonly #server: Pick<MediaServer, 'openRoom'>;
  readonly #events: RoomMediaEvents;
  #media: Promise<RoomMedia> | null = null;

  constructor(server: Pick<MediaServer, 'openRoom'>, events: RoomMediaEvents) {
    this.#server = server;
    this.#events = events;
  }

  open(): Promise<RoomMedia> {
    if (this.#media) return this.#media;
    // Events of media that was closed, or replaced by newer, come too late to mean anything.
    const ifCurrent =
      <A extends unknown[]>(handle: (...args: A) => void) =>
      (...args: A) => {
        if (this.#media === media) handle(...args);
      };
    const media = this.#server.openRoom({
      dominantSpeaker: ifCurrent(this.#events.dominantSpeaker),
      audioVolumes: ifCurrent(this.#events.audioVolumes),
    });
    media.catch(() => undefined);
    this.#media = media;
    return media;
  }

  close(): void {
    this.#media?.then(
      (media) => media.close(),
      () => undefined,
    );
    this.#media = null;
  }
}
