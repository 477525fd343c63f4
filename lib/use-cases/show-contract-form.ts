import { customerById } from "@/db/queries/customers";
import { withTenant } from "@/db/tenant";
import type { AroundContract, ContractParticulars } from "@/lib/domain/contract-correction";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { particularsAtHand } from "./shared/contract-particulars";

/** What the form of a contract's correction begins with. */
export interface ContractForm {
  readonly id: string;
  readonly articleName: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly system: { readonly id: string; readonly name: string };
  readonly particulars: ContractParticulars;
  readonly around: AroundContract;
  /** Raised with every change; send it back with an edit. */
  readonly version: number;
}

/** Null as in `showContract`. */
export async function showContractForm(viewer: Viewer, contractId: string, today: Day): Promise<ContractForm | null> {
  if (!may(viewer, "capture-estate")) throw new Error(`recording is not for the role ${viewer.role}`);
  return withTenant(viewer, async (tx) => {
    const found = await particularsAtHand(tx, viewer, contractId, today);
    const customer = found === null ? null : await customerById(tx, viewer, found.contract.row.customerId);
    if (found === null || customer === null) return null;
    const { id, vendor, sku, systemId, systemName, version } = found.contract.row;
    return {
      id,
      articleName: articleName(vendor, sku, viewer.locale),
      customer: { id: customer.id, name: customer.name },
      system: { id: systemId, name: systemName },
      particulars: found.before,
      around: found.around,
      version,
    };
  });
}
