import { expect, test } from 'vitest';
import { senderReport } from '../../src/sfu/senderReport.ts';

test('a sender report tells which timestamp there was at which moment', () => {
  const ntpSec = 2_208_988_800 + Date.UTC(2023, 0, 1) / 1000;
  const told = senderReport({ ssrc: 1, ntpSec, ntpFrac: 2 ** 31, rtpTs: 0xfffffff0, packetCount: 1, octetCount: 1 });
  expect(told).toEqual({ ntpMs: Date.UTC(2023, 0, 1) + 500, timestamp: 0xfffffff0 });
});

test('one of a sender without a clock tells nothing', () => {
  expect(senderReport({ ntpSec: 0, ntpFrac: 0, rtpTs: 5 })).toBeNull();
});
