CREATE TABLE "room_admissions" (
	"room_id" uuid NOT NULL,
	"participant_id" text NOT NULL,
	"admitted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_admissions_room_id_participant_id_pk" PRIMARY KEY("room_id","participant_id")
);
--> statement-breakpoint
CREATE INDEX "room_admissions_admitted_at_index" ON "room_admissions" USING btree ("admitted_at");