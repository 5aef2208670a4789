/** What an element plays; jsdom has none of its own. */
export class FakeMediaStream {
  readonly #tracks: MediaStreamTrack[];

  constructor(tracks: MediaStreamTrack[] = []) {
    this.#tracks = tracks;
  }

  getTracks(): MediaStreamTrack[] {
    return this.#tracks;
  }
}

/** The track that a media element plays. */
export function playedBy(element: HTMLMediaElement): MediaStreamTrack | null {
  return (element.srcObject as unknown as FakeMediaStream | null)?.getTracks()[0] ?? null;
}
