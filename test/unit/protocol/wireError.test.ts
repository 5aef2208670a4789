import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatErrorReason, parseErrorReason } from '../../../src/protocol/index.ts';

it('a code and a sentence survive the way through one string', () => {
  const code = fc.constantFrom('room-full', 'kicked', 'stream-exists');
  fc.assert(
    fc.property(code, fc.string(), (name, message) => {
      expect(parseErrorReason(formatErrorReason(name, message))).toEqual({ code: name, message });
    }),
  );
  expect(parseErrorReason('kicked: line one\nline: two')).toEqual({ code: 'kicked', message: 'line one\nline: two' });
});

it.each(['', 'peer closed', 'Error: no', '-x: y', 'request timeout', ':', 'kicked:'])('%o has no code', (reason) => {
  expect(parseErrorReason(reason)).toEqual({ code: null, message: reason });
});
