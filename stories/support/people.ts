import { personTrack } from './scenes.ts';
import type { Person } from './snapshots.ts';

const names = [
  'Ada Lovelace',
  'Grace Hopper',
  'Alan Turing',
  'Katherine Johnson',
  'Hedy Lamarr',
  'Claude Shannon',
  'Radia Perlman',
  'Tim Berners-Lee',
  'Margaret Hamilton',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Frances Allen',
  'Ken Thompson',
  'Lynn Conway',
  'John von Neumann',
];

/** People as one meets them: most have their camera on, some are muted, one is speaking. */
export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    name: names[index % names.length] as string,
    camera: index % 4 === 3 ? undefined : personTrack(index),
    muted: index % 3 === 2,
    speaking: index === 1,
  }));
}
