import type { DeviceTarget } from './targetOf.ts';

/**
 * A muted microphone stays open, silent: opening one takes up to a second, and the first word after
 * unmuting would be lost.
 */
export class KeptMicrophone {
  readonly #open: (target: DeviceTarget) => Promise<MediaStreamTrack>;
  /** The muted one, and what it was opened for; the one that is on belongs to who opened it. */
  #muted: { readonly track: MediaStreamTrack; readonly openedFor: string } | null = null;

  constructor(open: (target: DeviceTarget) => Promise<MediaStreamTrack>) {
    this.#open = open;
  }

  async open(target: DeviceTarget): Promise<MediaStreamTrack> {
    const muted = this.#muted;
    // Another one may have been chosen meanwhile.
    if (muted?.track.readyState !== 'live' || muted.openedFor !== target.mark) {
      this.release();
      return this.#open(target);
    }
    this.#muted = null;
    muted.track.enabled = true;
    return muted.track;
  }

  /** Silences a track of {@link open} and keeps it for the next time. */
  mute(track: MediaStreamTrack, openedFor: string): void {
    track.enabled = false;
    this.release();
    this.#muted = { track, openedFor };
  }

  /** Lets the hardware go. */
  release(): void {
    this.#muted?.track.stop();
    this.#muted = null;
  }
}
