/** What an element plays where there is a DOM without media, as in jsdom: it keeps its tracks. */
class TrackList {
  readonly id = crypto.randomUUID();
  readonly #tracks: MediaStreamTrack[];

  constructor(tracks: readonly MediaStreamTrack[] = []) {
    this.#tracks = [...tracks];
  }

  getTracks(): MediaStreamTrack[] {
    return [...this.#tracks];
  }

  getAudioTracks(): MediaStreamTrack[] {
    return this.#tracks.filter(({ kind }) => kind === 'audio');
  }

  getVideoTracks(): MediaStreamTrack[] {
    return this.#tracks.filter(({ kind }) => kind === 'video');
  }
}

/** Gives a DOM without `MediaStream` one that holds tracks, so that components can be rendered in it. */
export function provideMediaStream(): void {
  if (typeof document !== 'undefined') globalThis.MediaStream ??= TrackList as unknown as typeof MediaStream;
}
