/** What a connection test looks at. */
export type ConnectionTestPart =
  | 'microphone'
  | 'camera'
  | 'signalling'
  | 'udp'
  | 'tcp'
  | 'turn'
  | 'upload'
  | 'download';

/** How one part went. */
export interface ConnectionTestOutcome {
  readonly result: 'pass' | 'warn' | 'fail' | 'skipped';
  /** Why it is not `pass`, for people. */
  readonly reason: string | null;
  /**
   * What was measured: `roundTripTime`, `http`, `webSocket` and `connectTime` in milliseconds, `bitrate` in bits per
   * second, `bytes`, `level` from 0 to 1, `width` and `height` in pixels, `framesPerSecond`.
   */
  readonly values: Readonly<Record<string, number | string | null>>;
}

/** How a connection test went, or how far it has come. */
export interface ConnectionTestReport {
  /** `running` until all is done; `fail` when a call is not possible, `warn` when something of it is not good. */
  readonly result: 'running' | 'pass' | 'warn' | 'fail';
  readonly parts: Readonly<Partial<Record<ConnectionTestPart, ConnectionTestOutcome>>>;
}

/** The result of the whole: without signalling or any way for media there is no call; anything else is a warning. */
export function resultOf(parts: ConnectionTestReport['parts']): 'pass' | 'warn' | 'fail' {
  const good = (part: ConnectionTestPart) => parts[part]?.result === 'pass' || parts[part]?.result === 'warn';
  const tried = (part: ConnectionTestPart) => parts[part] !== undefined && parts[part].result !== 'skipped';
  const ways = (['udp', 'tcp', 'turn'] as const).filter(tried);
  if (tried('signalling') && !good('signalling')) return 'fail';
  if (ways.length > 0 && !ways.some(good)) return 'fail';
  const outcomes = Object.values(parts).map(({ result }) => result);
  return outcomes.every((result) => result === 'pass' || result === 'skipped') ? 'pass' : 'warn';
}
