import { randomUUID } from 'node:crypto';
import type { MediaKind } from '../../../../src/protocol/index.ts';

/** As much of a `MediaStreamTrack` as mediasoup-client looks at. */
export class FakeTrack extends EventTarget {
  readonly id = randomUUID();
  readonly kind: MediaKind;
  readonly readyState = 'live';
  enabled = true;

  constructor(kind: MediaKind) {
    super();
    this.kind = kind;
  }

  stop(): void {}
}
