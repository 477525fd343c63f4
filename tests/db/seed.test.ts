import { asc, count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contracts, customers, decisions, memberships, people, resellers } from "@/db/schema";
import { demoAccounts, seedOnce } from "@/db/seed";
import { seedSize } from "@/db/seed-size";
import { withAuth, withPlatform, withTenantId } from "@/db/tenant";
import { passwordMatches } from "@/lib/auth/password";
import { passwordWeakness } from "@/lib/domain/password";
import { listDecisions } from "@/lib/use-cases/list-decisions";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { testDatabase, viewerOf } from "../support/database";

testDatabase();

const today = "2026-11-20";
const unchanged = { added: 0, changed: 0, removed: 0 };

describe("the story in the database", () => {
  it("is made once, and a second time kept", async () => {
    expect(await seedOnce(today)).toBe("seeded");
    expect(await seedOnce(today)).toBe("kept");
    const all = await withPlatform((tx) => tx.select().from(resellers).orderBy(asc(resellers.name)));
    expect(all).toHaveLength(2);
    for (const { resellerId } of all) expect(await rebuildDecisions(resellerId, today)).toEqual(unchanged);
  });

  it("lets everybody sign in whose account is printed, in every role, with one good password", async () => {
    const rows = await withAuth((tx) => tx.select().from(people));
    expect(rows.map((row) => row.email).sort()).toEqual(demoAccounts.map((each) => each.email).sort());
    const [first] = demoAccounts;
    const hashes = new Set(rows.map((row) => row.passwordHash));
    expect(hashes.size).toBe(1);
    for (const hash of hashes) expect(await passwordMatches(hash, first?.password ?? "")).toBe(true);
    for (const { email, password } of demoAccounts) expect(passwordWeakness(password, email)).toBeNull();
    const members = await withAuth((tx) =>
      tx.select({ role: memberships.role, customerIds: memberships.customerIds }).from(memberships),
    );
    for (const role of ["reseller-admin", "clerk", "finance", "customer-admin", "customer-viewer"]) {
      expect(members.filter((member) => member.role === role).length, role).toBeGreaterThanOrEqual(2);
    }
    const confined = members
      .filter((member) => member.customerIds !== null)
      .map((member) => member.customerIds?.length);
    expect(confined.sort()).toEqual([1, 1, 1, 1, 1, 3]);
  });

  it("shows what dealing with a row looks like, and has something due this week", async () => {
    const [north] = await withPlatform((tx) => tx.select().from(resellers).orderBy(asc(resellers.name)).offset(1));
    const resellerId = north?.resellerId ?? "";
    const states = await withTenantId(resellerId, (tx) =>
      tx.select({ state: decisions.state, n: count() }).from(decisions).groupBy(decisions.state),
    );
    expect(Object.fromEntries(states.map((row) => [row.state, row.n]))).toMatchObject({ decided: 1, snoozed: 1 });
    const admin = viewerOf("reseller-admin", { resellerId, resellerName: north?.name ?? "" });
    const page = await listDecisions(admin, {}, today);
    expect(page.dueSoon.count).toBeGreaterThan(3);
    expect(page.filterOptions.clerks.map((clerk) => clerk.name)).toEqual([
      "Jonas Brandt",
      "Katrin Petersen",
      "Meike Lorenzen",
    ]);
    expect(page.items.filter((item) => item.sample).every((item) => item.vendor === "c4b")).toBe(true);
    expect(page.items.filter((item) => item.sample).length).toBeGreaterThan(1);
  });
});

describe("the size data", () => {
  it("has as many contracts as asked for, under every policy, and derives to what a rebuild finds", async () => {
    const { resellerId, account } = await seedSize(1_300, today);
    expect(account.role).toBe("reseller-admin");
    const { added } = await rebuildDecisions(resellerId, today);
    expect(added).toBeGreaterThanOrEqual(1_300);
    expect(await rebuildDecisions(resellerId, today)).toEqual(unchanged);
    const found = await withTenantId(resellerId, async (tx) => ({
      policies: await tx
        .select({ id: contracts.policyId, n: count() })
        .from(contracts)
        .groupBy(contracts.policyId)
        .orderBy(asc(contracts.policyId)),
      customers: await tx.select({ n: count() }).from(customers).where(eq(customers.resellerId, resellerId)),
    }));
    expect(found.policies).toHaveLength(9);
    expect(found.policies.reduce((sum, row) => sum + row.n, 0)).toBe(1_300);
    expect(found.customers[0]?.n).toBe(50);
  });
});
