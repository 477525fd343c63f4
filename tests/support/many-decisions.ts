import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { resellers } from "@/db/schema";
import { withPlatform, withTenantId } from "@/db/tenant";

export interface ManyDecisions {
  readonly resellerId: string;
  readonly customerIds: readonly string[];
  readonly clerkIds: readonly string[];
}

/**
 * A reseller with so many rows in the queue, spread over vendors, kinds, customers and clerks as real ones are: most are notices, a vendor
 * has but some of the kinds, a few of the kinds are rare, one row in ten is decided and one in ten folded.
 */
export async function manyDecisions(count: number): Promise<ManyDecisions> {
  const resellerId = uuidv7();
  const customerIds = Array.from({ length: Math.max(10, Math.floor(count / 25)) }, () => uuidv7());
  const clerkIds = Array.from({ length: 8 }, () => uuidv7());
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: `Many ${resellerId}` }));
  await withTenantId(resellerId, async (tx) => {
    const ids = `{${customerIds.join(",")}}`;
    const clerks = `{${clerkIds.join(",")}}`;
    await tx.execute(sql`
      insert into app.customers (reseller_id, id, number, name, clerk_id)
      select ${resellerId}::uuid, id, lpad(n::text, 6, '0'), 'Kunde ' || n, (${clerks}::uuid[])[n % 8 + 1]
      from unnest(${ids}::uuid[]) with ordinality as given(id, n)`);
    await tx.execute(sql`
      insert into app.systems (reseller_id, id, customer_id, vendor, name)
      select reseller_id, id, id, 'fluxpunkt', 'STARFACE' from app.customers where reseller_id = ${resellerId}::uuid`);
    await tx.execute(sql`
      insert into app.contracts (reseller_id, id, customer_id, system_id, vendor, sku, policy_id, starts_on, billing_party, billing_interval)
      select reseller_id, gen_random_uuid(), id, id, 'fluxpunkt', 'support-premium', 'fluxpunkt/support', '2026-01-01', 'reseller', 'year'
      from app.customers, generate_series(1, 5) where reseller_id = ${resellerId}::uuid`);
    await tx.execute(sql`
      insert into app.decisions (reseller_id, id, customer_id, system_id, subject_type, subject_id, kind, vendor, sku, clerk_id, due_on, send_by_on,
        sort_on, amount_at_stake_cents, detail, folded, state, basis, stale_after)
      select ${resellerId}::uuid, gen_random_uuid(), (${ids}::uuid[])[n % ${customerIds.length}::int + 1],
        (${ids}::uuid[])[n % ${customerIds.length}::int + 1], 'contract', gen_random_uuid(),
        case when vendor = 'c4b' then case n % 3 when 0 then 'renewal-window' when 1 then 'up2date-end' else 'prerequisite-broken' end
             when vendor = 'enreach' then 'rule-unknown'
             when n % 977 = 0 then 'missed'
             when n % 1009 = 0 then 'notice-unconfirmed'
             when vendor = 'fluxpunkt' and n % 61 = 0 then 'coverage-gap'
             when vendor = 'fluxpunkt' and n % 53 = 0 then 'tier-exceeded'
             else 'notice' end,
        vendor, 'extension', (${clerks}::uuid[])[(n % ${customerIds.length}::int) % 8 + 1], on_day, on_day - 5, on_day - 5, n, '{}',
        n % 10 = 3, case when n % 10 = 7 then 'decided' else 'open' end, on_day::text, on_day
      from (select n, date '2026-11-20' + (n * 7919 % 700) as on_day,
              (array['fluxpunkt', 'autphone', 'netinteract', 'c4b', 'enreach'])[n * 31 % 97 % 5 + 1] as vendor
            from generate_series(1, ${count}::int) as n) as made`);
    await tx.execute(sql`
      insert into app.decision_records (reseller_id, id, customer_id, subject_type, subject_id, kind, basis, act, reason, recorded_by,
        recorded_by_name, recorded_at)
      select reseller_id, gen_random_uuid(), customer_id, subject_type, subject_id, kind, basis, 'keep', 'x', customer_id, 'x', now()
      from app.decisions where reseller_id = ${resellerId}::uuid and (state = 'decided' or amount_at_stake_cents % 20 = 0)`);
  });
  return { resellerId, customerIds, clerkIds };
}
