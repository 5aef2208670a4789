import { describe, expect, it } from 'vitest';
import { asRoomError, isRoomErrorCode, RoomError, roomError } from '../../../src/errors/index.ts';

describe('roomError', () => {
  it('says what its code means unless it knows better', () => {
    expect(roomError('room-full').message).toMatch(/full/);
    expect(roomError('room-full', 'Eleven people.').message).toBe('Eleven people.');
  });

  it('is an Error with a name, a code and a cause', () => {
    const cause = new Error('below');
    const error = roomError('unreachable', undefined, cause);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'RoomError', code: 'unreachable', cause });
    expect('cause' in roomError('unreachable')).toBe(false);
  });
});

describe('isRoomErrorCode', () => {
  it.each(['room-full', 'internal', 'device-dismissed'])('knows %s', (code) => {
    expect(isRoomErrorCode(code)).toBe(true);
  });

  it.each(['', 'Room-Full', 'toString', '__proto__', 'constructor', 7, null, undefined, ['room-full']])(
    'does not know %o',
    (code) => {
      expect(isRoomErrorCode(code)).toBe(false);
    },
  );
});

describe('asRoomError', () => {
  it('leaves ours as it is, and wraps others', () => {
    const ours = new RoomError('kicked', 'out');
    expect(asRoomError(ours, 'internal')).toBe(ours);
    const other = new TypeError('x is not a function');
    expect(asRoomError(other)).toMatchObject({ code: 'internal', cause: other });
    expect(asRoomError('a string', 'device-failed')).toMatchObject({ code: 'device-failed', cause: 'a string' });
  });
});
