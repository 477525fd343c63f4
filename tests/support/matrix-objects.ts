import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Subject } from "../e2e/route-table";
import { everybody, type Who } from "./portal";

/** One object of each kind, from where a person may stand to it. */
export type Standing = "own" | "sibling" | "foreign";
export type Objects = Readonly<Record<Subject, Partial<Record<Standing, string>>>>;

export interface Tenancy {
  readonly objects: Readonly<Record<"home" | "foreign", Objects>>;
  /** A further session of each person, to be ended. */
  readonly sessionOf: ReadonlyMap<Who, string>;
  readonly basisOf: ReadonlyMap<string, string>;
  /** Words that only the home reseller's people may read: customers' names and numbers. */
  readonly homeWords: readonly string[];
}

interface Reseller {
  readonly id: string;
  readonly customer: string;
  readonly sibling: string;
}

/**
 * Finds, as the superuser, an object of each kind for the people of both resellers, and makes the people and invitations to act upon.
 * `customer` is the one that the confined clerk and the customer's people belong to.
 */
export async function tenancyOf(adminUrl: string): Promise<Tenancy> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const one = async <T>(rows: Promise<readonly T[]>, what: string): Promise<T> => {
    const [row] = await rows;
    if (!row) throw new Error(`The story holds no ${what} for the matrix.`);
    return row;
  };
  try {
    const person = async (who: Who) =>
      one(
        sql<{ id: string; resellerId: string; customerIds: string[] | null }[]>`
          select p.id, m.reseller_id as "resellerId", m.customer_ids as "customerIds"
          from auth.people p join auth.memberships m on m.person_id = p.id where p.email = ${`${who}@pruefung.example`}`,
        `person ${who}`,
      );
    const customerOf = async (resellerId: string, but: string | null) =>
      (
        await one(
          sql<{ id: string }[]>`
            select c.id from app.customers c
            where c.reseller_id = ${resellerId} and c.id is distinct from ${but}
              and exists (select from app.contracts k where k.reseller_id = c.reseller_id and k.customer_id = c.id)
              and exists (select from app.decisions d where d.reseller_id = c.reseller_id and d.customer_id = c.id and not d.folded)
            order by c.number limit 1`,
          "customer with contracts and decisions",
        )
      ).id;

    const confined = await person("confined-clerk");
    const abroad = await person("foreign-admin");
    const own = confined.customerIds?.[0] ?? "";
    const foreignCustomer = await customerOf(abroad.resellerId, null);
    const home: Reseller = {
      id: confined.resellerId,
      customer: own,
      sibling: await customerOf(confined.resellerId, own),
    };
    const foreign: Reseller = { id: abroad.resellerId, customer: foreignCustomer, sibling: foreignCustomer };

    const contract = async ({ id }: Reseller, customerId: string) =>
      (
        await one(
          sql<{ id: string }[]>`
            select id from app.contracts c where reseller_id = ${id} and customer_id = ${customerId} and policy_id <> 'c4b/up2date'
              and exists (select from app.positions p where p.reseller_id = c.reseller_id and p.contract_id = c.id and p.to_on is null)
            order by id limit 1`,
          "contract with a position",
        )
      ).id;
    const system = async ({ id }: Reseller, customerId: string) =>
      (
        await one(
          sql<
            { id: string }[]
          >`select id from app.systems where reseller_id = ${id} and customer_id = ${customerId} order by id limit 1`,
          "system",
        )
      ).id;
    const licence = async (of: Reseller, customerId: string) => {
      const made = randomUUID();
      await sql`
        insert into app.licences (reseller_id, id, customer_id, system_id, vendor, sku)
        select reseller_id, ${made}, customer_id, id, vendor, ${made} from app.systems
        where reseller_id = ${of.id} and id = ${await system(of, customerId)}`;
      return made;
    };
    const basisOf = new Map<string, string>();
    const decision = async ({ id }: Reseller, customerId: string) => {
      const row = await one(
        sql<{ id: string; basis: string }[]>`
          select id, basis from app.decisions
          where reseller_id = ${id} and customer_id = ${customerId} and not folded order by sort_on, id limit 1`,
        "decision",
      );
      basisOf.set(row.id, row.basis);
      return row.id;
    };
    const member = async ({ id }: Reseller) => {
      const made = randomUUID();
      await sql`insert into auth.people (id, email, name) values (${made}, ${`${made}@pruefung.example`}, 'Jemand Drittes')`;
      await sql`insert into auth.memberships (id, person_id, reseller_id, role) values (${randomUUID()}, ${made}, ${id}, 'finance')`;
      return made;
    };
    const invitation = async ({ id }: Reseller) => {
      const made = randomUUID();
      await sql`
        insert into auth.invitations (id, reseller_id, email, name, role, token_hash, expires_at)
        values (${made}, ${id}, ${`${made}@pruefung.example`}, 'Bald Hier', 'finance', ${made}, now() + interval '7 days')`;
      return made;
    };
    const importOf = async ({ id }: Reseller) => {
      const made = randomUUID();
      await sql`
        insert into app.imports (reseller_id, id, kind, file_name, size_bytes, sha256, format, header_line, header, mapping, source_key, state, created_by_name)
        values (${id}, ${made}, 'estate', 'bestand.csv', 1, '', '{"kind": "xlsx"}', 1, '["a", "b", "c", "d"]',
          '["customer_number", "vendor", "sku", "start"]', '', 'uploaded', 'Jemand Drittes')`;
      return made;
    };
    const stockView = async ({ id }: Reseller) => {
      const made = randomUUID();
      await sql`
        insert into app.stock_views (reseller_id, id, person_id, person_name, name, search, shared)
        values (${id}, ${made}, ${randomUUID()}, 'Jemand Drittes', ${made}, 'art=vertrag', true)`;
      return made;
    };
    const session = async (who: Who) => {
      const made = randomUUID();
      await sql`
        insert into auth.sessions (id, person_id, membership_id, expires_at)
        select ${made}, p.id, m.id, now() + interval '1 hour'
        from auth.people p left join auth.memberships m on m.person_id = p.id where p.email = ${`${who}@pruefung.example`}`;
      return made;
    };
    const sessionOf = new Map<Who, string>();
    for (const who of everybody) sessionOf.set(who, await session(who));

    const objectsOf = async (of: Reseller, other: Reseller, otherWho: Who): Promise<Objects> => ({
      customer: { own: of.customer, sibling: of.sibling, foreign: other.customer },
      system: {
        own: await system(of, of.customer),
        sibling: await system(of, of.sibling),
        foreign: await system(other, other.customer),
      },
      licence: {
        own: await licence(of, of.customer),
        sibling: await licence(of, of.sibling),
        foreign: await licence(other, other.customer),
      },
      contract: {
        own: await contract(of, of.customer),
        sibling: await contract(of, of.sibling),
        foreign: await contract(other, other.customer),
      },
      decision: {
        own: await decision(of, of.customer),
        sibling: await decision(of, of.sibling),
        foreign: await decision(other, other.customer),
      },
      person: { own: await member(of), foreign: await member(other) },
      invitation: { own: await invitation(of), foreign: await invitation(other) },
      import: { own: await importOf(of), foreign: await importOf(other) },
      stockView: { own: await stockView(of), foreign: await stockView(other) },
      // Somebody else's session is as foreign as another reseller's; one's own is in `sessionOf`.
      session: { foreign: await session(otherWho) },
    });
    const words = await sql<{ number: string; name: string }[]>`
      select number, name from app.customers where reseller_id = ${home.id}`;
    const others = new Set(
      (
        await sql<{ word: string }[]>`
        select number as word from app.customers where reseller_id = ${foreign.id}
        union select name from app.customers where reseller_id = ${foreign.id}`
      ).map(({ word }) => word),
    );
    return {
      objects: {
        home: await objectsOf(home, foreign, "foreign-admin"),
        foreign: await objectsOf(foreign, home, "reseller-admin"),
      },
      sessionOf,
      basisOf,
      homeWords: words.flatMap(({ number, name }) => [number, name]).filter((word) => !others.has(word)),
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
