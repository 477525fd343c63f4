import postgres from "postgres";
import type { PortalUnderTest } from "./portal";

export interface StoryContract {
  readonly contractId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly customerNumber: string;
}

const home = "reseller-admin@pruefung.example";

/** The contract of the tests' own reseller that has a rule of its own, if one was recorded. */
export async function contractWithOwnRule(portal: PortalUnderTest): Promise<StoryContract | undefined> {
  const sql = postgres(portal.adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql<StoryContract[]>`
      select k.id as "contractId", c.id as "customerId", c.name as "customerName", c.number as "customerNumber"
      from app.contract_rules r
      join app.contracts k on k.reseller_id = r.reseller_id and k.id = r.contract_id
      join app.customers c on c.reseller_id = k.reseller_id and c.id = k.customer_id
      join auth.memberships m on m.reseller_id = k.reseller_id join auth.people p on p.id = m.person_id
      where p.email = ${home} order by r.recorded_at desc limit 1`;
    return found;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Contracts of the tests' own reseller that have a row of one of the kinds in the queue, those with the latest day first: the tests of
 * the queue work at its other end.
 */
export async function contractsWith(portal: PortalUnderTest, kinds: readonly string[]): Promise<StoryContract[]> {
  const sql = postgres(portal.adminUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql<StoryContract[]>`
      select d.contract_id as "contractId", c.id as "customerId", c.name as "customerName", c.number as "customerNumber"
      from app.decisions d join app.customers c on c.reseller_id = d.reseller_id and c.id = d.customer_id
      join auth.memberships m on m.reseller_id = d.reseller_id join auth.people p on p.id = m.person_id
      where p.email = ${home} and d.kind = any(${kinds as string[]}) and d.contract_id is not null
        and d.state = 'open'
      order by d.sort_on desc, d.id desc`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What the calculator must be told of a contract to answer for it. */
export interface CalculableContract {
  readonly contractId: string;
  readonly policy: string;
  readonly termMonths: number | null;
  readonly start: string;
  readonly land: string | null;
}

/** Contracts of the tests' own reseller that their policy alone decides: without a rule of their own, without notices, not ended. */
export async function contractsByPolicy(portal: PortalUnderTest): Promise<CalculableContract[]> {
  const sql = postgres(portal.adminUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql<CalculableContract[]>`
      select distinct k.id as "contractId", k.policy_id as policy, k.term_months as "termMonths", k.starts_on::text as start, k.land
      from app.contracts k
      join app.stock_rows s on s.reseller_id = k.reseller_id and s.contract_id = k.id and s.state in ('running', 'rolling')
      join auth.memberships m on m.reseller_id = k.reseller_id join auth.people p on p.id = m.person_id
      where p.email = ${home} and k.own_rule is null and k.policy_id <> 'c4b/up2date'
        and not exists (select from app.notices n where n.reseller_id = k.reseller_id and n.contract_id = k.id)
      order by k.id`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
