-- An unconfirmed notice stands in the queue by the day that it is shown by.
ALTER TABLE "app"."decisions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "app"."decisions" SET "sort_on" = "send_by_on" WHERE "kind" = 'notice-unconfirmed' AND "send_by_on" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."decisions" FORCE ROW LEVEL SECURITY;
