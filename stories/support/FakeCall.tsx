import { type ReactNode, useEffect, useState } from 'react';
import type { Room } from '../../src/engine/index.ts';
import { createFakeRoom, type FakeRoom, type FakeRoomOptions, type PersonOptions } from '../../src/testing/index.ts';
import { createFakeTrack, type TrackFactory } from '../../src/testing/media/createFakeTrack.ts';
import { makeTrouble, type Network, until } from './networks.ts';
import { people } from './people.ts';
import { personTrack, screenTrack } from './scenes.ts';

/** As many people as that, ourselves included, as somebody meets them who comes in. */
export function others(count: number): PersonOptions[] {
  return people(count)
    .slice(1)
    .map(({ name, camera, muted }) => ({ name, camera: camera ?? null, microphone: !muted }));
}

/** The same people; the first one whom one meets shares a screen. */
export function othersWithScreen(count: number): PersonOptions[] {
  return others(count).map((person, index) => (index === 0 ? { ...person, screen: screenTrack() } : person));
}

/** Our own camera shows a person, too. A copy: it is stopped when the camera is turned off. */
const createTrack: TrackFactory = (kind, owner) =>
  kind === 'video' ? personTrack(0).clone() : createFakeTrack(kind, owner);

interface FakeCallProps extends Pick<FakeRoomOptions, 'name' | 'grants' | 'room'> {
  /** How many are in the call, ourselves included. */
  people: number;
  network: Network;
  /** Who they are. @default people as one meets them */
  cast?: (count: number) => readonly PersonOptions[];
  /** What happens once the room is connected. */
  begin?: (fake: FakeRoom) => void;
  children: (room: Room) => ReactNode;
}

/** Lets people come and go until those of the cast are in the room. */
function setPeople(fake: FakeRoom, wanted: readonly PersonOptions[]): void {
  const present = fake.people.all;
  for (const person of present.slice(wanted.length)) void person.leave();
  for (const person of wanted.slice(present.length)) fake.people.enter(person);
}

/** A room that works, without a server, with as many people and such a network as are wanted. */
export function FakeCall({ people: count, network, cast = others, begin, children, ...options }: FakeCallProps) {
  const [fake] = useState(() => createFakeRoom({ time: 'real', name: 'Ada Lovelace', createTrack, ...options }));
  useEffect(() => setPeople(fake, cast(count)), [fake, cast, count]);
  useEffect(() => makeTrouble(fake, network), [fake, network]);
  useEffect(() => {
    let wanted = true;
    void until(fake, ({ status }) => status === 'connected').then(() => wanted && begin?.(fake));
    return () => {
      wanted = false;
    };
  }, [fake, begin]);
  return children(fake.room);
}
