/* Ticks are those of the clock that Opus has in RTP: 48,000 in a second. */

/** Frames of silence in CELT, the longest first: ticks, and the packet (RFC 6716, 3.1; two bytes that decode to nothing). */
const SILENCE: readonly (readonly [ticks: number, packet: Buffer])[] = (
  [
    [960, 31],
    [480, 30],
    [240, 29],
    [120, 28],
  ] as const
).map(([ticks, configuration]) => [ticks, Buffer.from([configuration << 3, 0xff, 0xfe])]);

const SILK_TICKS = [480, 960, 1920, 2880];
const HYBRID_TICKS = [480, 960];
const CELT_TICKS = [120, 240, 480, 960];

/** How long a packet of Opus plays, in ticks (RFC 6716, 3.1 and 3.2). */
export function opusTicks(packet: Buffer): number {
  const [toc = 0, second = 0] = packet;
  const configuration = toc >> 3;
  const one =
    configuration < 12
      ? SILK_TICKS[configuration % 4]
      : configuration < 16
        ? HYBRID_TICKS[configuration % 2]
        : CELT_TICKS[configuration % 4];
  const frames = [1, 2, 2, second & 0x3f][toc & 0x03];
  return (one ?? 0) * (frames ?? 0);
}

/** The longest packet of silence that fits into so many ticks; `null`: they are too few for any. */
export function opusSilence(ticks: number): readonly [ticks: number, packet: Buffer] | null {
  return SILENCE.find(([length]) => length <= ticks) ?? null;
}
