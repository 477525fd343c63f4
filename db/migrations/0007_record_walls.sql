do $$
declare
  name text;
  tenant constant text := 'reseller_id = (select nullif(current_setting(''app.reseller_id'', true), '''')::uuid)';
  customer constant text := '(select nullif(current_setting(''app.customer_id'', true), '''')::uuid)';
begin
  foreach name in array array['audit_entries', 'audit_heads', 'withdrawals', 'documents', 'idempotency_keys'] loop
    execute format('alter table app.%I enable row level security', name);
    execute format('alter table app.%I force row level security', name);
    execute format('create policy staff on app.%I to portal_staff using (%s) with check (%s)', name, tenant, tenant);
  end loop;
  foreach name in array array['withdrawals', 'documents'] loop
    execute format('create policy customer on app.%I for select to portal_customer using (%s and customer_id = %s)', name, tenant, customer);
  end loop;
  foreach name in array array['audit_entries', 'withdrawals', 'documents'] loop
    execute format('create trigger append_only before update or delete or truncate on app.%I for each statement execute function app.refuse_change()', name);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert on "app"."audit_entries", "app"."withdrawals", "app"."documents" to portal_staff;
--> statement-breakpoint
grant select, insert, update on "app"."audit_heads" to portal_staff;
--> statement-breakpoint
grant select, insert, update, delete on "app"."idempotency_keys" to portal_staff;
--> statement-breakpoint
-- Customers: their documents, and which of their rows count no more. The trail is the reseller's.
grant select (reseller_id, customer_id, subject_type, subject_id) on "app"."withdrawals" to portal_customer;
--> statement-breakpoint
grant select (reseller_id, id, customer_id, contract_id, name, media_type, size_bytes, sha256, content, recorded_at) on "app"."documents" to portal_customer;
--> statement-breakpoint
-- A table's grant covers columns that come later: customers read a key's mask, and neither the sealed key nor its digest.
revoke select on "app"."systems", "app"."licences" from portal_customer;
--> statement-breakpoint
grant select (reseller_id, id, customer_id, vendor, name, installed_users, installed_light_users, release, usage, server_key_mask, version, created_at, archived_at, withdrawn_at) on "app"."systems" to portal_customer;
--> statement-breakpoint
grant select (reseller_id, id, customer_id, system_id, vendor, sku, licence_key_mask, version, created_at, archived_at, withdrawn_at) on "app"."licences" to portal_customer;
--> statement-breakpoint
-- Keys of the API are found before a tenant is known, like sessions. They are revoked, never removed.
grant select, insert on "auth"."api_keys" to portal_auth;
--> statement-breakpoint
grant update ("last_used_at", "revoked_at", "revoked_by", "revoked_by_name") on "auth"."api_keys" to portal_auth;
--> statement-breakpoint
-- An entry's text: its columns in this order, each as its length in bytes, a colon and itself, or a dash for null, and a comma after each. Whoever has
-- the rows can put it together without this function; the chain check does.
create function app.audit_text(entry app.audit_entries) returns text language plpgsql stable set search_path = '' as $$
declare
  parts text[] := array[
    'audit 1', entry.reseller_id::text, entry.number::text, entry.previous_hash, entry.id::text,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_kind, entry.actor_id::text, entry.actor_name,
    entry.action, entry.subject_type, entry.subject_id::text, entry.customer_id::text, entry.system_id::text, entry.contract_id::text,
    entry.before::text, entry.after::text, entry.reason, entry.request_id::text
  ];
  part text;
  whole text := '';
begin
  foreach part in array parts loop
    whole := whole || coalesce(octet_length(part) || ':' || part, '-') || ',';
  end loop;
  return whole;
end
$$;
--> statement-breakpoint
-- Numbers the entries of a reseller without a gap and chains them. One transaction at a time does so for a reseller, until it ends. Where entries
-- at the end are gone, the next goes on from the head, so that the hole stays in sight.
create function app.chain_audit_entry() returns trigger language plpgsql set search_path = '' as $$
declare
  newest record;
  head record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || new.reseller_id, 0));
  select number, hash into newest from app.audit_entries where reseller_id = new.reseller_id order by number desc limit 1;
  select number, hash into head from app.audit_heads where reseller_id = new.reseller_id;
  if head.number > coalesce(newest.number, 0) then
    newest := head;
  end if;
  new.number := coalesce(newest.number, 0) + 1;
  new.previous_hash := coalesce(newest.hash, repeat('0', 64));
  new.hash := encode(sha256(convert_to(app.audit_text(new), 'UTF8')), 'hex');
  return new;
end
$$;
--> statement-breakpoint
create trigger chained before insert on "app"."audit_entries" for each row execute function app.chain_audit_entry();
--> statement-breakpoint
create function app.move_audit_head() returns trigger language plpgsql set search_path = '' as $$
begin
  insert into app.audit_heads (reseller_id, number, hash)
  select distinct on (reseller_id) reseller_id, number, hash from added order by reseller_id, number desc
  on conflict (reseller_id) do update set number = excluded.number, hash = excluded.hash;
  return null;
end
$$;
--> statement-breakpoint
create trigger head_moved after insert on "app"."audit_entries" referencing new table as added for each statement execute function app.move_audit_head();
--> statement-breakpoint
create function app.refuse_head_back() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.reseller_id <> old.reseller_id or new.number <= old.number then
    raise exception 'the head of the audit trail only moves forward' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger only_forward before update on "app"."audit_heads" for each row execute function app.refuse_head_back();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on "app"."audit_heads" for each statement execute function app.refuse_change();
--> statement-breakpoint
-- What is withdrawn is archived for ever. Purchases, terms and documents cannot be marked: who reads them looks into the withdrawals.
create function app.mark_withdrawn() returns trigger language plpgsql set search_path = '' as $$
begin
  update app.customers c set withdrawn_at = a.recorded_at, archived_at = coalesce(c.archived_at, a.recorded_at), version = c.version + 1
  from added a where a.subject_type = 'customer' and c.reseller_id = a.reseller_id and c.id = a.subject_id;
  update app.systems s set withdrawn_at = a.recorded_at, archived_at = coalesce(s.archived_at, a.recorded_at), version = s.version + 1
  from added a where a.subject_type = 'system' and s.reseller_id = a.reseller_id and s.id = a.subject_id;
  update app.licences l set withdrawn_at = a.recorded_at, archived_at = coalesce(l.archived_at, a.recorded_at), version = l.version + 1
  from added a where a.subject_type = 'licence' and l.reseller_id = a.reseller_id and l.id = a.subject_id;
  update app.contracts c set withdrawn_at = a.recorded_at, archived_at = coalesce(c.archived_at, a.recorded_at), version = c.version + 1
  from added a where a.subject_type = 'contract' and c.reseller_id = a.reseller_id and c.id = a.subject_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger marked after insert on "app"."withdrawals" referencing new table as added for each statement execute function app.mark_withdrawn();
--> statement-breakpoint
create function app.refuse_return() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'what was withdrawn stays withdrawn' using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['customers', 'systems', 'licences', 'contracts'] loop
    execute format('create trigger stays_withdrawn before update on app.%I for each row when (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at) execute function app.refuse_return()', name);
  end loop;
end
$$;
