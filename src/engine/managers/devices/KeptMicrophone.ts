/**
 * A muted microphone stays open, silent: opening one takes up to a second, and the first word after
 * unmuting would be lost.
 */
export class KeptMicrophone {
  readonly #open: () => Promise<MediaStreamTrack>;
  /** The muted one; the one that is on belongs to who opened it. */
  #muted: MediaStreamTrack | null = null;

  constructor(open: () => Promise<MediaStreamTrack>) {
    this.#open = open;
  }

  async open(): Promise<MediaStreamTrack> {
    const track = this.#muted;
    this.#muted = null;
    if (track?.readyState !== 'live') return this.#open();
    track.enabled = true;
    return track;
  }

  /** Silences a track of {@link open} and keeps it for the next time. */
  mute(track: MediaStreamTrack): void {
    track.enabled = false;
    this.release();
    this.#muted = track;
  }

  /** Lets the hardware go. */
  release(): void {
    this.#muted?.stop();
    this.#muted = null;
  }
}
