const REPORT_TYPE = 200;
/** Header, source, moment and timestamp (RFC 3550, 6.4.1). */
const REPORT_BYTES = 20;
/** From 1900, where NTP counts from, to 1970. */
const SECS_TO_1970 = 2_208_988_800;

/** What the sender of a track says of its time: what it captures at that moment has that timestamp. */
export interface SenderReport {
  /** Milliseconds since 1970, by the clock of whoever sent the report. */
  readonly ntpMs: number;
  /** 32 bits, in ticks of the codec's clock. */
  readonly timestamp: number;
}

/** Reads an RTCP packet, or several in one; `null` unless a sender report is the first of them. */
export function readSenderReport(data: Buffer): SenderReport | null {
  if (data.length < REPORT_BYTES || (data[0] ?? 0) >> 6 !== 2 || data[1] !== REPORT_TYPE) return null;
  const seconds = data.readUInt32BE(8) - SECS_TO_1970 + data.readUInt32BE(12) / 2 ** 32;
  return { ntpMs: seconds * 1000, timestamp: data.readUInt32BE(16) };
}
