import { v7 as uuidv7 } from "uuid";
import { countViews, insertView } from "@/db/queries/stock-views";
import { withTenant } from "@/db/tenant";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";

const NAME_AT_MOST = 60;
const VIEWS_AT_MOST = 100;

/** Keeps a view of Bestand under a name, for its maker or for everybody of the reseller. `search` is an address that the page has read. */
export async function saveStockView(
  viewer: Viewer,
  input: { readonly name: string; readonly search: string; readonly shared: boolean },
  now: Date,
): Promise<{ readonly id: string } | Refusal> {
  if (!may(viewer, "save-stock-view")) return refuse("not-allowed");
  const name = input.name.trim().replace(/\s+/g, " ");
  if (name === "") return refuse("view-name-missing", {}, "name");
  if (name.length > NAME_AT_MOST) return refuse("view-name-too-long", { most: NAME_AT_MOST }, "name");
  const resellerId = viewer.resellerId ?? "";
  const { personId, name: personName } = viewer;
  return withTenant(viewer, async (tx) => {
    if ((await countViews(tx, resellerId, personId)) >= VIEWS_AT_MOST)
      return refuse("views-too-many", { most: VIEWS_AT_MOST });
    const { search, shared } = input;
    const row = { resellerId, id: uuidv7(), personId, personName, name, search, shared, createdAt: now };
    return (await insertView(tx, row)) ? { id: row.id } : refuse("view-name-taken", {}, "name");
  });
}
