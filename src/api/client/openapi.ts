// Written by "node scripts/openapi/generate.ts" from the OpenAPI document of the server. Not to be edited.
export interface paths {
    "/v2/rooms/{room_id}/actions/refresh_client_token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew a join token */
        post: operations["refreshClientToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/public_key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the public key of webhook signatures */
        get: operations["readPublicKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List rooms */
        get: operations["listRooms"];
        put?: never;
        /** Create a room */
        post: operations["createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/rooms/{room_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a room */
        get: operations["readRoom"];
        put?: never;
        post?: never;
        /**
         * Delete a room
         * @description Everyone in it is disconnected, and it cannot be joined any more. Its sessions stay readable.
         */
        delete: operations["deleteRoom"];
        options?: never;
        head?: never;
        /** Change a room */
        patch: operations["updateRoom"];
        trace?: never;
    };
    "/v2/rooms/{room_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions of a room
         * @description The newest first.
         */
        get: operations["listSessionsOfRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions
         * @description Sessions of all rooms, deleted ones included; the newest first.
         */
        get: operations["listRoomSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions/{room_session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a session */
        get: operations["readRoomSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions/{room_session_id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the participants of a session
         * @description Who is or was in it; who joined last comes first.
         */
        get: operations["listParticipantsOfRoomSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List participants
         * @description Whoever is or was in a session; who joined last comes first.
         */
        get: operations["listRoomParticipants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_participants/{room_participant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a participant
         * @description The id is the one of the token, which a person may keep over several sessions: the one joined last is shown.
         */
        get: operations["readRoomParticipant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions/{room_session_id}/actions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session
         * @description Everyone in it is disconnected: session_terminated.
         */
        post: operations["endRoomSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions/{room_session_id}/actions/kick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove participants
         * @description They are disconnected: kicked.
         */
        post: operations["kickFromRoomSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions/{room_session_id}/actions/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute participants
         * @description They cannot undo it, nor by joining again.
         */
        post: operations["muteInRoomSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions/{room_session_id}/actions/unmute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unmute participants
         * @description They may turn on again what was kept off.
         */
        post: operations["unmuteInRoomSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_sessions/{room_session_id}/actions/change_grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change what participants may do
         * @description It takes effect at once.
         */
        post: operations["changeGrantsInRoomSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recordings */
        get: operations["listRoomRecordings"];
        put?: never;
        post?: never;
        /**
         * Delete recordings
         * @description All that pass the filters, with their files. One that goes on is stopped.
         */
        delete: operations["deleteRoomRecordings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_recordings/{room_recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a recording */
        get: operations["readRoomRecording"];
        put?: never;
        post?: never;
        /**
         * Delete a recording
         * @description With its file. One that goes on is stopped.
         */
        delete: operations["deleteRoomRecording"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_compositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List compositions */
        get: operations["listRoomCompositions"];
        put?: never;
        /**
         * Order a composition
         * @description One film of the recordings of a session. It is made when the session is over and all that was recorded is stored; status and progress tell how far it is.
         */
        post: operations["createRoomComposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/room_compositions/{room_composition_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a composition */
        get: operations["readRoomComposition"];
        put?: never;
        post?: never;
        /**
         * Delete a composition
         * @description With its file. One that is being made is given up.
         */
        delete: operations["deleteRoomComposition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/rooms/{room_id}/actions/generate_join_client_token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a join token and a refresh token */
        post: operations["generateJoinClientToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook_deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhook deliveries */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook_deliveries/{webhook_delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook delivery */
        get: operations["readWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook_deliveries/{webhook_delivery_id}/actions/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver an event again
         * @description At once, with all attempts before it, whatever came of it until now. The id stays the same.
         */
        post: operations["redeliverWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhook_secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the secret of webhook signatures */
        get: operations["readWebhookSecret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/rooms/{room_id}/actions/revoke_client_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke client tokens
         * @description They join and refresh no more, also after a restart of the server. Whoever is in the room by one of them is disconnected within a second: unauthorized.
         */
        post: operations["revokeClientTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ClientToken: {
            /** @description The access token: it joins the room. */
            token: string;
            /**
             * Format: date-time
             * @description When the access token is over.
             */
            token_expires_at: string;
            /** @description The refresh token: it gets further access tokens, and joins nothing. */
            refresh_token: string;
            /**
             * Format: date-time
             * @description When the refresh token is over.
             */
            refresh_token_expires_at: string;
            /** @description Where the client connects to. */
            server_url: string;
        };
        Errors: {
            /** @description What is wrong, one entry for each mistake. */
            errors: {
                /** @description What it is, in a few words. */
                title: string;
                /**
                 * @description What it is, for programs: it never changes.
                 * @enum {unknown}
                 */
                code: "api-key-missing" | "api-key-invalid" | "metrics-token-invalid" | "console-signed-out" | "console-request-forged" | "token-invalid" | "token-expired" | "token-revoked" | "token-forbidden" | "download-invalid" | "download-expired" | "too-many-rooms" | "origin-not-allowed" | "route-not-found" | "resource-not-found" | "body-too-large" | "media-type-unsupported" | "range-unsatisfiable" | "body-malformed" | "field-invalid" | "parameter-invalid" | "filter-unknown" | "filter-missing" | "session-ended" | "session-unknown" | "recording-unknown" | "nothing-recorded" | "participant-unknown" | "unique-name-taken" | "rate-limited" | "internal-error" | "server-closing";
                /** @description What is wrong, and what to do. */
                detail: string;
                /** @description Where the mistake is. */
                source?: {
                    /** @description JSON pointer to the field of the body. */
                    pointer?: string;
                    /** @description Name of the parameter. */
                    parameter?: string;
                };
                /** @description What else there is to say. */
                meta?: {
                    [key: string]: unknown;
                };
            }[];
        };
        RenewedClientToken: {
            /** @description The access token: it joins the room. */
            token: string;
            /**
             * Format: date-time
             * @description When the access token is over.
             */
            token_expires_at: string;
        };
        Room: {
            /**
             * Format: uuid
             * @description The id, a UUID; of a participant, the one in its token.
             */
            id: string;
            /**
             * @description What kind of resource this is.
             * @enum {string}
             */
            record_type: "room";
            /** @description A name that no other room has; null: none. */
            unique_name: string | null;
            /** @description How many may be in it at once. */
            max_participants: number;
            /** @description Whether everything that is published is recorded. */
            enable_recording: boolean;
            /**
             * Format: uuid
             * @description Id of the session that goes on; null: nobody is in it.
             */
            active_session_id: string | null;
            /** @description Where events are posted to, by http or https; null or "": nowhere. */
            webhook_event_url: string | null;
            /** @description Where they go when that fails; null or "": nowhere. */
            webhook_event_failover_url: string | null;
            /** @description How long an answer is waited for, in seconds; null: as long as the server sees fit. */
            webhook_timeout_secs: number | null;
            /** @description The codecs that are used, the preferred one first. */
            video_codecs: string[];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updated_at: string;
            /** @description With include_sessions: the newest 250. */
            sessions?: components["schemas"]["RoomSession"][];
        };
        RoomComposition: {
            /**
             * Format: uuid
             * @description The id, a UUID; of a participant, the one in its token.
             */
            id: string;
            /**
             * @description What kind of resource this is.
             * @enum {string}
             */
            record_type: "room_composition";
            /**
             * Format: uuid
             * @description Id of the room.
             */
            room_id: string;
            /**
             * Format: uuid
             * @description Id of the session.
             */
            session_id: string;
            /**
             * Format: uuid
             * @description The id of the API key that asked for it.
             */
            user_id: string | null;
            /**
             * @description How far it is.
             * @enum {unknown}
             */
            status: "enqueued" | "processing" | "completed" | "failed";
            /** @description How far it is, from 0 to 1. */
            progress: number;
            /** @description Why it failed. */
            failure_reason: string | null;
            /**
             * @description The container of the file.
             * @enum {string}
             */
            format: "mp4";
            /** @description Width x height in pixels. */
            resolution: string;
            video_layout: {
                [key: string]: components["schemas"]["VideoRegion"];
            };
            /** @description Ids of recordings, "*" for all of the session, or null for a film without sound. */
            audio_sources: string[] | null;
            /** @description Millions of bytes; null until it is completed. */
            size_mb: number | null;
            /** @description Null until it is completed. */
            duration_secs: number | null;
            /** @description Good for one hour, without an API key; null until it is completed. */
            download_url: string | null;
            /** @description Takes the place of that of the room. */
            webhook_event_url: string | null;
            /** @description Where events go that the other address does not take. */
            webhook_event_failover_url: string | null;
            /** @description How long an answer is waited for. */
            webhook_timeout_secs: number | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it began; null: it has not yet.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended; null: it goes on.
             */
            ended_at: string | null;
            /**
             * Format: date-time
             * @description When it was stored whole; null: it is not yet.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updated_at: string;
        };
        RoomParticipant: {
            /** @description The participant id that the client SDK shows. */
            id: string;
            /**
             * @description What kind of resource this is.
             * @enum {string}
             */
            record_type: "room_participant";
            /**
             * Format: uuid
             * @description Id of the session.
             */
            session_id: string;
            /** @description By the word of the token. */
            name: string | null;
            /** @description What the client said of itself; free text. */
            context: string | null;
            /**
             * Format: date-time
             * @description When they came in for the first time.
             */
            joined_at: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When they went; null: they are there.
             */
            left_at: string | null;
        };
        RoomRecording: {
            /**
             * Format: uuid
             * @description The id, a UUID; of a participant, the one in its token.
             */
            id: string;
            /**
             * @description What kind of resource this is.
             * @enum {string}
             */
            record_type: "room_recording";
            /**
             * Format: uuid
             * @description Id of the room.
             */
            room_id: string;
            /**
             * Format: uuid
             * @description Id of the session.
             */
            session_id: string;
            /** @description Id of the participant. */
            participant_id: string;
            /** @description The stream of the participant: self, presentation, … */
            stream_key: string;
            /**
             * @description Of sound or of pictures.
             * @enum {unknown}
             */
            type: "audio" | "video";
            /**
             * @description How far it is.
             * @enum {unknown}
             */
            status: "processing" | "completed" | "failed";
            /** @description opus, vp8, vp9 or h264. */
            codec: string;
            /** @description Millions of bytes; null while it goes on. */
            size_mb: number | null;
            /** @description Null while it goes on. */
            duration_secs: number | null;
            /** @description Good for one hour, without an API key; null while there is no file. */
            download_url: string | null;
            /** @description Why it failed. */
            failure_reason: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The moment at which the file begins, to the millisecond.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it ended; null: it goes on.
             */
            ended_at: string | null;
            /**
             * Format: date-time
             * @description When it was stored whole; null: it is not yet.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updated_at: string;
        };
        RoomSession: {
            /**
             * Format: uuid
             * @description The id, a UUID; of a participant, the one in its token.
             */
            id: string;
            /**
             * @description What kind of resource this is.
             * @enum {string}
             */
            record_type: "room_session";
            /**
             * Format: uuid
             * @description Id of the room.
             */
            room_id: string;
            /** @description Whether it goes on. */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When it ended; null: it goes on.
             */
            ended_at: string | null;
            /** @description With include_participants: the 250 who joined last. */
            participants?: components["schemas"]["RoomParticipant"][];
        };
        VideoRegion: {
            x_pos: number;
            y_pos: number;
            z_pos: number;
            width: number;
            height: number;
            /** @description Null: as many as are needed. */
            max_columns: number | null;
            /** @description Null: as many as are needed. */
            max_rows: number | null;
            /** @description Ids of recordings, or "*" for all of the session. */
            video_sources: string[];
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description The id of the event, and the webhook-id that receivers see.
             */
            id: string;
            /**
             * @description What kind of resource this is.
             * @enum {string}
             */
            record_type: "webhook_delivery";
            /** @enum {unknown} */
            event_type: "video.room.session.started" | "video.room.session.ended" | "video.room.participant.joined" | "video.room.participant.left" | "video.room.recording.started" | "video.room.recording.completed" | "video.room.recording.failed" | "video.room.composition.completed" | "video.room.composition.failed";
            /**
             * Format: uuid
             * @description Id of the room.
             */
            room_id: string;
            /**
             * Format: uuid
             * @description Id of the session.
             */
            session_id: string;
            /**
             * @description pending: it is tried (again) at next_attempt_at. failed: it was given up.
             * @enum {unknown}
             */
            status: "pending" | "delivered" | "failed";
            /** @description Where events are posted to, by http or https; null or "": nowhere. */
            webhook_event_url: string;
            /** @description Where it goes when the first URL does not take it. */
            webhook_event_failover_url: string | null;
            /** @description How often it was tried. */
            attempts: number;
            /** Format: date-time */
            last_attempt_at: string | null;
            last_status_code: number | null;
            /** @description Why the last attempt failed. */
            last_error: string | null;
            /** Format: date-time */
            next_attempt_at: string | null;
            /** @description The URL that took it. */
            delivered_to: string | null;
            /** @description What is told: the payload of the event. */
            payload: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            occurred_at: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updated_at: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    refreshClientToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the room. */
                room_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The refresh token: it gets further access tokens, and joins nothing. */
                    refresh_token: string;
                    /**
                     * @description Seconds that the access token is good for.
                     * @default 600
                     */
                    token_ttl_secs?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RenewedClientToken"];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readPublicKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description What kind of resource this is.
                             * @enum {string}
                             */
                            record_type: "public_key";
                            /** @description The Ed25519 public key: 32 bytes in base64. */
                            public: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRooms: {
        parameters: {
            query?: {
                /** @description On this day (UTC). */
                "filter[date_created_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_created_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_created_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_updated_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_updated_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_updated_at][lte]"?: string;
                /** @description The room of just this name. */
                "filter[unique_name]"?: string;
                /** @description Text that the unique_name holds, upper and lower case alike. */
                "filter[search]"?: string;
                /** @description With the newest 250 sessions of each room. */
                include_sessions?: boolean;
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["Room"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createRoom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A name that no other room has; null: none.
                     * @default null
                     */
                    unique_name?: string | null;
                    /**
                     * @description How many may be in it at once.
                     * @default 10
                     */
                    max_participants?: number;
                    /**
                     * @description Whether everything that is published is recorded.
                     * @default false
                     */
                    enable_recording?: boolean;
                    /**
                     * Format: uri
                     * @description Where events are posted to, by http or https; null or "": nowhere.
                     * @default null
                     */
                    webhook_event_url?: string | null;
                    /**
                     * Format: uri
                     * @description Where they go when that fails; null or "": nowhere.
                     * @default
                     */
                    webhook_event_failover_url?: string | null;
                    /**
                     * @description How long an answer is waited for, in seconds; null: as long as the server sees fit.
                     * @default null
                     */
                    webhook_timeout_secs?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["Room"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readRoom: {
        parameters: {
            query?: {
                /** @description With the newest 250 sessions of each room. */
                include_sessions?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the room. */
                room_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["Room"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRoom: {
        parameters: {
            query?: {
                /** @description Whether its recordings are deleted, too. */
                delete_recordings?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the room. */
                room_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    updateRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the room. */
                room_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A name that no other room has; null: none. */
                    unique_name?: string | null;
                    /** @description How many may be in it at once. */
                    max_participants?: number;
                    /** @description Whether everything that is published is recorded. */
                    enable_recording?: boolean;
                    /**
                     * Format: uri
                     * @description Where events are posted to, by http or https; null or "": nowhere.
                     */
                    webhook_event_url?: string | null;
                    /**
                     * Format: uri
                     * @description Where they go when that fails; null or "": nowhere.
                     */
                    webhook_event_failover_url?: string | null;
                    /** @description How long an answer is waited for, in seconds; null: as long as the server sees fit. */
                    webhook_timeout_secs?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["Room"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listSessionsOfRoom: {
        parameters: {
            query?: {
                /** @description On this day (UTC). */
                "filter[date_created_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_created_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_created_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_updated_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_updated_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_updated_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_ended_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_ended_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_ended_at][lte]"?: string;
                /** @description Whether the session goes on. */
                "filter[active]"?: boolean;
                /** @description With the participants of each session. */
                include_participants?: boolean;
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path: {
                /** @description Id of the room. */
                room_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomSession"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRoomSessions: {
        parameters: {
            query?: {
                /** @description Sessions of this room. */
                "filter[room_id]"?: string;
                /** @description On this day (UTC). */
                "filter[date_created_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_created_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_created_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_updated_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_updated_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_updated_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_ended_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_ended_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_ended_at][lte]"?: string;
                /** @description Whether the session goes on. */
                "filter[active]"?: boolean;
                /** @description With the participants of each session. */
                include_participants?: boolean;
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomSession"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readRoomSession: {
        parameters: {
            query?: {
                /** @description With the participants of each session. */
                include_participants?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the session. */
                room_session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomSession"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listParticipantsOfRoomSession: {
        parameters: {
            query?: {
                /** @description On this day (UTC). */
                "filter[date_joined_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_joined_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_joined_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_updated_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_updated_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_updated_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_left_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_left_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_left_at][lte]"?: string;
                /** @description Text that the context holds. Upper and lower case are told apart. */
                "filter[context]"?: string;
                /** @description Text that the name, the context or the id holds, upper and lower case alike. */
                "filter[search]"?: string;
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path: {
                /** @description Id of the session. */
                room_session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomParticipant"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRoomParticipants: {
        parameters: {
            query?: {
                /** @description Participants of this session. */
                "filter[session_id]"?: string;
                /** @description Participants of the sessions of this room. */
                "filter[room_id]"?: string;
                /** @description On this day (UTC). */
                "filter[date_joined_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_joined_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_joined_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_updated_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_updated_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_updated_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_left_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_left_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_left_at][lte]"?: string;
                /** @description Text that the context holds. Upper and lower case are told apart. */
                "filter[context]"?: string;
                /** @description Text that the name, the context or the id holds, upper and lower case alike. */
                "filter[search]"?: string;
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomParticipant"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readRoomParticipant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the participant. */
                room_participant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomParticipant"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    endRoomSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session. */
                room_session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description "ok": it is done.
                             * @enum {string}
                             */
                            result: "ok";
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    kickFromRoomSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session. */
                room_session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description "all", or a list of participant ids. */
                    participants: string | string[];
                    /** @description Ids of whom it is not about. */
                    exclude?: string[];
                    /**
                     * @description For how many seconds the same signed identity is not let into the room again.
                     * @default 0
                     */
                    ban_secs?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description "ok": it is done.
                             * @enum {string}
                             */
                            result: "ok";
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    muteInRoomSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session. */
                room_session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description "all", or a list of participant ids. */
                    participants: string | string[];
                    /** @description Ids of whom it is not about. */
                    exclude?: string[];
                    /**
                     * @description What is kept off: the sound of all streams, the picture of all but shared screens, shared screens.
                     * @default [
                     *       "audio"
                     *     ]
                     */
                    sources?: ("audio" | "video" | "presentation")[];
                    /** @description Shown to those who are muted. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description "ok": it is done.
                             * @enum {string}
                             */
                            result: "ok";
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    unmuteInRoomSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session. */
                room_session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description "all", or a list of participant ids. */
                    participants: string | string[];
                    /** @description Ids of whom it is not about. */
                    exclude?: string[];
                    /**
                     * @description What is kept off: the sound of all streams, the picture of all but shared screens, shared screens.
                     * @default [
                     *       "audio"
                     *     ]
                     */
                    sources?: ("audio" | "video" | "presentation")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description "ok": it is done.
                             * @enum {string}
                             */
                            result: "ok";
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    changeGrantsInRoomSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session. */
                room_session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description "all", or a list of participant ids. */
                    participants: string | string[];
                    /** @description Ids of whom it is not about. */
                    exclude?: string[];
                    /** @description What is left out stays as it is. It counts for the session, whatever new tokens say. */
                    grants: {
                        /** @description What may be sent. */
                        publish?: ("audio" | "video" | "presentation")[];
                        /** @description May receive the streams of others. */
                        subscribe?: boolean;
                        /** @description May write messages and react. */
                        message?: boolean;
                        /** @description Gets the messages of before it came. */
                        history?: boolean;
                        /** @description May mute, unmute and remove others, let in who waits, and end the session. */
                        moderate?: boolean;
                        /** @description May start and stop recordings. */
                        record?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description "ok": it is done.
                             * @enum {string}
                             */
                            result: "ok";
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRoomRecordings: {
        parameters: {
            query?: {
                /** @description On this day (UTC). */
                "filter[date_started_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_started_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_started_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_ended_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_ended_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_ended_at][lte]"?: string;
                /** @description Those of this room. */
                "filter[room_id]"?: string;
                /** @description Those of this session. */
                "filter[session_id]"?: string;
                /** @description Those of this participant. */
                "filter[participant_id]"?: string;
                /** @description Those that are so far. */
                "filter[status]"?: "processing" | "completed" | "failed";
                /** @description Those of this type. */
                "filter[type]"?: "audio" | "video";
                /** @description At least so long. */
                "filter[duration_secs]"?: number;
                /** @description Just so long. */
                "filter[duration_secs][eq]"?: number;
                /** @description At least so long. */
                "filter[duration_secs][gte]"?: number;
                /** @description At most so long. */
                "filter[duration_secs][lte]"?: number;
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomRecording"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRoomRecordings: {
        parameters: {
            query?: {
                /** @description On this day (UTC). */
                "filter[date_started_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_started_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_started_at][lte]"?: string;
                /** @description On this day (UTC). */
                "filter[date_ended_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_ended_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_ended_at][lte]"?: string;
                /** @description Those of this room. */
                "filter[room_id]"?: string;
                /** @description Those of this session. */
                "filter[session_id]"?: string;
                /** @description Those of this participant. */
                "filter[participant_id]"?: string;
                /** @description Those that are so far. */
                "filter[status]"?: "processing" | "completed" | "failed";
                /** @description Those of this type. */
                "filter[type]"?: "audio" | "video";
                /** @description At least so long. */
                "filter[duration_secs]"?: number;
                /** @description Just so long. */
                "filter[duration_secs][eq]"?: number;
                /** @description At least so long. */
                "filter[duration_secs][gte]"?: number;
                /** @description At most so long. */
                "filter[duration_secs][lte]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /** @description How many were deleted. */
                            room_recordings: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readRoomRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the recording. */
                room_recording_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomRecording"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRoomRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the recording. */
                room_recording_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listRoomCompositions: {
        parameters: {
            query?: {
                /** @description On this day (UTC). */
                "filter[date_created_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_created_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_created_at][lte]"?: string;
                /** @description Those of this room. */
                "filter[room_id]"?: string;
                /** @description Those of this session. */
                "filter[session_id]"?: string;
                /** @description Those that are so far. */
                "filter[status]"?: "enqueued" | "processing" | "completed" | "failed";
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomComposition"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    createRoomComposition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the session.
                     */
                    session_id: string;
                    /**
                     * @description The container of the file.
                     * @default mp4
                     * @enum {unknown}
                     */
                    format?: "mp4" | null;
                    /**
                     * @description Width x height in pixels, 1280x720 if left out. Odd numbers are made even, downwards.
                     * @default null
                     */
                    resolution?: string | null;
                    /**
                     * @description Regions by name. Left out or empty: one region with everyone.
                     * @default null
                     */
                    video_layout?: {
                        [key: string]: {
                            /**
                             * @description Pixels from the left edge of the picture.
                             * @default 0
                             */
                            x_pos?: number | null;
                            /**
                             * @description Pixels from its upper edge.
                             * @default 0
                             */
                            y_pos?: number | null;
                            /**
                             * @description Regions with a higher one are on top.
                             * @default 0
                             */
                            z_pos?: number | null;
                            /**
                             * @description In pixels; left out, to the right edge.
                             * @default null
                             */
                            width?: number | null;
                            /**
                             * @description In pixels; left out, to the lower edge.
                             * @default null
                             */
                            height?: number | null;
                            /**
                             * @description How many cells stand side by side at most; left out, as many as are needed.
                             * @default null
                             */
                            max_columns?: number | null;
                            /**
                             * @description How many rows of cells there are at most; left out, as many as are needed.
                             * @default null
                             */
                            max_rows?: number | null;
                            /**
                             * @description Ids of video recordings in the order of their cells, or "*" for all in the order they come.
                             * @default *
                             */
                            video_sources?: string | string[] | null;
                        };
                    } | null;
                    /**
                     * @description Ids of audio recordings, "*" for all, or null for a film without sound.
                     * @default *
                     */
                    audio_sources?: string | string[] | null;
                    /**
                     * Format: uri
                     * @description Where events are posted to, by http or https; null or "": nowhere.
                     * @default null
                     */
                    webhook_event_url?: string | null;
                    /**
                     * Format: uri
                     * @description Where they go when that fails; null or "": nowhere.
                     * @default
                     */
                    webhook_event_failover_url?: string | null;
                    /**
                     * @description How long an answer is waited for.
                     * @default null
                     */
                    webhook_timeout_secs?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomComposition"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readRoomComposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the composition. */
                room_composition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["RoomComposition"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    deleteRoomComposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the composition. */
                room_composition_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    generateJoinClientToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the room. */
                room_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Seconds that the access token is good for.
                     * @default 600
                     */
                    token_ttl_secs?: number;
                    /**
                     * @description Seconds that the refresh token is good for.
                     * @default 3600
                     */
                    refresh_token_ttl_secs?: number;
                    /** @description Who the bearer is, signed into the token. Without an id one is made. */
                    participant?: {
                        /** @description The id, a UUID; of a participant, the one in its token. */
                        id?: string;
                        /** @description What the person is called. */
                        name?: string;
                        /** @description At most 4 kB as JSON. */
                        metadata?: {
                            [key: string]: unknown;
                        };
                    };
                    /** @description What the bearer may do. What is left out: publish everything, subscribe, message and history. */
                    grants?: {
                        /** @description What may be sent. */
                        publish?: ("audio" | "video" | "presentation")[];
                        /** @description May receive the streams of others. */
                        subscribe?: boolean;
                        /** @description May write messages and react. */
                        message?: boolean;
                        /** @description Gets the messages of before it came. */
                        history?: boolean;
                        /** @description May mute, unmute and remove others, let in who waits, and end the session. */
                        moderate?: boolean;
                        /** @description May start and stop recordings. */
                        record?: boolean;
                        /** @description Has to be let in by somebody who may moderate. Who may moderate never has to. */
                        wait?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["ClientToken"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description On this day (UTC). */
                "filter[date_created_at][eq]"?: string;
                /** @description On this day or after (UTC). */
                "filter[date_created_at][gte]"?: string;
                /** @description On this day or before (UTC). */
                "filter[date_created_at][lte]"?: string;
                /** @description pending: it is tried (again) at next_attempt_at. failed: it was given up. */
                "filter[status]"?: "pending" | "delivered" | "failed";
                /** @description Those of this event. */
                "filter[event_type]"?: "video.room.session.started" | "video.room.session.ended" | "video.room.participant.joined" | "video.room.participant.left" | "video.room.recording.started" | "video.room.recording.completed" | "video.room.recording.failed" | "video.room.composition.completed" | "video.room.composition.failed";
                /** @description Those of this room. */
                "filter[room_id]"?: string;
                /** @description Those of this session. */
                "filter[session_id]"?: string;
                /** @description Which page, from 1. */
                "page[number]"?: number;
                /** @description How many a page holds, 1 to 250. */
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["WebhookDelivery"][];
                        /** @description What else there is to say. */
                        meta: {
                            /** @description The page that this is, from 1. */
                            page_number: number;
                            /** @description How many a page holds. */
                            page_size: number;
                            /** @description How many pages there are. */
                            total_pages: number;
                            /** @description How many there are on all pages. */
                            total_results: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery. */
                webhook_delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["WebhookDelivery"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    redeliverWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery. */
                webhook_delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: components["schemas"]["WebhookDelivery"];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    readWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description What kind of resource this is.
                             * @enum {string}
                             */
                            record_type: "webhook_secret";
                            /** @description The secret of Standard Webhooks: "whsec_" and the key in base64. */
                            secret: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
    revokeClientTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the room. */
                room_id: string;
            };
            cookie?: never;
        };
        /** @description At least one of the lists has an entry. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description All tokens that these participants have for this room. Tokens that are issued later are good.
                     * @default []
                     */
                    participant_ids?: string[];
                    /**
                     * @description Client tokens of this room, each with the refresh token and the access tokens that belong to it.
                     * @default []
                     */
                    tokens?: string[];
                    /**
                     * @description Ids (jti) of single tokens. That of a refresh token stands for the access tokens made with it, too.
                     * @default []
                     */
                    jtis?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for. */
                        data: {
                            /**
                             * @description "ok": it is done.
                             * @enum {string}
                             */
                            result: "ok";
                        };
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description Default Response */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
        };
    };
}
