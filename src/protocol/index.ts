export { answers, answerTo } from './answers.ts';
export {
  type TestAction,
  type TestActionAnswer,
  type TestActionData,
  type TestTransportInfo,
  testActions,
  testRequest,
} from './connectionTest.ts';
export {
  type ConsumerBatch,
  packConsumers,
  type UnpackedConsumer,
  unpackConsumers,
} from './consumers.ts';
export {
  type CapabilitiesAnswer,
  capabilitiesAnswer,
  type InitialDemand,
  type JoinAnswer,
  type JoinRequest,
  joinAnswer,
  joinRequest,
} from './join.ts';
export { type LobbyAnswer, type LobbyRequest, lobbyAnswer, lobbyRequest } from './lobby.ts';
export type {
  DtlsParameters,
  IceParameters,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
  TransportInfo,
} from './media.ts';
export { MAX_REACTION_LENGTH, MAX_TEXT_BYTES, messageBytes } from './messageSize.ts';
export type { MessageInfo, MessageResult, OutgoingMessage } from './messages.ts';
export type { Censored, Censorship, Source } from './moderation.ts';
export {
  type DisconnectReason,
  type Notification,
  type NotificationData,
  type NotificationMethod,
  notifications,
  sequenceNumber,
  VOLATILE,
} from './notifications.ts';
export type { Grants, ParticipantInfo, StreamInfo, StreamKind } from './participant.ts';
export type { ProducerInfo, PublishedStream } from './published.ts';
export type { QualityLevel } from './quality.ts';
export {
  type ConsumerUpdate,
  type RequestAnswer,
  type RequestData,
  type RequestInput,
  type RequestMethod,
  requests,
  type SubscriptionInfo,
} from './requests.ts';
export { censorshipOf, PRESENTATION, sourceOf } from './sources.ts';
export {
  MAX_BAN_SECS,
  MAX_BATCH,
  MAX_CONTEXT_LENGTH,
  MAX_JOIN_LENGTH,
  MAX_MESSAGE_LENGTH,
  PROTOCOL_VERSION,
} from './version.ts';
export { type WaitAnswer, type WaitingInfo, type WaitRequest, waitAnswer, waitRequest } from './waiting.ts';
export { formatErrorReason, parseErrorReason, wireError } from './wireError.ts';
