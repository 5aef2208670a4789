DROP INDEX "room_participants_id_index";--> statement-breakpoint
DROP INDEX "room_participants_joined_at_index";--> statement-breakpoint
CREATE INDEX "room_participants_session_index" ON "room_participants" USING btree ("session_id","joined_at","id");--> statement-breakpoint
CREATE INDEX "room_participants_updated_at_index" ON "room_participants" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "room_participants_left_at_index" ON "room_participants" USING btree ("left_at");--> statement-breakpoint
CREATE INDEX "room_sessions_updated_at_index" ON "room_sessions" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "room_sessions_ended_at_index" ON "room_sessions" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "rooms_updated_at_index" ON "rooms" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "room_participants_id_index" ON "room_participants" USING btree ("id","joined_at");--> statement-breakpoint
CREATE INDEX "room_participants_joined_at_index" ON "room_participants" USING btree ("joined_at","id","session_id");