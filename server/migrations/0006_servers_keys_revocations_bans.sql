CREATE TABLE "room_bans" (
	"room_id" uuid NOT NULL,
	"participant_id" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_bans_room_id_participant_id_pk" PRIMARY KEY("room_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token_revocations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"participant_id" text,
	"jti" text,
	"revoked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "origin" text DEFAULT 'settings' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "room_participants" ADD COLUMN "server_id" uuid;--> statement-breakpoint
ALTER TABLE "room_sessions" ADD COLUMN "server_id" uuid;--> statement-breakpoint
CREATE INDEX "room_bans_until_index" ON "room_bans" USING btree ("until");--> statement-breakpoint
CREATE INDEX "room_bans_updated_at_index" ON "room_bans" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "token_revocations_revoked_at_index" ON "token_revocations" USING btree ("revoked_at");--> statement-breakpoint
CREATE INDEX "token_revocations_expires_at_index" ON "token_revocations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "room_participants_present_index" ON "room_participants" USING btree ("server_id") WHERE "room_participants"."left_at" is null;--> statement-breakpoint
-- Before, a key that left the settings was marked so; now that says that somebody revoked it.
UPDATE "api_keys" SET "revoked_at" = NULL;
