export { apiKeys } from './apiKeys.ts';
export { roomParticipants } from './roomParticipants.ts';
export { roomSessions } from './roomSessions.ts';
export { rooms } from './rooms.ts';
export { signingKeys } from './signingKeys.ts';
