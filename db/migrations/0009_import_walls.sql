do $$
declare
  name text;
  tenant constant text := 'reseller_id = (select nullif(current_setting(''app.reseller_id'', true), '''')::uuid)';
begin
  foreach name in array array['imports', 'import_chunks', 'import_findings', 'import_effects', 'import_mappings'] loop
    execute format('alter table app.%I enable row level security', name);
    execute format('alter table app.%I force row level security', name);
    execute format('create policy staff on app.%I to portal_staff using (%s) with check (%s)', name, tenant, tenant);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update on "app"."imports", "app"."import_mappings" to portal_staff;
--> statement-breakpoint
-- The file goes when it is done with, and findings when the file is checked again.
grant select, insert, delete on "app"."import_chunks", "app"."import_findings" to portal_staff;
--> statement-breakpoint
grant select, insert on "app"."import_effects" to portal_staff;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on "app"."import_effects" for each statement execute function app.refuse_change();
