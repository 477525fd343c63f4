import { customerById } from "@/db/queries/customers";
import { countUntil, queuePage } from "@/db/queries/decisions";
import { withTenant } from "@/db/tenant";
import { type Day, dayAfter, parseDay } from "@/lib/domain/dates";
import { type DecisionKind, decisionKinds } from "@/lib/domain/decisions";
import { may, type Viewer } from "@/lib/domain/viewer";
import { vendors } from "@/lib/price-lists/index";
import { cursorOf, isId, pageSize, readCursor } from "./shared/ids";
import { decisionItem } from "./shared/items";
import { staffNames } from "./shared/people";
import { bringToDay } from "./shared/refresh";
import type { DecisionItem } from "./shared/views";

export type { DecisionItem, DecisionRecordView } from "./shared/views";

export interface QueueFilter {
  readonly vendor?: string;
  readonly customerId?: string;
  readonly kind?: DecisionKind;
  readonly clerkId?: string;
  /** `next` of the page before. A cursor that was tampered with begins at the start. */
  readonly cursor?: string;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
}

export interface QueuePage {
  readonly items: readonly DecisionItem[];
  readonly next: string | null;
  /** Open rows that come up to the seventh day, today included, and all that stand before; counted up to 100 ("100+"). */
  readonly dueSoon: { readonly count: number; readonly more: boolean };
  /** So many rows changed with the day that not all could be brought up to date at once; reading again goes on. The rows shown are right. */
  readonly catchingUp: boolean;
  readonly filterOptions: {
    readonly vendors: readonly { readonly id: string; readonly name: string }[];
    readonly kinds: readonly DecisionKind[];
    readonly clerks: readonly { readonly id: string; readonly name: string }[];
    /** The customer that the filter names, for the sentence above the list; null where it names none, or none that the viewer may see. */
    readonly customer: { readonly id: string; readonly number: string; readonly name: string } | null;
  };
}

const SOON_DAYS = 6;
const SOON_AT_MOST = 100;

/** The queue, one page at a time, by send-by day. Only for those who may see it: pages and routes have asked before. */
export async function listDecisions(viewer: Viewer, filter: QueueFilter, today: Day): Promise<QueuePage> {
  if (!may(viewer, "see-queue")) throw new Error(`the queue is not for the role ${viewer.role}`);
  const { more } = await bringToDay(viewer, today);
  const people = await staffNames(viewer);
  const limit = pageSize(filter.limit);
  const after = readCursor(filter.cursor);
  const conditions = {
    vendor: filter.vendor,
    kind: filter.kind,
    customerId: filter.customerId,
    clerkId: filter.clerkId,
  };
  const askedFor = [filter.customerId, filter.clerkId].every((id) => id === undefined || isId(id));
  const { rows, soon, customer } = await withTenant(viewer, async (tx) => ({
    rows: askedFor ? await queuePage(tx, viewer, conditions, today, pageAfter(after), limit + 1) : [],
    soon: askedFor ? await countUntil(tx, viewer, conditions, today, dayAfter(today, SOON_DAYS), SOON_AT_MOST + 1) : 0,
    customer:
      filter.customerId !== undefined && isId(filter.customerId)
        ? await customerById(tx, viewer, filter.customerId)
        : null,
  }));
  const items = rows.slice(0, limit).map((row) => decisionItem(row, viewer, people));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items,
    next: last === undefined ? null : cursorOf(last.sortOn, last.id),
    dueSoon: { count: Math.min(soon, SOON_AT_MOST), more: soon > SOON_AT_MOST },
    catchingUp: more,
    filterOptions: {
      vendors: vendors.map(({ id, productName }) => ({ id, name: productName })),
      kinds: decisionKinds,
      clerks: people.filter((person) => person.isClerk).map(({ id, name }) => ({ id, name })),
      customer: customer === null ? null : { id: customer.id, number: customer.number, name: customer.name },
    },
  };
}

/** A cursor's key is a day, or the cursor is none. */
function pageAfter(cursor: { readonly key: string; readonly id: string } | null) {
  return cursor === null || parseDay(cursor.key) === null ? null : { sortOn: cursor.key, id: cursor.id };
}
