import { hash } from "@node-rs/argon2";
import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { now } from "@/lib/clock";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { decide } from "@/lib/use-cases/decide";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { recordChanges } from "@/lib/use-cases/shared/record-change";
import { snoozeDecision } from "@/lib/use-cases/snooze-decision";
import { decisions, memberships, people, resellers } from "./schema";
import type { TenantStory } from "./seed-builder";
import { KEPT_SKU, SNOOZED_SKU, storyOfNorth } from "./seed-north";
import {
  DEMO_PASSWORD,
  NORTH,
  PLATFORM_EMAIL,
  peopleOfNorth,
  peopleOfSouth,
  person,
  SOUTH,
  type StoryPerson,
} from "./seed-people";
import { storyOfSouth } from "./seed-south";
import { trailOf } from "./seed-trail";
import { writeRows } from "./seed-write";
import { withAuth, withPlatform, withTenantId } from "./tenant";

export { type DemoAccount, demoAccounts } from "./seed-people";

/**
 * Makes the story's two resellers with everybody and everything, from `today`, unless they are there already. The platform's admin comes
 * last: a story without him was broken off, and cannot be gone on with.
 */
export async function seedOnce(today: Day): Promise<"seeded" | "kept"> {
  const [complete] = await withAuth((tx) =>
    tx.select({ id: people.id }).from(people).where(eq(people.email, PLATFORM_EMAIL)),
  );
  if (complete !== undefined) return "kept";
  const begun = await withAuth((tx) =>
    tx
      .select({ name: resellers.name })
      .from(resellers)
      .where(inArray(resellers.name, [NORTH, SOUTH])),
  );
  if (begun.length > 0)
    throw new Error(
      "Die Beispieldaten sind nur zum Teil da: Das Anlegen wurde unterbrochen. Beginnen Sie mit --fresh von vorn. (The story data is incomplete; start over with --fresh.)",
    );
  const passwordHash = await hashOf(DEMO_PASSWORD);
  const north = peopleOfNorth();
  const northId = await makeTenant(NORTH, (id) => storyOfNorth(id, north, today), Object.values(north), passwordHash);
  const south = peopleOfSouth();
  const southId = await makeTenant(SOUTH, (id) => storyOfSouth(id, south, today), Object.values(south), passwordHash);
  for (const resellerId of [northId, southId]) {
    await rebuildDecisions(resellerId, today);
    await rebuildStock(resellerId, today);
  }
  await actSome(northId, north.clerk, today);
  const operator = person("platform-admin", "Portalbetrieb", PLATFORM_EMAIL);
  await withAuth((tx) => tx.insert(people).values({ ...nameAndMail(operator), passwordHash, isPlatformAdmin: true }));
  return "seeded";
}

/** The same way as sign-in checks it: argon2id, 64 MiB, 3 passes. */
export function hashOf(password: string): Promise<string> {
  return hash(password, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 });
}

/** One reseller with its people and rows, not yet derived; its id. */
export async function makeTenant(
  name: string,
  tell: (resellerId: string) => Pick<TenantStory, "rows">,
  staff: readonly StoryPerson[],
  passwordHash: string,
): Promise<string> {
  const resellerId = uuidv7();
  const { rows } = tell(resellerId);
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name }));
  await withTenantId(resellerId, async (tx) => {
    await writeRows(tx, rows);
    await recordChanges(tx, { kind: "command", id: null, name: "Beispieldaten", resellerId }, trailOf(rows, now()));
  });
  const idOf = (number: string) => rows.customers.find((customer) => customer.number === number)?.id;
  await withAuth(async (tx) => {
    await tx.insert(people).values(staff.map((each) => ({ ...nameAndMail(each), passwordHash })));
    await tx.insert(memberships).values(
      staff.flatMap(({ id: personId, role, confinedTo }) =>
        role === "platform-admin"
          ? []
          : [
              {
                id: uuidv7(),
                personId,
                resellerId,
                role,
                customerIds: confinedTo?.flatMap((number) => idOf(number) ?? []) ?? null,
              },
            ],
      ),
    );
  });
  return resellerId;
}

const nameAndMail = ({ id, name, email }: StoryPerson) => ({ id, name, email });

/** Two rows that somebody has dealt with already, so that the story shows what that looks like. */
async function actSome(resellerId: string, clerk: StoryPerson, today: Day): Promise<void> {
  const viewer: Viewer = {
    personId: clerk.id,
    sessionId: clerk.id,
    name: clerk.name,
    email: clerk.email,
    locale: "de",
    role: "clerk",
    resellerId,
    resellerName: NORTH,
    customerIds: null,
  };
  const rowOf = async (sku: string) => {
    const [row] = await withTenantId(resellerId, (tx) =>
      tx
        .select({ id: decisions.id })
        .from(decisions)
        .where(and(eq(decisions.resellerId, resellerId), eq(decisions.kind, "notice"), eq(decisions.sku, sku))),
    );
    return row?.id ?? "";
  };
  const kept = {
    decisionId: await rowOf(KEPT_SKU),
    choice: "keep",
    reason: "Die Agentur bleibt dabei, telefonisch bestätigt.",
  } as const;
  const aside = {
    decisionId: await rowOf(SNOOZED_SKU),
    until: dayAfter(today, 14),
    reason: "Angebot liegt beim Kunden, Antwort in zwei Wochen.",
  };
  for (const outcome of [await decide(viewer, kept, today, now()), await snoozeDecision(viewer, aside, today, now())]) {
    if (outcome !== "done")
      throw new Error(`the story cannot be acted on: ${isRefusal(outcome) ? outcome.code : outcome}`);
  }
}
