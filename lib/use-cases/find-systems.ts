import { systemsNamed } from "@/db/queries/system-search";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { vendors } from "@/lib/price-lists/index";

export interface SystemHit {
  readonly id: string;
  readonly name: string;
  readonly productName: string;
  readonly customerNumber: string;
  readonly customerName: string;
}

export interface SystemHits {
  readonly hits: readonly SystemHit[];
  /** There are more than are shown. */
  readonly more: boolean;
}

const SHOWN = 12;
const WORDS_AT_MOST = 6;

/** Systems by what somebody types of their name, their customer's name or his number: a handful, by customer. */
export async function findSystems(viewer: Viewer, search: string): Promise<SystemHits> {
  if (!may(viewer, "check-addition")) throw new Error(`systems are not looked for by the role ${viewer.role}`);
  const words = search
    .slice(0, 100)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, WORDS_AT_MOST);
  const rows = await withTenant(viewer, (tx) => systemsNamed(tx, viewer, words, SHOWN + 1));
  return {
    hits: rows.slice(0, SHOWN).map(({ id, name, vendor, customerNumber, customerName }) => ({
      id,
      name,
      productName: vendors.find((each) => each.id === vendor)?.productName ?? vendor,
      customerNumber,
      customerName,
    })),
    more: rows.length > SHOWN,
  };
}
