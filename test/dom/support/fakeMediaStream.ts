// jsdom has no media: elements get a property that keeps what it is given, and a stream that keeps its tracks.
class FakeMediaStream {
  readonly #tracks: readonly MediaStreamTrack[];
  constructor(tracks: readonly MediaStreamTrack[] = []) {
    this.#tracks = tracks;
  }
  getTracks(): readonly MediaStreamTrack[] {
    return this.#tracks;
  }
}

globalThis.MediaStream ??= FakeMediaStream as unknown as typeof MediaStream;
