import { sql } from "drizzle-orm";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { resellers } from "@/db/schema";
import { withPlatform, withTenantId } from "@/db/tenant";

export interface ManyPortfolio {
  readonly resellerId: string;
  readonly customers: number;
  readonly contracts: number;
  readonly licences: number;
}

/** Licences and contracts of each customer, on a system of each vendor. */
export const ROWS_PER_CUSTOMER = 25;

/**
 * A reseller with so many licences and contracts, made by the database from a formula: each customer has a STARFACE (five subscriptions, a
 * support plan, two modules), an aut-pbx with two minute packages, a bluePBX with two parts, an Enreach account with three positions, and an
 * XPhone with Up2Date and nine licences. Quantities, terms and days run through all that can be; one contract in fifty has been given notice.
 */
export async function manyPortfolio(count: number, ownerUrl: string): Promise<ManyPortfolio> {
  const resellerId = uuidv7();
  const customers = Math.floor(count / ROWS_PER_CUSTOMER);
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: resellerId }));
  const made = await withTenantId(resellerId, async (tx) => {
    const run = (query: ReturnType<typeof sql>) => tx.execute(query);
    // Nobody has counted the new rows yet: without this the database takes them for few.
    await run(sql`set local enable_nestloop = off`);
    await run(sql`
      insert into app.customers (reseller_id, id, number, name, clerk_id)
      select ${resellerId}::uuid, gen_random_uuid(), (100000 + n)::text,
        (array['Bäckerei', 'Autohaus', 'Kanzlei', 'Praxis', 'Spedition', 'Hotel', 'Stadtwerke'])[n % 7 + 1] || ' ' || n, gen_random_uuid()
      from generate_series(1, ${customers}::int) as n`);
    await run(sql`
      insert into app.systems (reseller_id, id, customer_id, vendor, name, release)
      select reseller_id, gen_random_uuid(), id, vendor, product || ' ' || number, case when vendor = 'c4b' then 4 + number::int % 5 end
      from app.customers, (values ('fluxpunkt', 'STARFACE'), ('autphone', 'aut-pbx'), ('netinteract', 'bluePBX'), ('enreach', 'Enreach'),
        ('c4b', 'XPhone')) as sold(vendor, product)
      where reseller_id = ${resellerId}`);
    // n runs through the systems of a vendor; every figure follows from it.
    const made = sql`(
      select reseller_id, id as system_id, customer_id, vendor, row_number() over (partition by vendor order by name) as n
      from app.systems where reseller_id = ${resellerId})`;
    await run(sql`
      insert into app.contracts (reseller_id, id, customer_id, system_id, vendor, sku, policy_id, term_months, starts_on, billing_party,
        billing_interval, amount_cents)
      select reseller_id, gen_random_uuid(), customer_id, system_id, vendor, coalesce(sku, (array['antifraud', 'pro-ivr', 'intercom',
          'call-recording', 'monitoring', 'hd-ringtones', 'group-busy'])[(n + at) % 7 + 1]), policy,
        case when policy = 'fluxpunkt/subscription' then (array[12, 24, 36])[n % 3 + 1] end, date '2023-01-01' + (n * 7919 % 1400)::int,
        'reseller', 'month', 1000 + n
      from ${made} as made join (values ('fluxpunkt', null, 'fluxpunkt/subscription', 1), ('fluxpunkt', null, 'fluxpunkt/subscription', 2),
        ('fluxpunkt', null, 'fluxpunkt/subscription', 3), ('fluxpunkt', null, 'fluxpunkt/subscription', 4),
        ('fluxpunkt', null, 'fluxpunkt/subscription', 5), ('fluxpunkt', 'support-premium', 'fluxpunkt/support', 6),
        ('autphone', 'extension', 'autphone/extension', 1), ('autphone', 'flat-de-s', 'autphone/minute-package', 2),
        ('autphone', 'flat-dach-s', 'autphone/minute-package', 3), ('netinteract', 'extension', 'netinteract/contract', 1),
        ('netinteract', 'flat-de', 'netinteract/flat', 2), ('netinteract', 'queue', 'netinteract/partial', 3),
        ('enreach', 'professional', 'enreach/contract', 1), ('c4b', '9130.0000.012', 'c4b/up2date', 1))
        as booked(vendor, sku, policy, at) using (vendor)`);
    await run(sql`
      insert into app.positions (reseller_id, id, customer_id, contract_id, sku, quantity, profile, users, from_on)
      select reseller_id, gen_random_uuid(), customer_id, id, sku, case
          when vendor = 'autphone' and sku = 'extension' then 1 + n * 31 % 130 when vendor = 'netinteract' then 3 + n % 20 else 1 end,
        null, case when sku = 'call-recording' then 1 + n * 17 % 300 end, starts_on
      from app.contracts join (select system_id, n from ${made} as made) as numbered using (system_id)
      where reseller_id = ${resellerId} and vendor not in ('c4b', 'enreach')`);
    await run(sql`
      insert into app.positions (reseller_id, id, customer_id, contract_id, sku, quantity, profile, from_on)
      select reseller_id, gen_random_uuid(), customer_id, id, booked.sku, quantity, profile, starts_on
      from app.contracts join (select system_id, n from ${made} as made) as numbered using (system_id),
        lateral (values ('professional', 1 + n * 13 % 110, 'professional'), ('advanced', 1 + n % 9, 'advanced'),
          ('allnet-flat', 1 + n % 9 - (n % 5 = 0 and n % 9 > 0)::int, 'advanced')) as booked(sku, quantity, profile)
      where reseller_id = ${resellerId} and vendor = 'enreach'`);
    await run(sql`
      insert into app.terms (reseller_id, id, customer_id, contract_id, kind, starts_on, ends_on, months)
      select reseller_id, gen_random_uuid(), customer_id, id, 'up2date', ends_on - 365 * years::int, ends_on, 12 * years
      from (select c.*, (date '2026-11-30' + interval '1 month' * (n % 15))::date as ends_on, 1 + n % 5 as years
        from app.contracts as c join (select system_id, n from ${made} as made) as numbered using (system_id)
        where c.reseller_id = ${resellerId} and c.vendor = 'c4b') as maintained`);
    await run(sql`
      insert into app.licences (reseller_id, id, customer_id, system_id, vendor, sku)
      select reseller_id, gen_random_uuid(), customer_id, system_id, vendor, sku
      from ${made} as made join (values ('fluxpunkt', 'call-recording'), ('fluxpunkt', 'insight-analytics'), ('c4b', '3210.0030'), ('c4b', '3310.0030'),
        ('c4b', '3311.0030'), ('c4b', '3320.0030'), ('c4b', '3321.0030'), ('c4b', '3323.0030'), ('c4b', '3410.0030'), ('c4b', '3440.0030'),
        ('c4b', '3512.0030')) as bought(vendor, sku) using (vendor)`);
    await run(sql`
      insert into app.purchases (reseller_id, id, customer_id, licence_id, purchased_on, quantity)
      select reseller_id, gen_random_uuid(), customer_id, id, date '2022-06-01' + (n * 104729 % 900)::int,
        case when vendor = 'fluxpunkt' or sku = '3210.0030' then 1 else 1 + n * 37 % 60 end
      from app.licences join (select system_id, n from ${made} as made) as numbered using (system_id) where reseller_id = ${resellerId}`);
    await run(sql`
      insert into app.notices (reseller_id, id, customer_id, contract_id, kind, received_on, channel, ends_on)
      select reseller_id, gen_random_uuid(), customer_id, id, 'notice', date '2026-11-01', 'email', date '2027-03-31'
      from (select *, row_number() over (order by system_id, id) as at from app.contracts where reseller_id = ${resellerId}) as c
      where at % 50 = 0`);
    await run(sql`
      insert into app.price_rows (reseller_id, id, kind, vendor, sku, cents, sample, valid_from)
      select ${resellerId}::uuid, gen_random_uuid(), 'list', 'c4b', sku, 10000 + length(sku) * 100, true, date '2020-01-01'
      from (select distinct sku from app.licences where reseller_id = ${resellerId} and vendor = 'c4b') as sold`);
    const [counted] = await run(sql`
      select (select count(*) from app.contracts where reseller_id = ${resellerId})::int as contracts,
        (select count(*) from app.licences where reseller_id = ${resellerId})::int as licences`);
    return counted as unknown as { contracts: number; licences: number };
  });
  const owner = postgres(ownerUrl, { max: 1 });
  await owner.unsafe(
    "analyze app.customers, app.systems, app.contracts, app.positions, app.terms, app.licences, app.purchases, app.notices",
  );
  await owner.end();
  return { resellerId, customers, ...made };
}
