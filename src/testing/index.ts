export { createFakeRoom, type FakeRoom, type FakeRoomOptions } from './fake-room/createFakeRoom.ts';
export type { Faults } from './fake-room/Faults.ts';
export type { People } from './fake-room/People.ts';
export type { Person, PersonOptions } from './fake-room/Person.ts';
export type { TrackFactory, TrackOwner } from './media/createFakeTrack.ts';
