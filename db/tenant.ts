import { AsyncLocalStorage } from "node:async_hooks";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Role, Viewer } from "@/lib/domain/viewer";
import { anyOf } from "./any-of";
import { inTransaction, jobLimits, requestLimits, type Tx } from "./client";
import { type CopyForm, copyOut } from "./copy";

export type { Tx } from "./client";

/**
 * The only ways to the database. The login role has no rights of its own; each transaction takes one role, and with it the policies and
 * grants of the second migration:
 *
 * - staff see and write their reseller's rows (`withTenant`); what a clerk is confined to, `visibleTo` says in every query;
 * - customers read their own rows, and of purchases, rules, terms and notices only the columns that are theirs: a query for them names
 *   its columns;
 * - before a tenant is known there are people and sessions (`withAuth`), and resellers being made (`withPlatform`).
 */
export function withTenant<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  const settings = settingsFor(viewer);
  const outer = ambient.getStore();
  if (outer !== undefined && isSame(outer.settings, settings)) return work(outer.tx);
  return inTransaction(settings, requestLimits, work);
}

/** The transaction that everything within it joins; one for the process, since pages and routes are bundled apart. */
const ambientKey = Symbol.for("lizenzkontor.ambient");
interface Ambient {
  readonly tx: Tx;
  readonly settings: Readonly<Record<string, string>>;
}
const holder = globalThis as { [ambientKey]?: AsyncLocalStorage<Ambient> };
holder[ambientKey] ??= new AsyncLocalStorage<Ambient>();
const ambient = holder[ambientKey];

/**
 * One transaction for whatever `work` does through `withTenant` as the same viewer, and through `withAuth`: all of it counts, or nothing. So an
 * answer can be kept with what it tells of. `work` asks for one thing after the other.
 */
export function asOne<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  const settings = settingsFor(viewer);
  return inTransaction(settings, requestLimits, (tx) => ambient.run({ tx, settings }, () => work(tx)));
}

const isSame = (left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>) =>
  JSON.stringify(left) === JSON.stringify(right);

/** For seeds, commands and jobs, where nobody is signed in: the rights of the reseller's staff, and time. */
export function withTenantId<T>(resellerId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction({ role: "portal_staff", "app.reseller_id": uuid(resellerId) }, jobLimits, work);
}

/** People, memberships, sessions, invitations, attempts; and resellers' names. */
export async function withAuth<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = ambient.getStore();
  if (outer === undefined) return inTransaction({ role: "portal_auth" }, requestLimits, work);
  const { tx, settings } = outer;
  await tx.execute(sql`select set_config('role', 'portal_auth', true)`);
  const result = await work(tx);
  await tx.execute(sql`select set_config('role', ${settings.role ?? "none"}, true)`);
  return result;
}

/** Makes resellers and their first admins; sees no tenant's data. */
export function withPlatform<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction({ role: "portal_platform" }, requestLimits, work);
}

/** The rows of a query as lines of CSV, with the rights of `withTenant`, as they come; for more than one wants to hold. */
export function copyForTenant(viewer: Viewer, rows: SQL, form: CopyForm): Promise<ReadableStream<Uint8Array>> {
  return copyOut(settingsFor(viewer), rows, form);
}

/**
 * In a transaction of `withAuth` or `withPlatform`: does one thing with the rights of a reseller's staff, so that what is noted in the tenant's
 * own tables stands or falls with it. The transaction's role holds again afterwards.
 */
export async function alsoWithTenant<T>(tx: Tx, resellerId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ role: string }>(sql`
    select current_setting('role') as role, set_config('role', 'portal_staff', true), set_config('app.reseller_id', ${uuid(resellerId)}, true)`);
  const result = await work(tx);
  await tx.execute(
    sql`select set_config('role', ${before?.role ?? "none"}, true), set_config('app.reseller_id', '', true)`,
  );
  return result;
}

/** The condition that confines a clerk to the customers that were named for him; `column` holds a customer's id. */
export function visibleTo(viewer: Pick<Viewer, "customerIds">, column: PgColumn): SQL {
  if (viewer.customerIds === null) return sql`true`;
  return anyOf(column, viewer.customerIds);
}

function settingsFor(viewer: Viewer): Record<string, string> {
  const role = databaseRole(viewer.role);
  if (role === null || viewer.resellerId === null) throw new Error("A platform admin sees no tenant's data.");
  const settings = { role, "app.reseller_id": uuid(viewer.resellerId) };
  if (role === "portal_staff") return settings;
  const [customerId, ...more] = viewer.customerIds ?? [];
  if (customerId === undefined || more.length > 0)
    throw new Error("A customer's person belongs to exactly one customer.");
  return { ...settings, "app.customer_id": uuid(customerId) };
}

function databaseRole(role: Role): "portal_staff" | "portal_customer" | null {
  switch (role) {
    case "reseller-admin":
    case "clerk":
    case "finance":
      return "portal_staff";
    case "customer-admin":
    case "customer-viewer":
      return "portal_customer";
    case "platform-admin":
      return null;
  }
}

function uuid(value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) throw new Error(`${value} is no id.`);
  return value;
}
