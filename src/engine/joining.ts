/** What only somebody needs who is about to join, and nobody before. It is loaded by `loadJoining`, and not imported otherwise. */
export { LobbyPlace } from './LobbyPlace.ts';
export { Session } from './Session.ts';
