import { customerPage } from "@/db/queries/customers";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { cursorOf, isId, pageSize, readCursor } from "./shared/ids";
import { nameOf, staffNames } from "./shared/people";
import { bringToDay } from "./shared/refresh";

export interface CustomerFilter {
  /** Looked for at the beginning of the number, and anywhere in the name. */
  readonly search?: string;
  readonly clerkId?: string;
  readonly cursor?: string;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
}

export interface CustomerItem {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly land: string | null;
  readonly clerkName: string | null;
  readonly systemCount: number;
  readonly contractCount: number;
  /** Open rows of the queue, counted up to 100. */
  readonly openDecisions: number;
  /** The send-by day, or deadline, of the next of them. */
  readonly nextDueOn: Day | null;
}

export interface CustomerPage {
  readonly items: readonly CustomerItem[];
  readonly next: string | null;
  /** Who can be responsible, for the filter. */
  readonly clerks: readonly { readonly id: string; readonly name: string }[];
}

const SEARCH_AT_MOST = 100;

/** Customers by name, one page at a time. Only for the reseller's staff: pages and routes have asked before. */
export async function listCustomers(viewer: Viewer, filter: CustomerFilter, today: Day): Promise<CustomerPage> {
  if (!may(viewer, "see-customers")) throw new Error(`the list of customers is not for the role ${viewer.role}`);
  await bringToDay(viewer, today);
  const people = await staffNames(viewer);
  const limit = pageSize(filter.limit);
  const cursor = readCursor(filter.cursor);
  const after = cursor === null ? null : { name: cursor.key, id: cursor.id };
  const search = filter.search?.trim().slice(0, SEARCH_AT_MOST) ?? "";
  const conditions = { search: search === "" ? null : search, clerkId: filter.clerkId ?? null };
  const isAskable = conditions.clerkId === null || isId(conditions.clerkId);
  const rows = isAskable
    ? await withTenant(viewer, (tx) => customerPage(tx, viewer, conditions, after, limit + 1))
    : [];
  const items = rows.slice(0, limit).map(({ clerkId, ...row }) => ({ ...row, clerkName: nameOf(people, clerkId) }));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items,
    next: last === undefined ? null : cursorOf(last.name, last.id),
    clerks: people.filter((person) => person.isClerk).map(({ id, name }) => ({ id, name })),
  };
}
