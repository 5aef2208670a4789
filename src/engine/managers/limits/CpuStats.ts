/** The share of a processor's time that decoding may take. */
const DECODING = 0.9;
/** The share of received frames that may be dropped since they were not decoded in time. */
const DROPPED = 0.2;
/** Fewer frames than this between two readings say nothing. */
const FRAMES = 10;

interface Totals {
  readonly now: number;
  readonly decodeTime: number;
  readonly decoded: number;
  readonly dropped: number;
}

/** Tells from the browser's statistics whether the processor is too busy, where the browser does not tell itself. */
export class CpuStats {
  #before: Totals | null = null;

  /**
   * Of what is received: `totalDecodeTime` of all videos took more than nine tenths of the time since the last reading,
   * or a fifth of the frames was dropped (https://www.w3.org/TR/webrtc-stats/#dom-rtcinboundrtpstreamstats-framesdropped).
   */
  receivingIsHard(report: RTCStatsReport, now: number): boolean {
    let [decodeTime, decoded, dropped] = [0, 0, 0];
    for (const stats of report.values()) {
      if (stats.type !== 'inbound-rtp' || stats.kind !== 'video') continue;
      decodeTime += stats.totalDecodeTime ?? 0;
      decoded += stats.framesDecoded ?? 0;
      dropped += stats.framesDropped ?? 0;
    }
    const before = this.#before;
    this.#before = { now, decodeTime, decoded, dropped };
    // A consumer that closed has taken its numbers with it.
    if (!before || now <= before.now || decoded < before.decoded || dropped < before.dropped) return false;
    const seconds = (now - before.now) / 1000;
    const frames = decoded - before.decoded + (dropped - before.dropped);
    if (frames < FRAMES) return false;
    return (decodeTime - before.decodeTime) / seconds > DECODING || (dropped - before.dropped) / frames > DROPPED;
  }

  /** Of what is sent: the encoder does less than it should, for want of processor. */
  sendingIsHard(report: RTCStatsReport): boolean {
    return [...report.values()].some(
      (stats) => stats.type === 'outbound-rtp' && stats.qualityLimitationReason === 'cpu',
    );
  }
}
