import { v7 as uuidv7 } from "uuid";
import { insertLicence, insertPurchase, licenceOfArticle } from "@/db/queries/capture";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { isRefusals, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { sealKey } from "@/lib/vault/seal";
import { KEY_AT_MOST, meantArticle } from "./shared/capture";
import { deriveSystem } from "./shared/derive";
import { recordChange } from "./shared/record-change";
import { pricedSystem, systemAtHand } from "./shared/system-at-hand";

/** A licence that was bought. What is absent is not known, or follows from the price list. */
export interface NewPurchase {
  readonly systemId: string;
  readonly sku: string;
  readonly purchasedOn: Day;
  readonly quantity?: number;
  /** Users that the tier is chosen for; without them, the installed ones. */
  readonly users?: number;
  readonly profile?: string;
  /** What was paid: by unit, or for all. */
  readonly unitPriceCents?: Cents;
  readonly amountCents?: Cents;
  readonly orderReference?: string;
  /** Kept sealed. */
  readonly licenceKey?: string;
}

export interface CreatedPurchase {
  readonly licenceId: string;
  readonly purchaseId: string;
  /** What the person should know beside: nothing of it hinders. */
  readonly notes: readonly Refusal[];
}

const REFERENCE_AT_MOST = 100;

/**
 * Records a purchase, and the licence where the system has none of the article yet; the licence's quantity is the sum of its purchases.
 * Refused: an article that is rented (`capture-is-contract`), and one whose licence is archived (`capture-licence-archived`).
 */
export async function createLicence(
  viewer: Viewer,
  input: NewPurchase,
  today: Day,
  now: Date,
): Promise<CreatedPurchase | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const { purchasedOn: start, sku, quantity, users, profile, unitPriceCents, amountCents } = input;
  const orderReference = input.orderReference?.trim() || null;
  const licenceKey = input.licenceKey?.trim() || null;
  if (orderReference !== null && orderReference.length > REFERENCE_AT_MOST)
    return refuse("customer-field-too-long", { most: REFERENCE_AT_MOST }, "orderReference");
  if (licenceKey !== null && licenceKey.length > KEY_AT_MOST)
    return refuse("key-too-long", { most: KEY_AT_MOST }, "licenceKey");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await systemAtHand(tx, viewer, input.systemId, today);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.row.customerId);
    const system = await pricedSystem(tx, viewer, input.systemId, today);
    if (system === null) return "not-found";
    const { id: systemId, customerId, vendor } = system.row;
    const price = {
      ...(unitPriceCents === undefined ? {} : { unit_price: unitPriceCents }),
      ...(amountCents === undefined ? {} : { amount: amountCents }),
    };
    const chosen = {
      ...(quantity === undefined ? {} : { quantity }),
      ...(users === undefined ? {} : { users }),
      ...(profile === undefined ? {} : { profile }),
    };
    const meant = meantArticle(system, { sku, start, mode: "purchase", ...chosen, ...price }, today);
    if (isRefusals(meant)) return meant;
    const { what, notes } = meant;
    if (what.kind !== "purchase") return refuse("capture-is-contract", {}, "sku");
    const there = await licenceOfArticle(tx, resellerId, systemId, what.sku);
    if (there !== null && there.archivedAt !== null) return refuse("capture-licence-archived", {}, "sku");
    // A licence that is there has a key of its own, or gets one on its page.
    if (there !== null && licenceKey !== null) return refuse("capture-key-on-licence", {}, "licenceKey");
    const licenceId = there?.id ?? uuidv7();
    const purchaseId = uuidv7();
    const place = { resellerId, table: "licences", id: licenceId, column: "licence_key" } as const;
    const sealed = licenceKey === null ? null : sealKey(licenceKey, place);
    const keys = {
      licenceKeySealed: sealed?.sealed ?? null,
      licenceKeyMask: sealed?.mask ?? null,
      licenceKeyDigest: sealed?.digest ?? null,
    };
    if (there === null)
      await insertLicence(tx, { resellerId, id: licenceId, customerId, systemId, vendor, sku: what.sku, ...keys });
    const { kind: _, sku: __, ...bought } = what;
    await insertPurchase(tx, {
      resellerId,
      id: purchaseId,
      customerId,
      licenceId,
      ...bought,
      orderReference,
      recordedBy: viewer.personId,
      recordedAt: now,
    });
    await deriveSystem(tx, resellerId, systemId, today);
    const of = { customerId, systemId };
    if (there === null)
      await recordChange(tx, viewer, {
        action: "licence-created",
        subject: { type: "licence", id: licenceId },
        of,
        after: { sku: what.sku, ...(sealed === null ? {} : { licenceKeyMask: sealed.mask }) },
        at: now,
      });
    await recordChange(tx, viewer, {
      action: "purchase-created",
      subject: { type: "purchase", id: purchaseId },
      of,
      after: { sku: what.sku, ...bought, orderReference },
      at: now,
    });
    return { licenceId, purchaseId, notes };
  });
}
