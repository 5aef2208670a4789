CREATE TABLE "room_recordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"participant_id" text NOT NULL,
	"stream_key" text NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"codec" text NOT NULL,
	"storage_key" text,
	"size_bytes" bigint,
	"duration_ms" integer,
	"failure_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_recordings" ADD CONSTRAINT "room_recordings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_recordings" ADD CONSTRAINT "room_recordings_session_id_room_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."room_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_recordings_created_at_index" ON "room_recordings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "room_recordings_room_index" ON "room_recordings" USING btree ("room_id","created_at","id");--> statement-breakpoint
CREATE INDEX "room_recordings_session_index" ON "room_recordings" USING btree ("session_id","created_at","id");