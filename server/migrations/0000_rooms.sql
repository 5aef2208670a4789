CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "room_participants" (
	"id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"context" text,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "room_participants_session_id_id_pk" PRIMARY KEY("session_id","id")
);
--> statement-breakpoint
CREATE TABLE "room_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unique_name" text,
	"max_participants" integer NOT NULL,
	"enable_recording" boolean NOT NULL,
	"webhook_event_url" text,
	"webhook_event_failover_url" text,
	"webhook_timeout_secs" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_jwk" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "room_participants" ADD CONSTRAINT "room_participants_session_id_room_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."room_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_sessions" ADD CONSTRAINT "room_sessions_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_participants_id_index" ON "room_participants" USING btree ("id");--> statement-breakpoint
CREATE INDEX "room_participants_joined_at_index" ON "room_participants" USING btree ("joined_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "room_sessions_active_index" ON "room_sessions" USING btree ("room_id") WHERE "room_sessions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "room_sessions_room_index" ON "room_sessions" USING btree ("room_id","created_at","id");--> statement-breakpoint
CREATE INDEX "room_sessions_created_at_index" ON "room_sessions" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_unique_name_index" ON "rooms" USING btree ("unique_name") WHERE "rooms"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "rooms_created_at_index" ON "rooms" USING btree ("created_at","id");