import {
  and,
  asc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Viewer } from "@/lib/domain/viewer";
import { anyOf } from "../any-of";
import { notWithdrawn } from "../not-withdrawn";
import { contracts, customers, decisions, licences, positions, purchases, systems, terms } from "../schema";
import { stockRows } from "../schema-stock";
import { type Tx, visibleTo } from "../tenant";

/** Pages of what is recorded, by id: the order in which it was recorded, and that of the primary key. Nothing that is archived or withdrawn. */
export interface RecordPage {
  /** The id of the last row of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

export async function customerRecords(
  tx: Tx,
  viewer: Viewer,
  filter: { readonly customerId?: string; readonly number?: string },
  { after, limit }: RecordPage,
) {
  return tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      land: customers.land,
      contactName: customers.contactName,
      contactEmail: customers.contactEmail,
      contactPhone: customers.contactPhone,
      taxId: customers.taxId,
      version: customers.version,
    })
    .from(customers)
    .where(
      and(
        eq(customers.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, customers.id),
        isNull(customers.archivedAt),
        filter.customerId === undefined ? undefined : eq(customers.id, filter.customerId),
        filter.number === undefined ? undefined : eq(customers.number, filter.number),
        after === null ? undefined : gt(customers.id, after),
      ),
    )
    .orderBy(asc(customers.id))
    .limit(limit);
}

export interface EstateFilter {
  readonly contractId?: string;
  readonly customerId?: string;
  readonly systemId?: string;
}

export async function systemRecords(
  tx: Tx,
  viewer: Viewer,
  { customerId, systemId }: EstateFilter,
  { after, limit }: RecordPage,
) {
  return tx
    .select({
      id: systems.id,
      customerId: systems.customerId,
      vendor: systems.vendor,
      name: systems.name,
      installedUsers: systems.installedUsers,
      installedLightUsers: systems.installedLightUsers,
      release: systems.release,
      usage: systems.usage,
      serverKeyMask: systems.serverKeyMask,
      version: systems.version,
    })
    .from(systems)
    .innerJoin(customers, and(eq(customers.resellerId, systems.resellerId), eq(customers.id, systems.customerId)))
    .where(
      and(
        eq(systems.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, systems.customerId),
        isNull(systems.archivedAt),
        isNull(customers.archivedAt),
        customerId === undefined ? undefined : eq(systems.customerId, customerId),
        systemId === undefined ? undefined : eq(systems.id, systemId),
        after === null ? undefined : gt(systems.id, after),
      ),
    )
    .orderBy(asc(systems.id))
    .limit(limit);
}

export async function licenceRecords(
  tx: Tx,
  viewer: Viewer,
  { customerId, systemId }: EstateFilter,
  { after, limit }: RecordPage,
) {
  return tx
    .select({
      id: licences.id,
      customerId: licences.customerId,
      systemId: licences.systemId,
      vendor: licences.vendor,
      sku: licences.sku,
      licenceKeyMask: licences.licenceKeyMask,
    })
    .from(licences)
    .innerJoin(customers, and(eq(customers.resellerId, licences.resellerId), eq(customers.id, licences.customerId)))
    .innerJoin(systems, and(eq(systems.resellerId, licences.resellerId), eq(systems.id, licences.systemId)))
    .where(
      and(
        eq(licences.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, licences.customerId),
        isNull(licences.archivedAt),
        // Follows from archived; the index asks for it.
        isNull(licences.withdrawnAt),
        isNull(systems.archivedAt),
        isNull(customers.archivedAt),
        customerId === undefined ? undefined : eq(licences.customerId, customerId),
        systemId === undefined ? undefined : eq(licences.systemId, systemId),
        after === null ? undefined : gt(licences.id, after),
      ),
    )
    .orderBy(asc(licences.id))
    .limit(limit);
}

export async function purchasesOfLicences(tx: Tx, resellerId: string, licenceIds: readonly string[]) {
  if (licenceIds.length === 0) return [];
  return tx
    .select({
      id: purchases.id,
      licenceId: purchases.licenceId,
      purchasedOn: purchases.purchasedOn,
      quantity: purchases.quantity,
      tier: purchases.tier,
      users: purchases.users,
      listPriceCents: purchases.listPriceCents,
      paidCents: purchases.paidCents,
      edition: purchases.edition,
      orderReference: purchases.orderReference,
    })
    .from(purchases)
    .where(
      and(
        eq(purchases.resellerId, resellerId),
        anyOf(purchases.licenceId, licenceIds),
        notWithdrawn(resellerId, purchases.id),
      ),
    )
    .orderBy(asc(purchases.purchasedOn), asc(purchases.id));
}

/** Ids of the next contracts; what is shown of them is read by their ids. */
export async function contractIds(
  tx: Tx,
  viewer: Viewer,
  { contractId, customerId, systemId }: EstateFilter,
  { after, limit }: RecordPage,
): Promise<string[]> {
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .innerJoin(customers, and(eq(customers.resellerId, contracts.resellerId), eq(customers.id, contracts.customerId)))
    .where(
      and(
        eq(contracts.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, contracts.customerId),
        isNull(contracts.archivedAt),
        isNull(customers.archivedAt),
        contractId === undefined ? undefined : eq(contracts.id, contractId),
        customerId === undefined ? undefined : eq(contracts.customerId, customerId),
        systemId === undefined ? undefined : eq(contracts.systemId, systemId),
        after === null ? undefined : gt(contracts.id, after),
      ),
    )
    .orderBy(asc(contracts.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function positionsOfContracts(tx: Tx, resellerId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      contractId: positions.contractId,
      id: positions.id,
      sku: positions.sku,
      quantity: positions.quantity,
      profile: positions.profile,
      users: positions.users,
      fromOn: positions.fromOn,
      toOn: positions.toOn,
      monthlyCents: positions.monthlyCents,
      yearlyCents: positions.yearlyCents,
      edition: positions.edition,
    })
    .from(positions)
    .where(and(eq(positions.resellerId, resellerId), anyOf(positions.contractId, ids)))
    .orderBy(asc(positions.fromOn), asc(positions.id));
}

export async function termsOfContracts(tx: Tx, resellerId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      contractId: terms.contractId,
      kind: terms.kind,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      months: terms.months,
    })
    .from(terms)
    .where(and(eq(terms.resellerId, resellerId), anyOf(terms.contractId, ids), notWithdrawn(resellerId, terms.id)))
    .orderBy(asc(terms.startsOn), asc(terms.id));
}

