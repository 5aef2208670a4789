import type { types } from 'mediasoup';

/** What mediasoup writes all requests to a worker with: one builder for all rooms on it. */
interface Builder {
  readonly isNested: boolean;
  clear(): void;
}

/**
 * Hands mediasoup what comes from a client. Parameters that mediasoup 3.27 takes for good but cannot write, as a bitrate with
 * a fraction, leave its builder in the middle of a table, and no request to that worker would succeed any more, of anybody.
 * With this they are a failure of that one request.
 */
export function writing<Answer>(transport: types.WebRtcTransport, request: () => Promise<Answer>): Promise<Answer> {
  // Everything is written before the first await: what is not finished by now never will be.
  const answer = request();
  const { bufferBuilder } = (transport as unknown as { channelForTesting: { bufferBuilder: Builder } })
    .channelForTesting;
  if (bufferBuilder.isNested) bufferBuilder.clear();
  return answer;
}
