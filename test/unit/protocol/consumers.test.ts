import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { packConsumers, requests, type UnpackedConsumer, unpackConsumers } from '../../../src/protocol/index.ts';
import { consumerParameters } from '../../../src/testing/room-server/consumerParameters.ts';

function consumer(index: number, kind: 'audio' | 'video' = index % 2 ? 'video' : 'audio'): UnpackedConsumer {
  return {
    id: crypto.randomUUID(),
    participantId: crypto.randomUUID(),
    key: 'self',
    producerId: crypto.randomUUID(),
    kind,
    paused: false,
    rtpParameters: consumerParameters(kind, index, 'cname-of-the-producer'),
  };
}

describe('packConsumers', () => {
  it('and its reverse give back what went in', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ index: fc.nat(1000), video: fc.boolean(), paused: fc.boolean() })), (inputs) => {
        const consumers = inputs.map(({ index, video, paused }) => ({
          ...consumer(index, video ? 'video' : 'audio'),
          paused,
        }));
        expect(unpackConsumers(JSON.parse(JSON.stringify(packConsumers(consumers))))).toEqual(consumers);
      }),
    );
  });

  it('writes what consumers share once', () => {
    const { templates, consumers } = packConsumers([consumer(0), consumer(1), consumer(2), consumer(3)]);
    expect(templates).toHaveLength(2);
    expect(consumers.map(({ template }) => template)).toEqual([0, 1, 0, 1]);
  });

  it('makes a hundred consumers less than half as long', () => {
    const consumers = Array.from({ length: 100 }, (_, index) => consumer(index));
    const packed = JSON.stringify(packConsumers(consumers)).length;
    expect(packed).toBeLessThan(38_000);
    expect(packed).toBeLessThan(JSON.stringify(consumers).length / 2);
  });

  it('makes what the schema takes', () => {
    const batch = packConsumers([consumer(0), consumer(1)]);
    expect(v.parse(requests.subscribe.answer, batch)).toEqual(batch);
  });
});

describe('unpackConsumers', () => {
  it('leaves out a consumer whose template is missing', () => {
    const batch = packConsumers([consumer(0), consumer(1)]);
    expect(unpackConsumers({ ...batch, templates: batch.templates.slice(0, 1) })).toHaveLength(1);
    expect(unpackConsumers({ ...batch, templates: [] })).toEqual([]);
  });
});
