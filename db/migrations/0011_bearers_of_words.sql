-- Who has the name is read from the rows: the owner is bound by row-level security like everybody, and steps out of it for that.
ALTER TABLE "app"."systems" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "app"."customers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "app"."stock_words" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "app"."stock_words" ADD COLUMN "bearer" text;--> statement-breakpoint
UPDATE "app"."stock_words" AS w SET "bearer" = CASE
  WHEN EXISTS (SELECT FROM "app"."customers" AS c WHERE c."reseller_id" = w."reseller_id" AND c."id" = w."subject_id") THEN 'customer'
  ELSE coalesce((SELECT s."vendor" FROM "app"."systems" AS s WHERE s."reseller_id" = w."reseller_id" AND s."id" = w."subject_id"), 'row')
END;--> statement-breakpoint
ALTER TABLE "app"."stock_words" ALTER COLUMN "bearer" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."systems" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "app"."customers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "app"."stock_words" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "app"."stock_words_subject_idx";--> statement-breakpoint
ALTER TABLE "app"."stock_words" DROP CONSTRAINT "stock_words_reseller_id_word_subject_id_pk";--> statement-breakpoint
ALTER TABLE "app"."stock_words" ADD CONSTRAINT "stock_words_reseller_id_word_bearer_subject_id_pk" PRIMARY KEY("reseller_id","word","bearer","subject_id");--> statement-breakpoint
CREATE INDEX "stock_words_subject_idx" ON "app"."stock_words" USING btree ("reseller_id","subject_id","word","bearer");
