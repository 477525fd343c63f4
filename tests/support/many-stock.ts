import { sql } from "drizzle-orm";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { resellers } from "@/db/schema";
import { withPlatform, withTenantId } from "@/db/tenant";

export interface ManyStock {
  readonly resellerId: string;
  readonly customerIds: readonly string[];
  readonly clerkIds: readonly string[];
}

/** What some 30 rows have in common. */
const ROWS_PER_CUSTOMER = 30;
const SYSTEMS_PER_CUSTOMER = 5;
const CLERKS = 8;

/**
 * A reseller with so many rows of Bestand, made by the database from a formula: half the systems of one vendor and one in a hundred of
 * another, licences of two vendors only, a state that one row in 300 has, names in which every ninth customer begins alike.
 */
export async function manyStock(count: number): Promise<ManyStock> {
  const resellerId = uuidv7();
  const customerCount = Math.ceil(count / ROWS_PER_CUSTOMER);
  const customerIds = Array.from({ length: customerCount }, () => uuidv7());
  const systemIds = Array.from({ length: customerCount * SYSTEMS_PER_CUSTOMER }, () => uuidv7());
  const clerkIds = Array.from({ length: CLERKS }, () => uuidv7());
  const list = (ids: readonly string[]) => `{${ids.join(",")}}`;
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: resellerId }));
  await withTenantId(resellerId, async (tx) => {
    // A request's limit is none for a hundred thousand rows on a busy machine.
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`
      insert into app.customers (reseller_id, id, number, name, clerk_id, in_stock)
      select ${resellerId}::uuid, id, (100000 + n)::text,
        (array['Bäckerei', 'Autohaus', 'Kanzlei', 'Praxis', 'Spedition', 'Hotel', 'Stadtwerke', 'Schreinerei', 'Apotheke'])[n % 9 + 1] || ' '
          || (array['Ahaus', 'Bocholt', 'Coesfeld', 'Dülmen', 'Emsdetten', 'Gronau', 'Hamm', 'Iserlohn', 'Olpe', 'Münster', 'Werne'])[n % 11 + 1]
          || ' ' || n,
        (${list(clerkIds)}::uuid[])[n % ${CLERKS}::int + 1], true
      from unnest(${list(customerIds)}::uuid[]) with ordinality as given(id, n)`);
    await tx.execute(sql`
      insert into app.systems (reseller_id, id, customer_id, vendor, name)
      select ${resellerId}::uuid, id, (${list(customerIds)}::uuid[])[(n - 1) / ${SYSTEMS_PER_CUSTOMER}::int + 1],
        case when n % 100 = 0 then 'enreach' when n % 2 = 0 then 'fluxpunkt' when n % 20 < 10 then 'c4b' when n % 20 < 16 then 'autphone' else 'netinteract' end,
        case when n % 100 = 0 then 'Enreach' when n % 2 = 0 then 'STARFACE' when n % 20 < 10 then 'XPhone' when n % 20 < 16 then 'aut-pbx' else 'bluePBX' end || ' ' || n
      from unnest(${list(systemIds)}::uuid[]) with ordinality as given(id, n)`);
    await tx.execute(sql`
      insert into app.stock_words (reseller_id, word, bearer, subject_id)
      select distinct ${resellerId}::uuid, word, bearer, id from (
        select id, 'customer' as bearer, number || ' ' || name as text from app.customers where reseller_id = ${resellerId}
        union all select id, vendor, name from app.systems where reseller_id = ${resellerId}
      ) as named, regexp_split_to_table(replace(replace(lower(text), 'ä', 'a'), 'ü', 'u'), '[^a-z0-9]+') as word where word <> ''`);
    await tx.execute(sql`
      insert into app.stock_rows (reseller_id, id, kind, customer_id, customer_number, customer_name, clerk_id, system_id, system_name, contract_id,
        vendor, product, sku, article_key, article_de, article_en, quantity, billing_party, since_on, term_ends_on, cancellable_to,
        notice_due_on, send_by_on, monthly_cents, paid_cents, state, stale_after)
      select reseller_id, gen_random_uuid(), kind, customer_id, number, name, clerk_id, system_id, system_name,
        case when kind = 'contract' then gen_random_uuid() end, vendor, product, sku, sku, article, upper(article),
        case when n % 7 <> 0 then 1 + n * 7919 % 60 end, case when kind = 'contract' then 'reseller' end, date '2024-01-01' + (n % 600)::int,
        ends, ends, ends - 30, ends - 36, case when kind = 'contract' then n * 104729 % 30000 end,
        case when kind = 'licence' then n * 31 % 90000 end,
        case when kind = 'licence' then 'held' when n % 300 = 0 then 'noticed' when n % 311 = 0 then 'not-started' when n % 97 = 0 then 'lapsed'
          when vendor = 'enreach' then 'rule-unknown' when n % 3 = 0 then 'rolling' else 'running' end,
        ends - 30
      from (
        select n::bigint as n, c.reseller_id, c.id as customer_id, c.number, c.name, c.clerk_id, s.id as system_id, s.name as system_name, s.vendor,
          split_part(s.name, ' ', 1) as product,
          case when s.vendor in ('fluxpunkt', 'c4b') and n % 2 = 0 then 'licence' else 'contract' end as kind,
          case when s.vendor in ('fluxpunkt', 'c4b') and n % 2 = 0 then null else date '2026-12-31' + (n::bigint * 7919 % 700)::int end as ends,
          (array['extension', 'flat-de', 'pro-ivr', '3310.0030', '3212.0010', 'advanced', 'queue', 'teams-presence-sync'])[n * 31 % 8 + 1] as sku,
          (array['Nebenstelle', 'Flat Deutschland', 'Pro IVR', 'OFFICE', 'SMART SERVER', 'Profil Advanced', 'Warteschleife', 'Teams Presence Sync'])[n * 31 % 8 + 1] as article
        from generate_series(0, ${count - 1}::int) as n
        join app.systems as s on s.reseller_id = ${resellerId} and s.id = (${list(systemIds)}::uuid[])[n / ${ROWS_PER_CUSTOMER / SYSTEMS_PER_CUSTOMER}::int + 1]
        join app.customers as c on c.reseller_id = s.reseller_id and c.id = s.customer_id
      ) as made`);
  });
  return { resellerId, customerIds, clerkIds };
}

/**
 * Fills with the indexes away, and makes them anew (all, or those that are needed): a third of the time that each row's own 36 entries take.
 */
export async function withoutStockIndexes<T>(
  ownerUrl: string,
  fill: () => Promise<T>,
  needed: readonly string[] | null = null,
): Promise<T> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const indexes = await owner<{ name: string; definition: string }[]>`
      select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'app' and tablename = 'stock_rows' and indexname not like '%_pk'`;
    if (indexes.length < 30) throw new Error("the indexes of Bestand are not where they were looked for");
    for (const { name } of indexes) await owner.unsafe(`drop index app.${name}`);
    const filled = await fill();
    await owner.unsafe("set maintenance_work_mem = '256MB'");
    for (const { name, definition } of indexes)
      if (needed === null || needed.includes(name)) await owner.unsafe(definition);
    // As the server does it by itself soon after: its pages are known to hold only rows that everybody sees.
    await owner.unsafe("vacuum (analyze) app.stock_rows, app.stock_words, app.customers, app.systems");
    return filled;
  } finally {
    await owner.end({ timeout: 5 });
  }
}