export interface DeadlineFilter {
  readonly vendor?: string | undefined;
  readonly customerId?: string | undefined;
  /** Days that the list is sorted by, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Where a list of deadlines goes on: after a day, or on it after a row. */
export interface DeadlinePlace {
  readonly on: string;
  /** Null: after all rows of the day; empty: before all of them. */
  readonly id: string | null;
}

function isBeyond(sortOn: SQL, id: SQL, place: DeadlinePlace | null): SQL | undefined {
  if (place === null) return undefined;
  if (place.id === null) return sql`${sortOn} > ${place.on}::date`;
  if (place.id === "") return sql`${sortOn} >= ${place.on}::date`;
  return sql`(${sortOn}, ${id}) > (${place.on}::date, ${place.id}::uuid)`;
}

/** Each contract's next deadline by its send-by day, from Bestand, which has it for those too that can end every month. */
export async function noticeDeadlines(
  tx: Tx,
  viewer: Viewer,
  filter: DeadlineFilter,
  after: DeadlinePlace | null,
  limit: number,
) {
  const other = alias(stockRows, "other");
  const isFirstPosition = notExists(
    tx
      .select({ one: sql`1` })
      .from(other)
      .where(
        and(
          eq(other.resellerId, stockRows.resellerId),
          eq(other.systemId, stockRows.systemId),
          eq(other.contractId, stockRows.contractId),
          sql`${other.id} < ${stockRows.id}`,
        ),
      ),
  );
  return tx
    .select({
      id: stockRows.id,
      contractId: stockRows.contractId,
      systemId: stockRows.systemId,
      customerId: stockRows.customerId,
      customerNumber: stockRows.customerNumber,
      vendor: stockRows.vendor,
      sku: sql<string>`coalesce(${decisions.sku}, ${stockRows.sku})`,
      dueOn: stockRows.noticeDueOn,
      sendByOn: stockRows.sendByOn,
      sortOn: sql<string>`${stockRows.sendByOn}`,
      amountAtStakeCents: decisions.amountAtStakeCents,
    })
    .from(stockRows)
    .leftJoin(
      decisions,
      and(
        eq(decisions.resellerId, stockRows.resellerId),
        eq(decisions.subjectId, stockRows.contractId),
        inArray(decisions.kind, ["notice", "notice-rolling"]),
      ),
    )
    .where(
      and(
        eq(stockRows.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, stockRows.customerId),
        isNotNull(stockRows.sendByOn),
        isNotNull(stockRows.contractId),
        filter.vendor === undefined ? undefined : eq(stockRows.vendor, filter.vendor),
        filter.customerId === undefined ? undefined : eq(stockRows.customerId, filter.customerId),
        filter.from === undefined ? undefined : gte(stockRows.sendByOn, filter.from),
        filter.until === undefined ? undefined : lte(stockRows.sendByOn, filter.until),
        isBeyond(sql`${stockRows.sendByOn}`, sql`${stockRows.id}`, after),
        isFirstPosition,
      ),
    )
    .orderBy(asc(stockRows.sendByOn), asc(stockRows.id))
    .limit(limit);
}

/** Everything else that is to be decided, by the day that the queue sorts by, whether its window has opened or not. */
export async function otherDeadlines(
  tx: Tx,
  viewer: Viewer,
  filter: DeadlineFilter,
  after: DeadlinePlace | null,
  limit: number,
) {
  return tx
    .select({
      id: decisions.id,
      kind: decisions.kind,
      contractId: decisions.contractId,
      systemId: decisions.systemId,
      customerId: decisions.customerId,
      customerNumber: customers.number,
      vendor: decisions.vendor,
      sku: decisions.sku,
      dueOn: decisions.dueOn,
      sendByOn: decisions.sendByOn,
      sortOn: decisions.sortOn,
      amountAtStakeCents: decisions.amountAtStakeCents,
    })
    .from(decisions)
    .innerJoin(customers, and(eq(customers.resellerId, decisions.resellerId), eq(customers.id, decisions.customerId)))
    .where(
      and(
        eq(decisions.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, decisions.customerId),
        notInArray(decisions.kind, ["notice", "notice-rolling", "missed"]),
        filter.vendor === undefined ? undefined : eq(decisions.vendor, filter.vendor),
        filter.customerId === undefined ? undefined : eq(decisions.customerId, filter.customerId),
        filter.from === undefined ? undefined : gte(decisions.sortOn, filter.from),
        filter.until === undefined ? undefined : lte(decisions.sortOn, filter.until),
        isBeyond(sql`${decisions.sortOn}`, sql`${decisions.id}`, after),
      ),
    )
    .orderBy(asc(decisions.sortOn), asc(decisions.id))
    .limit(limit);
}
