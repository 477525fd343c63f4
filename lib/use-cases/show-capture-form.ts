import { customerById } from "@/db/queries/customers";
import { withTenant } from "@/db/tenant";
import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { editionInForce, vendors } from "@/lib/price-lists/index";
import { type CaptureChoice, contractChoices, purchaseChoices } from "./shared/capture-choices";
import { systemAtHand } from "./shared/system-at-hand";

export type { CaptureChoice } from "./shared/capture-choices";

/** What is to be recorded on a system: what is there to choose from, and what is known of it already. */
export interface CaptureForm {
  readonly system: {
    readonly id: string;
    readonly name: string;
    readonly productName: string;
    /** With User Light licences; null is unknown. */
    readonly installedUsers: number | null;
  };
  readonly customer: { readonly id: string; readonly name: string; readonly land: string | null };
  readonly list: PriceList;
  readonly choices: readonly CaptureChoice[];
  /** The vendor's terms make him the customer's party. */
  readonly brokered: boolean;
  /** What lapses by itself is among the choices, and its end is asked for. */
  readonly hasUpkeep: boolean;
}

/** The form to record a purchase or a contract of a system. Null as in `showSystem`, and where no price list knows the vendor today. */
export async function showCaptureForm(
  viewer: Viewer,
  systemId: string,
  kind: "purchase" | "contract",
  today: Day,
): Promise<CaptureForm | null> {
  if (!may(viewer, "capture-estate")) throw new Error(`recording is not for the role ${viewer.role}`);
  return withTenant(viewer, async (tx) => {
    const found = await systemAtHand(tx, viewer, systemId, today);
    const list = found === null ? undefined : editionInForce(found.row.vendor, today)?.list;
    const customer = found === null ? null : await customerById(tx, viewer, found.customer.id);
    if (found === null || list === undefined || customer === null) return null;
    const { id, name, vendor, installedUsers, installedLightUsers } = found.row;
    return {
      system: {
        id,
        name,
        productName: vendors.find((each) => each.id === vendor)?.productName ?? vendor,
        installedUsers: installedUsers === null ? null : installedUsers + (installedLightUsers ?? 0),
      },
      customer: { id: customer.id, name: customer.name, land: customer.land },
      list,
      choices: kind === "purchase" ? purchaseChoices(list) : contractChoices(list),
      brokered: list.resale === "brokered",
      hasUpkeep: list.up2date !== undefined,
    };
  });
}
