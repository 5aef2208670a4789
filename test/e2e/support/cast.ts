import type { Clapper } from './clapper.ts';

/** Whoever is in the call, by what their cameras and microphones are told. */
export const CAST = {
  Ada: { camera: 'red', screen: 'black', hertz: 440 },
  Grace: { camera: 'blue', screen: 'yellow', hertz: 1_000 },
  Edsger: { camera: 'green', screen: 'black', hertz: 2_500 },
} as const satisfies Record<string, Clapper>;
export type Name = keyof typeof CAST;
export const NAMES = Object.keys(CAST) as Name[];

/** Everything that can be seen has a quarter of the film, and a colour. */
export const PLACES = {
  Ada: { x: 0, y: 0, colour: 'red' },
  Grace: { x: 160, y: 0, colour: 'blue' },
  Edsger: { x: 0, y: 90, colour: 'green' },
  screen: { x: 160, y: 90, colour: 'red and green' },
} as const;
export type Sight = keyof typeof PLACES;
export const SIGHTS = Object.keys(PLACES) as Sight[];
export const QUARTER = { width: 160, height: 90 };
