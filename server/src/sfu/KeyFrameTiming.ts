/**
 * Chromium ignores a key frame request within this time of the last one that it followed, whichever simulcast layer
 * they are for (`kMinKeyframeSendIntervalMs` of libwebrtc's `video/encoder_rtcp_feedback.cc`). It then makes one for
 * all layers.
 */
const IGNORED_MS = 300;

/** From one request to the next that is sure to be followed: 50 ms are left for the network to be uneven. */
const SPACING_MS = 350;

/**
 * When the sender of a video follows a key frame request. One that it ignores costs a whole second: mediasoup takes it
 * for lost only then (`KeyFrameRetransmissionWaitMs` of its `KeyFrameRequestManager`).
 */
export class KeyFrameTiming {
  #followedAt = Number.NEGATIVE_INFINITY;
  #came = true;

  /** A request has gone to the sender. */
  requested(now: number): void {
    if (now - this.#followedAt < IGNORED_MS) return;
    this.#followedAt = now;
    this.#came = false;
  }

  /** A key frame has come, of any layer. */
  came(): void {
    this.#came = true;
  }

  /**
   * How long whoever needs a key frame should wait before it asks, in milliseconds: not at all while one is on its way,
   * which is then for everybody.
   */
  waitAt(now: number): number {
    const since = now - this.#followedAt;
    return this.#came && since < SPACING_MS ? SPACING_MS - since : 0;
  }
}
