-- Roles belong to the whole cluster and not to one database: made only if missing, also when two databases are migrated at once.
-- `portal_app` logs in (its password is set outside); it has no rights of its own and inherits none: every transaction takes a role.
do $$
declare
  name text;
begin
  foreach name in array array['portal_staff', 'portal_customer', 'portal_auth', 'portal_platform', 'portal_app'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin noinherit nobypassrls', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  foreach name in array array['portal_staff', 'portal_customer', 'portal_auth', 'portal_platform'] loop
    if not pg_has_role('portal_app', name, 'set') then
      begin
        execute format('grant %I to portal_app with inherit false, set true', name);
      exception when unique_violation or internal_error then null;
      end;
    end if;
  end loop;
end
$$;
--> statement-breakpoint
revoke all on schema public from public;
--> statement-breakpoint
grant usage on schema app to portal_staff, portal_customer, portal_auth, portal_platform;
--> statement-breakpoint
grant usage on schema auth to portal_auth, portal_platform;
--> statement-breakpoint
-- One policy text for every tenant table. `set_config(..., true)` leaves '' behind and not null, hence nullif; the subselect is
-- evaluated once for each statement and not for each row. Without a tenant the comparison is null: no row.
do $$
declare
  name text;
  tenant constant text := 'reseller_id = (select nullif(current_setting(''app.reseller_id'', true), '''')::uuid)';
  customer constant text := '(select nullif(current_setting(''app.customer_id'', true), '''')::uuid)';
begin
  for name in select tablename from pg_tables where schemaname = 'app' loop
    execute format('alter table app.%I enable row level security', name);
    execute format('alter table app.%I force row level security', name);
  end loop;
  foreach name in array array['customers', 'systems', 'licences', 'purchases', 'contracts', 'contract_rules', 'positions', 'terms', 'notices',
                              'price_rows', 'decisions', 'decision_records'] loop
    execute format('create policy staff on app.%I to portal_staff using (%s) with check (%s)', name, tenant, tenant);
  end loop;
  foreach name in array array['systems', 'licences', 'purchases', 'contracts', 'contract_rules', 'positions', 'terms', 'notices'] loop
    execute format('create policy customer on app.%I for select to portal_customer using (%s and customer_id = %s)', name, tenant, customer);
  end loop;
  execute format('create policy customer on app.customers for select to portal_customer using (%s and id = %s)', tenant, customer);
  execute format('create policy staff on app.resellers for select to portal_staff using (%s)', tenant);
  execute format('create policy customer on app.resellers for select to portal_customer using (%s)', tenant);
end
$$;
--> statement-breakpoint
-- Before a tenant is known only resellers' names are, and the platform's own role makes resellers.
create policy sign_in on app.resellers for select to portal_auth using (true);
--> statement-breakpoint
create policy platform_sees on app.resellers for select to portal_platform using (true);
--> statement-breakpoint
create policy platform_makes on app.resellers for insert to portal_platform with check (true);
--> statement-breakpoint
grant select on app.resellers to portal_staff, portal_customer, portal_platform;
--> statement-breakpoint
grant insert on app.resellers to portal_platform;
--> statement-breakpoint
grant select (reseller_id, name) on app.resellers to portal_auth;
--> statement-breakpoint
-- Staff: what is archived stays; only derived rows and a reseller's own price rows are ever deleted.
grant select, insert, update on app.customers, app.systems, app.licences, app.contracts, app.positions to portal_staff;
--> statement-breakpoint
grant select, insert, update, delete on app.decisions, app.price_rows to portal_staff;
--> statement-breakpoint
grant select, insert on app.purchases, app.contract_rules, app.terms, app.notices, app.decision_records to portal_staff;
--> statement-breakpoint
-- Customers read their own; never what was paid, by whom it was recorded, the reseller's own prices, or his queue.
grant select on app.customers, app.systems, app.licences, app.contracts, app.positions to portal_customer;
--> statement-breakpoint
grant select (reseller_id, id, customer_id, licence_id, purchased_on, quantity, tier, users, edition, order_reference) on app.purchases to portal_customer;
--> statement-breakpoint
grant select (reseller_id, id, customer_id, contract_id, rule, land, recorded_at) on app.contract_rules to portal_customer;
--> statement-breakpoint
grant select (reseller_id, id, customer_id, contract_id, kind, starts_on, ends_on, months, edition, recorded_at) on app.terms to portal_customer;
--> statement-breakpoint
grant select (reseller_id, id, customer_id, contract_id, kind, notice_id, received_on, channel, ends_on, recorded_at) on app.notices to portal_customer;
--> statement-breakpoint
-- Sign-in. People and memberships are deactivated, sessions are ended; only attempts and old sessions are swept away.
grant select, insert, update on auth.people, auth.memberships, auth.invitations to portal_auth;
--> statement-breakpoint
grant select, insert, update, delete on auth.sessions, auth.sign_in_attempts to portal_auth;
--> statement-breakpoint
-- The platform's admin makes first admins; he reads no password.
grant insert on auth.people, auth.memberships, auth.invitations to portal_platform;
--> statement-breakpoint
grant select (id, email, name, locale, is_platform_admin, created_at, deactivated_at) on auth.people to portal_platform;
--> statement-breakpoint
grant select on auth.memberships to portal_platform;
--> statement-breakpoint
grant select (id, reseller_id, email, name, role, customer_ids, invited_by, created_at, expires_at, used_at, withdrawn_at) on auth.invitations to portal_platform;
--> statement-breakpoint
grant update (withdrawn_at) on auth.invitations to portal_platform;
--> statement-breakpoint
-- What the readiness check compares.
grant usage on schema drizzle to portal_auth;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to portal_auth;
--> statement-breakpoint
create function app.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
-- For each statement and not for each row: the owner, who sees no row, is refused too.
do $$
declare
  name text;
begin
  foreach name in array array['purchases', 'contract_rules', 'terms', 'notices', 'decision_records'] loop
    execute format('create trigger append_only before update or delete or truncate on app.%I for each statement execute function app.refuse_change()', name);
  end loop;
end
$$;
