DROP INDEX "app"."customers_clerk_idx";--> statement-breakpoint
CREATE INDEX "decisions_vendor_kind_idx" ON "app"."decisions" USING btree ("reseller_id","state","folded","vendor","kind","sort_on","id");--> statement-breakpoint
CREATE INDEX "customers_clerk_idx" ON "app"."customers" USING btree ("reseller_id","clerk_id","name" collate "de-x-icu","id");