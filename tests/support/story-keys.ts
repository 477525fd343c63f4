import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { PortalUnderTest } from "./portal";

export interface SystemWithKey {
  readonly systemId: string;
  readonly systemName: string;
  readonly customerId: string;
}

const home = "reseller-admin@pruefung.example";

/** A system of the tests' own reseller whose server key and whose licences' keys the story has. */
export async function systemWithKey(portal: PortalUnderTest): Promise<SystemWithKey> {
  const sql = postgres(portal.adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql<SystemWithKey[]>`
      select s.id as "systemId", s.name as "systemName", s.customer_id as "customerId"
      from app.systems s
      join auth.memberships m on m.reseller_id = s.reseller_id join auth.people p on p.id = m.person_id
      where p.email = ${home} and s.server_key_mask is not null
        and exists (select from app.licences l where l.reseller_id = s.reseller_id and l.system_id = s.id and l.licence_key_mask is not null)
      limit 1`;
    if (!found) throw new Error("The story holds no system with keys.");
    return found;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * A reseller of its own with one clerk, one system and so many licences without keys, so that nobody else's lists change: the clerk's e-mail (his
 * password is that of `like`) and the licences' ids.
 */
export async function resellerWithLicences(
  portal: PortalUnderTest,
  count: number,
  like: string,
): Promise<{ readonly email: string; readonly licenceIds: readonly string[] }> {
  const sql = postgres(portal.adminUrl, { max: 1, onnotice: () => {} });
  const [reseller, person, customer, system] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const email = `${person}@pruefung.example`;
  const licenceIds = Array.from({ length: count }, () => randomUUID());
  try {
    await sql`insert into app.resellers (reseller_id, name) values (${reseller}, ${`Schlüsselprobe ${reseller}`})`;
    await sql`
      insert into auth.people (id, email, name, password_hash)
      select ${person}, ${email}, 'Prüfung Schlüssel', password_hash from auth.people where email = ${like}`;
    await sql`
      insert into auth.memberships (id, person_id, reseller_id, role) values (${randomUUID()}, ${person}, ${reseller}, 'clerk')`;
    await sql`insert into app.customers (reseller_id, id, number, name) values (${reseller}, ${customer}, '1', 'Probe')`;
    await sql`
      insert into app.systems (reseller_id, id, customer_id, vendor, name) values (${reseller}, ${system}, ${customer}, 'fluxpunkt', 'Probe')`;
    await sql`
      insert into app.licences (reseller_id, id, customer_id, system_id, vendor, sku)
      select ${reseller}, id, ${customer}, ${system}, 'fluxpunkt', id::text from unnest(${sql.array(licenceIds)}::uuid[]) as given(id)`;
    return { email, licenceIds };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Every row of every table, as a dump would write it. After COPY, a connection of postgres.js may never answer again: each table has its own. */
export async function dumpOf(portal: PortalUnderTest): Promise<string> {
  const ask = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
    const sql = postgres(portal.adminUrl, { max: 1, fetch_types: false, onnotice: () => {} });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 0 });
    }
  };
  const tables = await ask(
    (sql) => sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    await ask(async (sql) => {
      for await (const piece of await sql.unsafe(`copy ${name} to stdout`).readable()) parts.push(String(piece));
    });
  }
  return parts.join("");
}
