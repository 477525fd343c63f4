import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { positionsAtHand } from "./shared/position-change";

/** What the form for another quantity begins with. */
export interface PositionForm {
  readonly id: string;
  readonly articleName: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly system: { readonly id: string; readonly name: string };
  /** Those that run, the earliest first. */
  readonly positions: readonly {
    readonly id: string;
    readonly articleName: string;
    readonly quantity: number;
    /** Null: not priced by users. */
    readonly users: number | null;
    readonly fromOn: Day;
  }[];
  readonly billingInterval: "month" | "quarter" | "year";
  readonly amountCents: Cents | null;
  /** Raised with every change; send it back with an edit. */
  readonly version: number;
}

/** Null as in `showContract`, and where no position runs whose quantity could change. */
export async function showPositionForm(viewer: Viewer, contractId: string, today: Day): Promise<PositionForm | null> {
  if (!may(viewer, "capture-estate")) throw new Error(`recording is not for the role ${viewer.role}`);
  return withTenant(viewer, async (tx) => {
    const found = await positionsAtHand(tx, viewer, contractId, today);
    if (found === null || found.running.length === 0 || found.contract.facts.policy?.kind === "lapses") return null;
    const { id, vendor, sku, billingInterval, amountCents, version } = found.contract.row;
    const { row, customer } = found.system;
    return {
      id,
      articleName: articleName(vendor, sku, viewer.locale),
      customer: { id: customer.id, name: customer.name },
      system: { id: row.id, name: row.name },
      positions: found.running.map((position) => ({
        id: position.id,
        articleName: articleName(vendor, position.sku, viewer.locale),
        quantity: position.quantity,
        users: position.users,
        fromOn: position.fromOn,
      })),
      billingInterval,
      amountCents,
      version,
    };
  });
}
