export { apiKeys } from './apiKeys.ts';
export { roomParticipants } from './roomParticipants.ts';
export { roomRecordings } from './roomRecordings.ts';
export { roomSessions } from './roomSessions.ts';
export { rooms } from './rooms.ts';
export { secrets } from './secrets.ts';
export { signingKeys } from './signingKeys.ts';
export { webhookDeliveries } from './webhookDeliveries.ts';
