/** What an entry tells; nothing but short values, so that it costs little and holds nothing alive. */
export type HistoryDetail = Readonly<Record<string, string | number | boolean | null>>;

/** Something that happened. */
export interface HistoryEntry {
  /** Milliseconds, of a clock that never goes back. */
  readonly at: number;
  readonly type: string;
  readonly detail: HistoryDetail | null;
}

/** Room for about 1,500 entries. */
const MAX_BYTES = 256 * 1024;
/** What an entry takes beside its texts, and each value in it: estimates on the safe side, as no browser tells. */
const ENTRY_BYTES = 64;
const VALUE_BYTES = 24;
const LONGEST_TEXT = 200;

/**
 * What has happened lately: a ring buffer that is bounded in bytes, so that it can always run. When it is full the
 * oldest is forgotten.
 */
export class History {
  readonly #now: () => number;
  readonly #maxBytes: number;
  #entries: HistoryEntry[] = [];
  /** Those before it are forgotten; the array is cut now and then, not each time. */
  #first = 0;
  #bytes = 0;
  #dropped = 0;

  constructor(now: () => number, maxBytes: number = MAX_BYTES) {
    this.#now = now;
    this.#maxBytes = maxBytes;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many entries have been forgotten. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Oldest first. */
  get entries(): readonly HistoryEntry[] {
    return this.#entries.slice(this.#first);
  }

  add(type: string, detail: HistoryDetail | null = null): void {
    const entry = { at: this.#now(), type, detail: detail && shortened(detail) };
    this.#entries.push(entry);
    this.#bytes += bytesOf(entry);
    while (this.#bytes > this.#maxBytes) this.#forgetOldest();
  }

  #forgetOldest(): void {
    this.#bytes -= bytesOf(this.#entries[this.#first] as HistoryEntry);
    this.#first += 1;
    this.#dropped += 1;
    if (this.#first * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }
}

function bytesOf({ type, detail }: HistoryEntry): number {
  let bytes = ENTRY_BYTES + 2 * type.length;
  for (const name in detail) {
    const value = detail[name];
    bytes += VALUE_BYTES + (typeof value === 'string' ? 2 * value.length : 0);
  }
  return bytes;
}

function shortened(detail: HistoryDetail): HistoryDetail {
  for (const name in detail) {
    const value = detail[name];
    if (typeof value === 'string' && value.length > LONGEST_TEXT) {
      return { ...shortened({ ...detail, [name]: value.slice(0, LONGEST_TEXT) }) };
    }
  }
  return detail;
}
