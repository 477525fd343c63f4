DROP INDEX "app"."customers_name_idx";--> statement-breakpoint
CREATE INDEX "customers_name_idx" ON "app"."customers" USING btree ("reseller_id","name" collate "de-x-icu","id");