import type { MediaKind } from '../../protocol/index.ts';

/** What is received with one consumer. */
export interface Received {
  readonly id: string;
  readonly kind: MediaKind;
  readonly mid: string;
  readonly ssrc: number;
  readonly trackIdentifier: string;
}

/** A browser's statistics of media that flows, video at 25 frames a second, with its id; at time 0 nothing has come yet. */
export function receivedStats({ id, ...rest }: Received, now: number): [id: string, report: object] {
  const seconds = now / 1000;
  const count = (perSecond: number) => Math.floor(seconds * perSecond);
  const frames = {
    framesReceived: count(25),
    framesDecoded: count(25),
    framesDropped: 0,
    frameWidth: 1280,
    frameHeight: 720,
  };
  return [
    `inbound-${id}`,
    {
      id: `inbound-${id}`,
      type: 'inbound-rtp',
      timestamp: now,
      ...rest,
      packetsReceived: count(100),
      packetsLost: 0,
      bytesReceived: count(100_000),
      jitter: 0.002,
      ...(rest.kind === 'video' && frames),
    },
  ];
}
