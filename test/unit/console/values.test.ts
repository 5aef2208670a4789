import { expect, it } from 'vitest';
import { createRoomsApi, createRoomsClient } from '../../../src/api/index.ts';
import { formatDuration } from '../../../src/console/i18n/format.ts';
import { outdatedBy } from '../../../src/console/live/outdatedBy.ts';
import { EVERYTHING, filterOf } from '../../../src/console/recordings/RecordingFilters.tsx';
import { participantName } from '../../../src/console/sessions/participantName.ts';
import { placeAt } from '../../../src/console/shell/places.ts';

it.each([
  ['', 'rooms'],
  ['/', 'rooms'],
  ['/rooms', 'rooms'],
  ['/sessions/', 'sessions'],
  ['/recordings', 'recordings'],
  ['/recordings/1', 'unknown'],
  ['/rooms/1', 'unknown'],
  ['/sessions/1/2', 'unknown'],
  ['/elsewhere', 'unknown'],
])('%j leads to %s', (path, name) => expect(placeAt(path)).toEqual({ name }));

it('an address names a session, whatever is in its id', () => {
  expect(placeAt('/sessions/a%2Fb')).toEqual({ name: 'session', sessionId: 'a/b' });
  expect(placeAt('/sessions/%')).toEqual({ name: 'session', sessionId: '%' });
});

it.each([
  ['Grace', 'Grace'],
  ['{"name":"Grace"}', 'Grace'],
  ['"Grace"', 'Grace'],
  ['{"role":"host"}', '01234567'],
  ['42', '01234567'],
  ['null', '01234567'],
  ['  ', '01234567'],
  [null, '01234567'],
])('who says %j of themselves is called %s', (context, name) => {
  expect(participantName({ id: '0123456789', context })).toBe(name);
});

it('who has a name by their token is called by it', () => {
  expect(participantName({ id: '0123456789', name: 'Ada', context: 'Grace' })).toBe('Ada');
});

it.each([
  [0, '0:00'],
  [-5, '0:00'],
  [75.9, '1:15'],
  [3723, '1:02:03'],
])('%d seconds are %s', (seconds, text) => expect(formatDuration('en', seconds)).toBe(text));

it('says what a change puts out of date, once', () => {
  const { keys } = createRoomsApi(createRoomsClient({ baseUrl: 'https://rooms.example' }));
  expect(outdatedBy(keys, new Set(['session', 'participant', 'something new']))).toEqual([
    keys.rooms.all,
    keys.sessions.all,
    keys.participants.all,
  ]);
});

it('asks for those recordings that were chosen, and for no filter when nothing was', () => {
  expect(filterOf(EVERYTHING)).toBeNull();
  expect(
    filterOf({
      ...{ room: { id: 'r', name: 'lesson' }, person: { id: 'p', name: 'Ada' }, sessionId: 's' },
      ...{ type: 'audio', status: 'failed', from: '2027-03-01', until: '2027-03-02' },
    }),
  ).toEqual({
    room_id: 'r',
    participant_id: 'p',
    session_id: 's',
    type: 'audio',
    status: 'failed',
    date_started_at: { gte: '2027-03-01', lte: '2027-03-02' },
  });
  expect(filterOf({ ...EVERYTHING, until: '2027-03-02' })).toEqual({ date_started_at: { lte: '2027-03-02' } });
});
