CREATE TABLE "room_compositions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"api_key_id" uuid,
	"status" text NOT NULL,
	"progress" real NOT NULL,
	"format" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"video_layout" json NOT NULL,
	"audio_sources" json,
	"webhook_event_url" text,
	"webhook_event_failover_url" text,
	"webhook_timeout_secs" integer,
	"storage_key" text,
	"size_bytes" bigint,
	"duration_ms" integer,
	"failure_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_compositions" ADD CONSTRAINT "room_compositions_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_compositions" ADD CONSTRAINT "room_compositions_session_id_room_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."room_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_compositions_created_at_index" ON "room_compositions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "room_compositions_session_index" ON "room_compositions" USING btree ("session_id","created_at","id");