import { customerById } from "@/db/queries/customers";
import { type StockRow, stockPage } from "@/db/queries/stock";
import { type Tx, withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { type StockKind, type StockState, stockStates } from "@/lib/domain/stock";
import { may, type Viewer } from "@/lib/domain/viewer";
import { vendors } from "@/lib/price-lists/index";
import { isId, pageSize } from "./shared/ids";
import { nameOf, type StaffName, staffNames } from "./shared/people";
import { bringStockToDay, stockNow } from "./shared/stock";
import { conditionsOf, orderOf, placeAfter, readPlace, type StockRequest } from "./shared/stock-request";

export type { StockRequest } from "./shared/stock-request";

export interface StockFilter extends StockRequest {
  /** `next` of the page before. A cursor that was tampered with, or made for another order, begins at the start. */
  readonly cursor?: string | undefined;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
}

/** A row of Bestand: a licence, or an article that is booked in a contract. Null is unknown, or does not apply to the kind. */
export interface StockItem {
  readonly id: string;
  readonly kind: StockKind;
  readonly state: StockState;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly clerkName: string | null;
  readonly systemId: string;
  readonly systemName: string;
  readonly contractId: string | null;
  readonly productName: string;
  readonly sku: string;
  readonly articleName: string;
  readonly tier: string | null;
  readonly quantity: number | null;
  readonly billingParty: "vendor" | "reseller" | null;
  /** First purchase, start of the contract, or day from which it is booked. */
  readonly sinceOn: Day | null;
  readonly termEndsOn: Day | null;
  readonly cancellableTo: Day | null;
  readonly noticeDueOn: Day | null;
  readonly sendByOn: Day | null;
  readonly endsOn: Day | null;
  readonly monthlyCents: Cents | null;
  /** What was paid for a licence; null also where the viewer may not see it. */
  readonly paidCents: Cents | null;
}

export interface StockPage {
  readonly items: readonly StockItem[];
  readonly next: string | null;
  /** So much changed with the day that not all could be derived at once: the rows shown are right, their order and what is left out may not be. */
  readonly catchingUp: boolean;
  readonly filterOptions: {
    readonly vendors: readonly { readonly id: string; readonly name: string }[];
    readonly states: readonly StockState[];
    readonly clerks: readonly { readonly id: string; readonly name: string }[];
    /** The customer that the filter names; null where it names none, or none that the viewer may see. */
    readonly customer: { readonly id: string; readonly number: string; readonly name: string } | null;
  };
}

/** One page of Bestand. Only for those who may see it: pages and routes have asked before. */
export async function listStock(viewer: Viewer, filter: StockFilter, today: Day): Promise<StockPage> {
  if (!may(viewer, "see-stock")) throw new Error(`Bestand is not for the role ${viewer.role}`);
  const { more } = await bringStockToDay(viewer, today);
  const people = await staffNames(viewer);
  const limit = pageSize(filter.limit);
  const conditions = conditionsOf(filter);
  const order = orderOf(filter, viewer);
  const after = readPlace(filter.cursor, order);
  const { customerId } = filter;
  const read = await withTenant(viewer, async (tx) => {
    const found = conditions === null ? [] : await stockPage(tx, viewer, conditions, order, after, limit + 1);
    const rows = found.slice(0, limit);
    return {
      last: found.length > limit ? rows.at(-1) : undefined,
      rows: await rightToday(tx, viewer, rows, today),
      customer: customerId !== undefined && isId(customerId) ? await customerById(tx, viewer, customerId) : null,
    };
  });
  const { last, rows, customer } = read;
  return {
    items: rows.map((row) => stockItem(row, viewer, people)),
    next: last === undefined ? null : placeAfter(last, order),
    catchingUp: more,
    filterOptions: {
      vendors: vendors.map(({ id, productName }) => ({ id, name: productName })),
      states: stockStates,
      clerks: people.filter((person) => person.isClerk).map(({ id, name }) => ({ id, name })),
      customer: customer === null ? null : { id: customer.id, number: customer.number, name: customer.name },
    },
  };
}

/** Rows that the day has overtaken, and that nobody has derived yet, are shown as they are right now; those that ended meanwhile are not. */
async function rightToday(tx: Tx, viewer: Viewer, rows: readonly StockRow[], today: Day): Promise<readonly StockRow[]> {
  const isStale = ({ staleAfter }: StockRow) => staleAfter !== null && staleAfter < today;
  const systemIds = [...new Set(rows.filter(isStale).map((row) => row.systemId))];
  if (systemIds.length === 0) return rows;
  const now = await stockNow(tx, viewer.resellerId ?? "", { systemIds }, today);
  const fresh = new Map(now.rows.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    if (!isStale(row)) return [row];
    const right = fresh.get(row.id);
    return right === undefined ? [] : [{ ...right, resellerId: row.resellerId }];
  });
}

function stockItem(row: StockRow, viewer: Viewer, people: readonly StaffName[]): StockItem {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    customerId: row.customerId,
    customerNumber: row.customerNumber,
    customerName: row.customerName,
    clerkName: nameOf(people, row.clerkId),
    systemId: row.systemId,
    systemName: row.systemName,
    contractId: row.contractId,
    productName: row.product,
    sku: row.sku,
    articleName: viewer.locale === "de" ? row.articleDe : row.articleEn,
    tier: row.tier,
    quantity: row.quantity,
    billingParty: row.billingParty,
    sinceOn: row.sinceOn,
    termEndsOn: row.termEndsOn,
    cancellableTo: row.cancellableTo,
    noticeDueOn: row.noticeDueOn,
    sendByOn: row.sendByOn,
    endsOn: row.endsOn,
    monthlyCents: row.monthlyCents,
    paidCents: may(viewer, "see-purchase-prices") ? row.paidCents : null,
  };
}
