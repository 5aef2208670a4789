import { describe, expect, test } from 'vitest';
import { readSenderReport } from '../../src/recording/senderReport.ts';

/** A report of half a second after the beginning of 2023. */
const report = Buffer.from('80c80006000000010000000080000000fffffff00000000100000064', 'hex');
report.writeUInt32BE(1_672_531_200 + 2_208_988_800, 8);
report.writeUInt32BE(2 ** 31, 12);

describe('a sender report', () => {
  test('tells which timestamp there was at which moment, alone and with others behind it', () => {
    const told = { ntpMs: Date.UTC(2023, 0, 1) + 500, timestamp: 0xfffffff0 };
    const wanted = Buffer.from(report);
    wanted.writeUInt32BE(0xfffffff0, 16);
    expect(readSenderReport(wanted)).toEqual(told);
    expect(readSenderReport(Buffer.concat([wanted, Buffer.from('81c90001', 'hex')]))).toEqual(told);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['too little', report.subarray(0, 19)],
    ['a receiver report', Buffer.from(report).fill(201, 1, 2)],
    ['another version', Buffer.from(report).fill(0x40, 0, 1)],
  ])('is not what is %s', (_, data) => {
    expect(readSenderReport(data)).toBeNull();
  });
});
