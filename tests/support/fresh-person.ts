import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import postgres from "postgres";
import { signInByHttp } from "./matrix-people";
import type { Person, PortalUnderTest, Who } from "./portal";

/**
 * Somebody new with the same membership and password as one of the tests' people: for what would spoil that one for the other tests, as
 * a changed password does.
 */
export async function freshPersonLike(portal: PortalUnderTest, who: Who): Promise<Person> {
  const like = portal.people.find((person) => person.who === who);
  if (!like) throw new Error(`Nobody is called ${who}.`);
  const id = randomUUID();
  const email = `${who}-${id.slice(0, 8)}@pruefung.example`;
  const sql = postgres(portal.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`
      insert into auth.people (id, email, name, password_hash, is_platform_admin)
      select ${id}, ${email}, name || ' ' || ${id.slice(0, 4)}, password_hash, is_platform_admin from auth.people where email = ${like.email}`;
    await sql`
      insert into auth.memberships (id, person_id, reseller_id, role, customer_ids)
      select ${randomUUID()}, ${id}, m.reseller_id, m.role, m.customer_ids
      from auth.memberships m join auth.people p on p.id = m.person_id where p.email = ${like.email}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  return { ...like, email };
}

/** Gives the context a session of the person's own. */
export async function signInto(context: BrowserContext, portal: PortalUnderTest, person: Person): Promise<void> {
  const [name = "", value = ""] = (await signInByHttp(portal, person)).split(/=(.*)/s);
  await context.addCookies([{ name, value, url: portal.origin, httpOnly: true, sameSite: "Lax" }]);
}
