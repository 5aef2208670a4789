import { describe, expect, test, vi } from 'vitest';
import { LOST_AFTER_MS, PacketOrder } from '../../src/recording/PacketOrder.ts';

function setUp() {
  const out: number[] = [];
  const lost = vi.fn();
  const order = new PacketOrder(({ packet }) => out.push(packet.sequence), lost);
  const push = (at: number, ...sequences: number[]) => {
    for (const sequence of sequences) {
      order.push({ sequence, timestamp: 0, marker: false, payload: Buffer.alloc(1) }, at);
    }
  };
  return { out, lost, order, push };
}

describe('the order of packets', () => {
  test('is that of their numbers, also over the end of 16 bits', () => {
    const { out, push } = setUp();
    push(0, 65_533, 65_535, 65_534, 1, 0, 2);
    expect(out).toEqual([65_533, 65_534, 65_535, 0, 1, 2]);
  });

  test('has each packet once', () => {
    const { out, push } = setUp();
    push(0, 5, 6, 6, 5, 8, 8, 7);
    expect(out).toEqual([5, 6, 7, 8]);
  });

  test('waits for what is missing, but not for ever', () => {
    const { out, lost, order, push } = setUp();
    push(0, 1, 3);
    push(LOST_AFTER_MS - 1, 4);
    expect(out).toEqual([1]);
    push(LOST_AFTER_MS, 5);
    expect(out).toEqual([1, 3, 4, 5]);
    expect(lost).toHaveBeenCalledTimes(1);
    push(LOST_AFTER_MS, 2, 7);
    order.giveUp(2 * LOST_AFTER_MS);
    expect(out).toEqual([1, 3, 4, 5, 7]);
  });

  test('gives out all there is at the end', () => {
    const { out, order, push } = setUp();
    push(0, 1, 4, 9);
    order.flush();
    expect(out).toEqual([1, 4, 9]);
  });

  test('begins anew when somebody counts from elsewhere', () => {
    const { out, push } = setUp();
    push(0, 1, 3, 30_000, 30_001);
    expect(out).toEqual([1, 3, 30_000, 30_001]);
  });
});
