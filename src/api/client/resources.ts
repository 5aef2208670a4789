import type { components, operations } from './openapi.ts';

type Schemas = components['schemas'];

/** What a request of this operation carries. */
type BodyOf<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

/** A room, as the server keeps it. Not the live one: that is `Room` of `parlour/engine`. */
export type RoomResource = Schemas['Room'];
/** A meeting in a room: from the first who joins to the last who leaves. */
export type RoomSessionResource = Schemas['RoomSession'];
/** Somebody who is or was in a session. */
export type RoomParticipantResource = Schemas['RoomParticipant'];
/** A recorded track. */
export type RoomRecordingResource = Schemas['RoomRecording'];
/** One film made of the recordings of a session. */
export type RoomCompositionResource = Schemas['RoomComposition'];
/** The delivery of an event to a webhook. */
export type WebhookDeliveryResource = Schemas['WebhookDelivery'];
/** A pair of tokens for one person and one room, and where to join. */
export type ClientTokenResource = Schemas['ClientToken'];
/** A new access token of the same pair. */
export type RenewedClientTokenResource = Schemas['RenewedClientToken'];

/** What a new room is to be like. Everything has a default. */
export type CreateRoomInput = BodyOf<'createRoom'>;
/** What is to be changed of a room; what is left out stays. */
export type UpdateRoomInput = BodyOf<'updateRoom'>;
/** Who a token is for, what it allows and how long it is good. */
export type ClientTokenInput = BodyOf<'generateJoinClientToken'>;
/** The refresh token, and how long the new token is to be good. */
export type RenewClientTokenInput = BodyOf<'refreshClientToken'>;
/** Which tokens are void from now on. */
export type RevokeClientTokensInput = BodyOf<'revokeClientTokens'>;
/** Who is removed, and for how long they are not let in again. */
export type KickParticipantsInput = BodyOf<'kickFromRoomSession'>;
/** Who is muted, what of theirs, and why. */
export type MuteParticipantsInput = BodyOf<'muteInRoomSession'>;
/** Who may turn on again what was kept off. */
export type UnmuteParticipantsInput = BodyOf<'unmuteInRoomSession'>;
/** Whose grants change, and to what. */
export type ChangeGrantsInput = BodyOf<'changeGrantsInRoomSession'>;
/** Of which session a film is to be made, and how it is to look. */
export type CreateCompositionInput = BodyOf<'createRoomComposition'>;

/** A page of a list, and where in the list it is. */
export interface Page<Resource> {
  readonly data: readonly Resource[];
  readonly meta: {
    /** From 1. */
    readonly page_number: number;
    readonly page_size: number;
    readonly total_pages: number;
    readonly total_results: number;
  };
}
