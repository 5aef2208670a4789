import type { Notice } from '../rooms/Notice.ts';

const FINAL_TEXT = 0x81;
/** Lengths from here on need two more bytes, and those that do not fit into these, eight. */
const TWO_BYTE_LENGTH = 126;
const EIGHT_BYTE_LENGTH = 127;
const MOST_IN_TWO_BYTES = 0xffff;

/** What comes behind the number: the same for everybody who hears it. */
const bodies = new WeakMap<Notice, Buffer>();
/** Whole frames of what has no number. */
const frames = new WeakMap<Notice, Buffer>();

/**
 * A notice as a protoo notification in a WebSocket frame, ready for any socket: servers do not mask what they send
 * (RFC 6455, section 5.1). What many hear is serialised once; each copy only has a number of its own in front.
 */
export function noticeFrame(notice: Notice, seq: number | null): Buffer {
  if (seq === null) return once(frames, notice, () => textFrame(headOf(notice, ''), bodyOf(notice)));
  const body = bodyOf(notice);
  const isEmpty = body.length === '}}'.length;
  return textFrame(headOf(notice, isEmpty ? `"seq":${seq}` : `"seq":${seq},`), body);
}

function headOf({ method }: Notice, number: string): string {
  return `{"notification":true,"method":"${method}","data":{${number}`;
}

/** @param head in ASCII. */
function textFrame(head: string, body: Buffer): Buffer {
  const length = head.length + body.length;
  const headerLength = length < TWO_BYTE_LENGTH ? 2 : length <= MOST_IN_TWO_BYTES ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + length);
  frame[0] = FINAL_TEXT;
  if (headerLength === 2) frame[1] = length;
  else if (headerLength === 4) {
    frame[1] = TWO_BYTE_LENGTH;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = EIGHT_BYTE_LENGTH;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(head, headerLength, 'latin1');
  body.copy(frame, headerLength + head.length);
  return frame;
}

/** The data without its first brace, and the last brace of all. */
function bodyOf(notice: Notice): Buffer {
  const make = () => Buffer.from(`${notice.toJson().slice(1)}}`);
  return notice.shared ? once(bodies, notice, make) : make();
}

function once(made: WeakMap<Notice, Buffer>, notice: Notice, make: () => Buffer): Buffer {
  const known = made.get(notice);
  if (known) return known;
  const buffer = make();
  made.set(notice, buffer);
  return buffer;
}
