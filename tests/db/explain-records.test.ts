import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { archivedCustomers, archivedOf } from "@/db/queries/archive";
import { auditHistory, type HistoryScope, insertAuditEntries, type NewAuditEntry } from "@/db/queries/audit";
import { withTenant, withTenantId } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { testDatabase, viewerOf } from "../support/database";
import { runOn } from "../support/database-server";
import { nodesOf, type PlanNode, plansOf, rowsSorted, rowsTouched } from "../support/explain";
import { manyDecisions } from "../support/many-decisions";

const database = testDatabase();
const page = 51;
const ENTRIES = 20_000;
const ARCHIVED_EVERY = 10;
let admin: Viewer;
let contracts: { readonly id: string; readonly customerId: string; readonly systemId: string }[];
const person = uuidv7();

/** A trail over every contract in turn, every hundredth entry about a person, and each tenth contract archived, its customer and system too. */
beforeAll(async () => {
  const { resellerId } = await manyDecisions(20_000);
  admin = viewerOf("reseller-admin", { resellerId, resellerName: "Many" });
  contracts = await withTenant(admin, async (tx) => [
    ...(await tx.execute<(typeof contracts)[number]>(
      sql`select id, customer_id as "customerId", system_id as "systemId" from app.contracts order by id`,
    )),
  ]);
  const entryAt = (at: number): NewAuditEntry => {
    const about = contracts[at % contracts.length];
    const who = { actorKind: "person", actorId: person, actorName: "Probe", requestId: uuidv7() } as const;
    const base = {
      ...who,
      id: uuidv7(),
      at: new Date("2026-11-20T09:00:00Z"),
      before: null,
      after: null,
      reason: null,
    };
    if (at % 100 === 0 || about === undefined)
      return {
        ...base,
        action: "person-role-changed",
        subjectType: "person",
        subjectId: person,
        customerId: null,
        systemId: null,
        contractId: null,
      };
    const { id: contractId, ...ids } = about;
    return {
      ...base,
      action: "contract-corrected",
      subjectType: "contract",
      subjectId: contractId,
      contractId,
      ...ids,
    };
  };
  await withTenantId(resellerId, (tx) =>
    insertAuditEntries(
      tx,
      resellerId,
      Array.from({ length: ENTRIES }, (_, at) => entryAt(at)),
    ),
  );
  for (const table of ["customers", "systems", "contracts"])
    await withTenantId(resellerId, (tx) =>
      tx.execute(sql`
        update ${sql.identifier("app")}.${sql.identifier(table)} set archived_at = now() - random() * interval '1 year'
        where reseller_id = ${resellerId}::uuid and id in (
          select id from (select id, row_number() over (order by id) as place from ${sql.identifier("app")}.${sql.identifier(table)}) as rows
          where place % ${ARCHIVED_EVERY}::int = 0)`),
    );
  await runOn(database.ownerUrl, "analyze app.customers, app.systems, app.contracts, app.audit_entries");
}, 240_000);

const plans = (work: Parameters<typeof plansOf>[1]): Promise<PlanNode[]> =>
  withTenant(admin, (tx) => plansOf(tx, work));
const seqScans = (plan: PlanNode) => nodesOf(plan).filter((node) => node["Node Type"] === "Seq Scan");

it.each([
  ["a contract", () => ({ contractId: contracts[77]?.id })],
  ["a system", () => ({ systemId: contracts[77]?.systemId })],
  ["a customer", () => ({ customerId: contracts[77]?.customerId })],
  ["a person", () => ({ subjectId: person })],
  ["everything", () => ({})],
] as const)("the history of %s is read by an index, on the first page and deep inside", async (_, scopeOf) => {
  const scope: HistoryScope = scopeOf();
  for (const before of [null, ENTRIES / 2]) {
    const rows = await withTenant(admin, (tx) => auditHistory(tx, admin, scope, before, page));
    expect(rows.length).toBeGreaterThan(0);
    const [plan, ...more] = await plans((tx) => auditHistory(tx, admin, scope, before, page));
    if (plan === undefined || more.length > 0) throw new Error("one query was expected");
    expect(seqScans(plan)).toEqual([]);
    expect(rowsTouched(plan, "audit_entries")).toBeLessThanOrEqual(2 * page);
  }
});

it("archived customers are read in their order by an index, and no more than the page", async () => {
  const rows = await withTenant(admin, (tx) => archivedCustomers(tx, admin, page));
  expect(rows).toHaveLength(page);
  const [plan] = await plans((tx) => archivedCustomers(tx, admin, page));
  if (plan === undefined) throw new Error("nothing was asked");
  expect(seqScans(plan)).toEqual([]);
  expect(rowsSorted(plan)).toBe(0);
  expect(rowsTouched(plan, "customers")).toBeLessThanOrEqual(page);
});

it("what a customer has archived is read by his indexes, and nothing of others", async () => {
  const customerId = contracts[ARCHIVED_EVERY - 1]?.customerId ?? "";
  const found = await withTenant(admin, (tx) => archivedOf(tx, admin.resellerId ?? "", customerId));
  expect(found.contracts.length + found.systems.length).toBeGreaterThan(0);
  const all = await plans((tx) => archivedOf(tx, admin.resellerId ?? "", customerId));
  expect(all).toHaveLength(2);
  const own = contracts.filter((contract) => contract.customerId === customerId).length;
  for (const plan of all) {
    expect(seqScans(plan)).toEqual([]);
    expect(rowsTouched(plan, "contracts")).toBeLessThanOrEqual(own);
  }
});
