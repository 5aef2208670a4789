import type { NotificationData, NotificationMethod } from '../../../src/protocol/index.ts';

interface NoticeOptions {
  /** What it weighs, where that is much. @default 0 */
  bytes?: number;
  /** Several hear it: it is worth keeping as it was sent. @default false */
  shared?: boolean;
  /** Its data as JSON, where that is put together from parts that are there already. @default JSON.stringify */
  toJson?: () => string;
}

/** Something that is told. To however many: it is one object, serialised once; only its number differs. */
export class Notice<M extends NotificationMethod = NotificationMethod> {
  readonly method: M;
  readonly data: NotificationData<M>;
  readonly bytes: number;
  readonly shared: boolean;
  readonly #toJson: (() => string) | null;

  constructor(method: M, data: NotificationData<M>, { bytes = 0, shared = false, toJson }: NoticeOptions = {}) {
    this.method = method;
    this.data = data;
    this.bytes = bytes;
    this.shared = shared;
    this.#toJson = toJson ?? null;
  }

  /** Its data as JSON. Made at every call. */
  toJson(): string {
    return this.#toJson?.() ?? JSON.stringify(this.data);
  }
}
