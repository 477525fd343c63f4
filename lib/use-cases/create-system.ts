import { v7 as uuidv7 } from "uuid";
import { customerToChange, insertSystem } from "@/db/queries/capture";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, type Refusals, refusalsOf, refuse } from "@/lib/domain/refusal";
import { type FigureChange, faultOfChange, figureFieldsOf, withChange } from "@/lib/domain/system-figures";
import { may, type Viewer } from "@/lib/domain/viewer";
import { editionInForce, vendors } from "@/lib/price-lists/index";
import { sealKey } from "@/lib/vault/seal";
import { faultOfSystemName, KEY_AT_MOST } from "./shared/capture";
import { deriveSystem } from "./shared/derive";
import { isId } from "./shared/ids";
import { recordChange } from "./shared/record-change";
import { deriveStock } from "./shared/stock";

export interface NewSystem {
  readonly customerId: string;
  readonly vendor: string;
  /** Unique within the customer's systems of the vendor. */
  readonly name: string;
  /** The server licence key; it is kept sealed. */
  readonly serverKey: string | null;
  readonly figures: FigureChange;
}

const nothingKnown = { installedUsers: null, installedLightUsers: null, release: null, usage: {} };

/** Records a system of a customer. Refused: a name that the customer's systems of the vendor have already (`system-name-taken`). */
export async function createSystem(
  viewer: Viewer,
  input: NewSystem,
  today: Day,
  now: Date,
): Promise<{ readonly systemId: string; readonly version: number } | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const { customerId, vendor, figures } = input;
  if (!isId(customerId)) return "not-found";
  const name = input.name.trim();
  const serverKey = input.serverKey?.trim() || null;
  const fields = figureFieldsOf(editionInForce(vendor, today)?.list ?? null);
  const faults = refusalsOf([
    vendors.some(({ id }) => id === vendor)
      ? null
      : refuse("system-vendor-unknown", { choices: vendors.map(({ id }) => id).join(", ") }, "vendor"),
    faultOfSystemName(name),
    serverKey !== null && serverKey.length > KEY_AT_MOST
      ? refuse("key-too-long", { most: KEY_AT_MOST }, "serverKey")
      : null,
    faultOfChange(fields, figures),
  ]);
  if (faults !== null) return faults;
  const resellerId = viewer.resellerId ?? "";
  const id = uuidv7();
  const known = withChange(nothingKnown, figures);
  const sealed =
    serverKey === null ? null : sealKey(serverKey, { resellerId, table: "systems", id, column: "server_key" });
  return withTenant(viewer, async (tx) => {
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, customerId);
    if ((await customerToChange(tx, viewer, customerId)) === null) return "not-found";
    const keys = {
      serverKeySealed: sealed?.sealed ?? null,
      serverKeyMask: sealed?.mask ?? null,
      serverKeyDigest: sealed?.digest ?? null,
    };
    const row = { resellerId, id, customerId, vendor, name, ...known, usage: { ...known.usage }, ...keys };
    if (!(await insertSystem(tx, { ...row, createdAt: now }))) return refuse("system-name-taken", { name }, "name");
    await deriveSystem(tx, resellerId, id, today);
    await deriveStock(tx, resellerId, { systemIds: [id] }, today);
    await recordChange(tx, viewer, {
      action: "system-created",
      subject: { type: "system", id },
      of: { customerId, systemId: id },
      after: { vendor, name, ...known, serverKeyMask: sealed?.mask ?? null },
      at: now,
    });
    return { systemId: id, version: 1 };
  });
}
