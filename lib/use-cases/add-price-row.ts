import { v7 as uuidv7 } from "uuid";
import { centsOnDay, insertPriceRow, type PriceRowKind } from "@/db/queries/price-rows";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Cents, MAX_INPUT_CENTS } from "@/lib/domain/money";
import { pricedSlot } from "@/lib/domain/price-slots";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleOn, deriveFromPrices, dimensionsOf, kindsSeen } from "./shared/price-rows";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";

export interface NewPrice {
  readonly kind: PriceRowKind;
  readonly vendor: string;
  readonly sku: string;
  /** Which of the article's prices: the key of a priced slot (`slotKey`); empty where it has but one. */
  readonly slot: string;
  readonly validFrom: Day;
  readonly cents: Cents;
}

/**
 * Records a price of the reseller's own from a day on, beside those that are there: whichever began last holds. Derives anew what follows
 * from it, in the same transaction. Refused where the same price has a row for that day already; nothing is overwritten.
 */
export async function addPriceRow(
  viewer: Viewer,
  price: NewPrice,
  today: Day,
  now: Date,
): Promise<{ readonly priceRowId: string } | Refusal> {
  if (!may(viewer, "manage-price-rows")) return refuse("not-allowed");
  const { resellerId } = withReseller(viewer);
  const { kind, vendor, sku, validFrom, cents } = price;
  if (!kindsSeen(viewer).includes(kind)) return refuse("not-allowed");
  const found = articleOn(vendor, sku, validFrom);
  if (found === null) return refuse("price-article-unknown", {}, "sku");
  const { list, article } = found;
  const slot = pricedSlot(list, article, price.slot);
  if (slot === undefined) {
    const { de = article.name, en = article.name } = article.label ?? {};
    return refuse("price-slot-unknown", { article: de, articleEn: en }, "slot");
  }
  if (!Number.isSafeInteger(cents) || cents < 0 || cents > MAX_INPUT_CENTS)
    return refuse("price-out-of-range", { most: MAX_INPUT_CENTS }, "price");
  return withTenant(viewer, async (tx) => {
    const key = { kind, vendor, sku, dimensions: { ...slot.dimensions }, validFrom };
    const row = { ...key, resellerId, id: uuidv7(), cents, recordedBy: viewer.personId, recordedByName: viewer.name };
    if (!(await insertPriceRow(tx, { ...row, recordedAt: now }))) {
      const present = (await centsOnDay(tx, resellerId, key)) ?? 0;
      return refuse("price-row-exists", { validFrom, cents: present }, "validFrom");
    }
    if (kind === "list") await deriveFromPrices(tx, resellerId, vendor, today);
    await recordChange(tx, viewer, {
      action: "price-row-added",
      subject: { type: "price-row", id: row.id },
      after: { priceKind: kind, vendor, sku, ...dimensionsOf(key), validFrom, cents },
      at: now,
    });
    return { priceRowId: row.id };
  });
}
