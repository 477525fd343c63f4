ALTER TABLE "app"."price_rows" DROP CONSTRAINT "price_rows_key";--> statement-breakpoint
ALTER TABLE "app"."price_rows" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."price_rows" ADD COLUMN "recorded_by_name" text;--> statement-breakpoint
ALTER TABLE "app"."price_rows" ADD COLUMN "withdrawn_by_name" text;--> statement-breakpoint
ALTER TABLE "app"."price_rows" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."price_rows" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "price_rows_key" ON "app"."price_rows" USING btree ("reseller_id","vendor","sku","kind","dimensions","valid_from") WHERE "app"."price_rows"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "price_rows_list_idx" ON "app"."price_rows" USING btree ("reseller_id","vendor","sku","kind","dimensions","valid_from","id");--> statement-breakpoint
-- Rows are only ever added; the one change is that a wrong row is withdrawn.
revoke update, delete on "app"."price_rows" from portal_staff;--> statement-breakpoint
grant update ("withdrawn_at", "withdrawn_by", "withdrawn_by_name") on "app"."price_rows" to portal_staff;--> statement-breakpoint
create function app.refuse_price_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'a withdrawn price row stays withdrawn' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;--> statement-breakpoint
create trigger withdrawn_once before update on "app"."price_rows" for each row execute function app.refuse_price_change();--> statement-breakpoint
create trigger never_deleted before delete or truncate on "app"."price_rows" for each statement execute function app.refuse_change();
