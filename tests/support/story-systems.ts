import postgres from "postgres";
import type { PortalUnderTest } from "./portal";

export interface StorySystem {
  readonly id: string;
  readonly name: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly version: number;
}

/** A system of the tests' own reseller, by its name. */
export async function systemNamed(portal: PortalUnderTest, name: string): Promise<StorySystem> {
  const sql = postgres(portal.adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql<StorySystem[]>`
      select s.id, s.name, s.version, c.id as "customerId", c.name as "customerName"
      from app.systems s join app.customers c on c.reseller_id = s.reseller_id and c.id = s.customer_id
      join auth.memberships m on m.reseller_id = s.reseller_id join auth.people p on p.id = m.person_id
      where p.email = 'reseller-admin@pruefung.example' and s.name = ${name}`;
    if (!found) throw new Error(`The story holds no system ${name}.`);
    return found;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
