ALTER TABLE "rooms" ADD COLUMN "api_key_id" uuid;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rooms_api_key_index" ON "rooms" USING btree ("api_key_id") WHERE "rooms"."deleted_at" is null;