CREATE TABLE "app"."stock_rows" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"customer_number" text NOT NULL,
	"customer_name" text collate "de-x-icu" NOT NULL,
	"clerk_id" uuid,
	"system_id" uuid NOT NULL,
	"system_name" text collate "de-x-icu" NOT NULL,
	"contract_id" uuid,
	"vendor" text NOT NULL,
	"product" text collate "de-x-icu" NOT NULL,
	"sku" text NOT NULL,
	"article_key" text NOT NULL,
	"article_de" text collate "de-x-icu" NOT NULL,
	"article_en" text collate "de-x-icu" NOT NULL,
	"tier" text,
	"quantity" integer,
	"billing_party" text,
	"since_on" date,
	"term_ends_on" date,
	"cancellable_to" date,
	"notice_due_on" date,
	"send_by_on" date,
	"ends_on" date,
	"monthly_cents" bigint,
	"paid_cents" bigint,
	"state" text NOT NULL,
	"stale_after" date,
	CONSTRAINT "stock_rows_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."stock_views" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "stock_views_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."stock_words" (
	"reseller_id" uuid NOT NULL,
	"word" text NOT NULL,
	"subject_id" uuid NOT NULL,
	CONSTRAINT "stock_words_reseller_id_word_subject_id_pk" PRIMARY KEY("reseller_id","word","subject_id")
);
--> statement-breakpoint
ALTER TABLE "app"."customers" ADD COLUMN "in_stock" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."stock_rows" ADD CONSTRAINT "stock_rows_reseller_id_customer_id_system_id_systems_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","system_id") REFERENCES "app"."systems"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stock_views" ADD CONSTRAINT "stock_views_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stock_words" ADD CONSTRAINT "stock_words_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stock_customer_idx" ON "app"."stock_rows" USING btree ("reseller_id","customer_name","customer_number","system_name","id");--> statement-breakpoint
CREATE INDEX "stock_article_de_idx" ON "app"."stock_rows" USING btree ("reseller_id","article_de","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_article_en_idx" ON "app"."stock_rows" USING btree ("reseller_id","article_en","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_vendor_idx" ON "app"."stock_rows" USING btree ("reseller_id","product","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_quantity_idx" ON "app"."stock_rows" USING btree ("reseller_id","quantity","id");--> statement-breakpoint
CREATE INDEX "stock_send_by_idx" ON "app"."stock_rows" USING btree ("reseller_id","send_by_on","id");--> statement-breakpoint
CREATE INDEX "stock_term_end_idx" ON "app"."stock_rows" USING btree ("reseller_id","term_ends_on","id");--> statement-breakpoint
CREATE INDEX "stock_amount_idx" ON "app"."stock_rows" USING btree ("reseller_id","monthly_cents","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_customer_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","customer_name","customer_number","system_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_article_de_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","article_de","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_article_en_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","article_en","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_vendor_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","product","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_quantity_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","quantity","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_send_by_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","send_by_on","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_term_end_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","term_ends_on","id");--> statement-breakpoint
CREATE INDEX "stock_of_state_amount_idx" ON "app"."stock_rows" USING btree ("reseller_id","state","monthly_cents","id");--> statement-breakpoint
CREATE INDEX "stock_of_vendor_customer_idx" ON "app"."stock_rows" USING btree ("reseller_id","vendor","state","customer_name","customer_number","system_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_vendor_article_de_idx" ON "app"."stock_rows" USING btree ("reseller_id","vendor","state","article_de","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_vendor_article_en_idx" ON "app"."stock_rows" USING btree ("reseller_id","vendor","state","article_en","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_vendor_quantity_idx" ON "app"."stock_rows" USING btree ("reseller_id","vendor","state","quantity","id");--> statement-breakpoint
CREATE INDEX "stock_of_vendor_send_by_idx" ON "app"."stock_rows" USING btree ("reseller_id","vendor","state","send_by_on","id");--> statement-breakpoint
CREATE INDEX "stock_of_vendor_term_end_idx" ON "app"."stock_rows" USING btree ("reseller_id","vendor","state","term_ends_on","id");--> statement-breakpoint
CREATE INDEX "stock_of_vendor_amount_idx" ON "app"."stock_rows" USING btree ("reseller_id","vendor","state","monthly_cents","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_customer_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","customer_name","customer_number","system_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_article_de_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","article_de","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_article_en_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","article_en","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_vendor_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","product","customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_quantity_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","quantity","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_send_by_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","send_by_on","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_term_end_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","term_ends_on","id");--> statement-breakpoint
CREATE INDEX "stock_of_clerk_amount_idx" ON "app"."stock_rows" USING btree ("reseller_id","clerk_id","state","monthly_cents","id");--> statement-breakpoint
CREATE INDEX "stock_of_one_customer_idx" ON "app"."stock_rows" USING btree ("reseller_id","customer_id");--> statement-breakpoint
CREATE INDEX "stock_of_system_idx" ON "app"."stock_rows" USING btree ("reseller_id","system_id");--> statement-breakpoint
CREATE INDEX "stock_of_article_idx" ON "app"."stock_rows" USING btree ("reseller_id","article_key");--> statement-breakpoint
CREATE INDEX "stock_stale_idx" ON "app"."stock_rows" USING btree ("reseller_id","stale_after");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_views_name_key" ON "app"."stock_views" USING btree ("reseller_id","person_id","name") WHERE "app"."stock_views"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "stock_views_shared_idx" ON "app"."stock_views" USING btree ("reseller_id","shared");--> statement-breakpoint
CREATE INDEX "stock_words_subject_idx" ON "app"."stock_words" USING btree ("reseller_id","subject_id","word");--> statement-breakpoint
CREATE INDEX "customers_not_in_stock_idx" ON "app"."customers" USING btree ("reseller_id","id") WHERE not "app"."customers"."in_stock";--> statement-breakpoint
-- Bestand is the reseller's: no customer reads it. Views are taken away by a mark, so that it can be undone.
do $$
declare
  name text;
  tenant constant text := 'reseller_id = (select nullif(current_setting(''app.reseller_id'', true), '''')::uuid)';
begin
  foreach name in array array['stock_rows', 'stock_words', 'stock_views'] loop
    execute format('alter table app.%I enable row level security', name);
    execute format('alter table app.%I force row level security', name);
    execute format('create policy staff on app.%I to portal_staff using (%s) with check (%s)', name, tenant, tenant);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update, delete on "app"."stock_rows" to portal_staff;
--> statement-breakpoint
grant select, insert, delete on "app"."stock_words" to portal_staff;
--> statement-breakpoint
grant select, insert, update on "app"."stock_views" to portal_staff;
