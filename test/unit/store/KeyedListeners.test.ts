import { describe, expect, it } from 'vitest';
import { KeyedListeners } from '../../../src/store/KeyedListeners.ts';

describe('KeyedListeners', () => {
  it('survives listeners that leave, come and come back while they are told', () => {
    const listeners = new KeyedListeners();
    const told: string[] = [];
    const undoLast: (() => void)[] = [];
    listeners.add('devices', () => {
      told.push('first');
      for (const undo of undoLast.splice(0)) undo();
    });
    undoLast.push(listeners.add('devices', () => told.push('last')));
    listeners.notify('devices');
    expect(told).toEqual(['first']);
  });

  it('undone late does not take a newer listener with it', () => {
    const listeners = new KeyedListeners();
    const told: string[] = [];
    const undo = listeners.add('devices', () => told.push('old'));
    undo();
    listeners.add('devices', () => told.push('new'));
    undo();
    listeners.notify('devices');
    listeners.notify('streams');
    expect(told).toEqual(['new']);
  });
});
