import { describe, expect, test } from 'vitest';
import { readRtp, writeRtp } from '../../src/recording/rtpPacket.ts';

const payload = Buffer.from('payload');
const plain = { sequence: 65_535, timestamp: 4_000_000_000, marker: true, payload };

describe('an RTP packet', () => {
  test('is read as it was written', () => {
    expect(readRtp(writeRtp(plain, 101))).toEqual(plain);
    expect(readRtp(writeRtp({ ...plain, marker: false }, 101))).toEqual({ ...plain, marker: false });
  });

  test('keeps the low bits of numbers that have outgrown theirs', () => {
    const read = readRtp(writeRtp({ ...plain, sequence: 65_536 + 7, timestamp: 2 ** 32 + 9 }, 101));
    expect(read).toMatchObject({ sequence: 7, timestamp: 9 });
  });

  test('is read without its sources, extensions and padding', () => {
    const written = writeRtp(plain, 101);
    const header = Buffer.from(written.subarray(0, 12));
    header[0] = 0x80 | 0x20 | 0x10 | 2;
    const sources = Buffer.alloc(8);
    const extension = Buffer.from([0xbe, 0xde, 0, 1, 1, 2, 3, 4]);
    const padding = Buffer.from([0, 0, 3]);
    expect(readRtp(Buffer.concat([header, sources, extension, payload, padding]))).toEqual(plain);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['too little', Buffer.alloc(11, 0x80)],
    ['another version', Buffer.alloc(40, 0x40)],
    ['RTCP', Buffer.concat([Buffer.from([0x80, 200]), Buffer.alloc(40)])],
    ['no payload', Buffer.concat([Buffer.from([0x80, 101]), Buffer.alloc(10)])],
    ['an extension that is cut off', Buffer.concat([Buffer.from([0x90, 101]), Buffer.alloc(11)])],
    ['more sources than it holds', Buffer.concat([Buffer.from([0x8f, 101]), Buffer.alloc(20)])],
    ['more padding than it holds', Buffer.concat([Buffer.from([0xa0, 101]), Buffer.alloc(20, 99)])],
  ])('is not made of %s', (_what, data) => {
    expect(readRtp(data)).toBeNull();
  });
});
