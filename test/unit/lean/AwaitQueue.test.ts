import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { AwaitQueue as Ours } from '../../../scripts/lean/AwaitQueue.ts';

const { resolve } = createRequire(import.meta.url);
/** What mediasoup-client itself brings. */
const { AwaitQueue: Theirs } = createRequire(resolve('mediasoup-client'))('awaitqueue') as {
  AwaitQueue: new () => Pick<Ours, 'push' | 'stop'>;
};

/** Writes down what happens to tasks, which are done when they are let go. */
function runs(Queue: new () => Pick<Ours, 'push' | 'stop'>) {
  const queue = new Queue();
  const told: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<string>>();
  const push = (name: string) => {
    const gate = Promise.withResolvers<string>();
    gates.set(name, gate);
    queue
      .push(async () => {
        told.push(`${name} begins`);
        return gate.promise;
      })
      .then(
        (result) => told.push(`${name} ${result}`),
        () => told.push(`${name} failed`),
      );
  };
  const settle = () => new Promise((done) => setTimeout(done));
  return { queue, told, push, settle, gate: (name: string) => gates.get(name) as PromiseWithResolvers<string> };
}

describe.each([
  ['ours', Ours],
  ['theirs', Theirs],
])('a queue of tasks: %s', (_, Queue) => {
  test('the first begins at once, the others one after the other, also after one that failed', async () => {
    const { told, push, settle, gate } = runs(Queue);
    push('a');
    expect(told).toEqual(['a begins']);
    push('b');
    push('c');
    await settle();
    expect(told).toEqual(['a begins']);
    gate('a').reject(new Error('no'));
    await settle();
    gate('b').resolve('done');
    gate('c').resolve('done');
    await settle();
    expect(told).toEqual(['a begins', 'b begins', 'a failed', 'c begins', 'b done', 'c done']);
  });

  test('stopping rejects all of them, and what is pushed then does not wait for the one that still runs', async () => {
    const { queue, told, push, settle, gate } = runs(Queue);
    push('a');
    push('b');
    queue.stop();
    push('c');
    push('d');
    await settle();
    expect(told).toEqual(['a begins', 'c begins', 'a failed', 'b failed']);
    gate('a').resolve('done');
    await settle();
    expect(told).toHaveLength(4);
    gate('c').resolve('done');
    gate('d').resolve('done');
    await settle();
    expect(told.slice(4).sort()).toEqual(['c done', 'd begins', 'd done']);
  });
});
