import { type DeadlinePlace, noticeDeadlines, otherDeadlines } from "@/db/queries/records";
import { withTenant } from "@/db/tenant";
import { type Day, parseDay } from "@/lib/domain/dates";
import type { DecisionKind } from "@/lib/domain/decisions";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId, pageSize } from "./shared/ids";
import type { Page, PageRequest } from "./shared/record-pages";
import { bringToDay } from "./shared/refresh";
import { bringStockToDay } from "./shared/stock";

export interface DeadlineRequest extends PageRequest {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly vendor?: string | undefined;
  readonly customer?: string | undefined;
}

export interface DeadlineRecord {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly dueOn: Day | null;
  readonly sendByOn: Day | null;
  readonly contractId: string | null;
  readonly systemId: string | null;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly vendor: string | null;
  readonly sku: string | null;
  readonly amountAtStakeCents: number | null;
}

/** After a long absence everything is derived anew, a part with each step; no caller waits for more steps than these. */
const STEPS_AT_MOST = 40;

/**
 * Every contract's next deadline, and whatever else is to be decided, by send-by day. Two lists that are in order are read side by side.
 * Refused (`catching-up`) while so much has changed with the day that not all of it is derived yet.
 */
export async function listDeadlines(
  viewer: Viewer,
  request: DeadlineRequest,
  today: Day,
): Promise<Page<DeadlineRecord> | Refusal> {
  if (!may(viewer, "see-queue")) throw new Error(`deadlines are not for the role ${viewer.role}`);
  if (request.customer !== undefined && !isId(request.customer)) return { items: [], next: null };
  if (!(await isUpToDate(viewer, today))) return refuse("catching-up");
  const limit = pageSize(request.limit);
  const { vendor, customer: customerId, from, until } = request;
  const filter = { vendor, customerId, from, until };
  const place = readPlace(request.cursor);
  const rows = await withTenant(viewer, async (tx) => {
    const notices = await noticeDeadlines(tx, viewer, filter, placeOfNotices(place), limit + 1);
    const others = await otherDeadlines(tx, viewer, filter, placeOfOthers(place), limit + 1);
    return [
      ...notices.map((row) => ({ ...row, kind: "notice" as const, list: "n" as const })),
      ...others.map((row) => ({ ...row, list: "o" as const })),
    ];
  });
  rows.sort(
    (left, right) => compare(left.sortOn, right.sortOn) || compare(left.list, right.list) || compare(left.id, right.id),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ sortOn: _, list: __, ...row }) => row),
    next:
      last === undefined ? null : Buffer.from(JSON.stringify([last.sortOn, last.list, last.id])).toString("base64url"),
  };
}

async function isUpToDate(viewer: Viewer, today: Day): Promise<boolean> {
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    const queue = await bringToDay(viewer, today);
    const stock = await bringStockToDay(viewer, today);
    if (!queue.more && !stock.more) return true;
  }
  return false;
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

interface Place {
  readonly on: Day;
  readonly list: "n" | "o";
  readonly id: string;
}

/** On the same day deadlines come before what else there is. */
const placeOfNotices = (place: Place | null): DeadlinePlace | null =>
  place === null ? null : { on: place.on, id: place.list === "n" ? place.id : null };
const placeOfOthers = (place: Place | null): DeadlinePlace | null =>
  place === null ? null : { on: place.on, id: place.list === "o" ? place.id : "" };

/** Null for a cursor that was not made here: the list begins at its start. */
function readPlace(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  try {
    const [on, list, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    const isPlace = typeof on === "string" && parseDay(on) !== null && (list === "n" || list === "o");
    return isPlace && typeof id === "string" && isId(id) ? { on, list, id } : null;
  } catch {
    return null;
  }
}
