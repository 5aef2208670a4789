/**
 * A muted microphone stays open, silent: opening one takes up to a second, and the first word after
 * unmuting would be lost.
 */
export class KeptMicrophone {
  readonly #open: () => Promise<MediaStreamTrack>;
  #track: MediaStreamTrack | null = null;

  constructor(open: () => Promise<MediaStreamTrack>) {
    this.#open = open;
  }

  async open(): Promise<MediaStreamTrack> {
    if (this.#track?.readyState !== 'live') this.#track = await this.#open();
    this.#track.enabled = true;
    return this.#track;
  }

  /** Silences a track of {@link open}; one that is not kept any more is let go. */
  mute(track: MediaStreamTrack): void {
    track.enabled = false;
    if (track !== this.#track) track.stop();
  }

  /** Lets the hardware go. */
  release(): void {
    this.#track?.stop();
    this.#track = null;
  }
}
