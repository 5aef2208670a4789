import type { SenderReport } from '../rooms/RoomMedia.ts';

/** What mediasoup's `trace` tells of a sender report (RFC 3550, 6.4.1). */
interface TracedReport {
  readonly ntpSec: number;
  readonly ntpFrac: number;
  readonly rtpTs: number;
}

/** From 1900, where NTP counts from, to 1970. */
const SECS_TO_1970 = 2_208_988_800;

/** A sender report that came; `null`: its sender has no clock. */
export function senderReport(info: Record<string, unknown>): SenderReport | null {
  const { ntpSec, ntpFrac, rtpTs } = info as unknown as TracedReport;
  if (ntpSec === 0 && ntpFrac === 0) return null;
  return { ntpMs: (ntpSec - SECS_TO_1970 + ntpFrac / 2 ** 32) * 1000, timestamp: rtpTs };
}
