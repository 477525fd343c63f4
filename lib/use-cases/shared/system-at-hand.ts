import { customerById } from "@/db/queries/customers";
import { listPriceRows } from "@/db/queries/price-rows";
import { type SystemRow, systemRows } from "@/db/queries/systems";
import type { Tx } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type FigureFields, figureFieldsOf } from "@/lib/domain/system-figures";
import type { Viewer } from "@/lib/domain/viewer";
import { editionInForce } from "@/lib/price-lists/index";
import { isId } from "./ids";
import { ownListPricesOnDays } from "./own-prices";

export interface SystemAtHand {
  readonly row: SystemRow;
  readonly customer: { readonly id: string; readonly number: string; readonly name: string };
  /** The figures that the edition in force asks for. */
  readonly fields: FigureFields;
}

/** One system, where the viewer may see it; null for an id that is none, foreign, or not his to see. */
export async function systemAtHand(tx: Tx, viewer: Viewer, systemId: string, today: Day): Promise<SystemAtHand | null> {
  if (!isId(systemId)) return null;
  const [row] = await systemRows(tx, viewer.resellerId ?? "", { systemIds: [systemId] });
  const customer = row === undefined ? null : await customerById(tx, viewer, row.customerId);
  if (row === undefined || customer === null) return null;
  const { id, number, name } = customer;
  const list = editionInForce(row.vendor, today)?.list ?? null;
  return { row, customer: { id, number, name }, fields: figureFieldsOf(list) };
}

/** A system with the reseller's own list prices, which go before the printed ones in what is recorded of it. */
export interface PricedSystem extends SystemAtHand {
  readonly ownPrices: ReturnType<typeof ownListPricesOnDays>;
}

/** Null as in `systemAtHand`. */
export async function pricedSystem(tx: Tx, viewer: Viewer, systemId: string, today: Day): Promise<PricedSystem | null> {
  const system = await systemAtHand(tx, viewer, systemId, today);
  if (system === null) return null;
  const rows = await listPriceRows(tx, viewer.resellerId ?? "", [system.row.vendor]);
  return { ...system, ownPrices: ownListPricesOnDays(rows) };
}
