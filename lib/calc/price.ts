import { type QuoteItem, type QuoteLine, quote } from "@/lib/domain/pricing";
import { isRefusal, refuse } from "@/lib/domain/refusal";
import { newestEdition, vendors } from "@/lib/price-lists/index";
import { type Fields, MAX_QUANTITY } from "./fields";
import { type Operation, said } from "./operation";

const MODES = ["purchase", "subscription"] as const;
const MAX_MONTHS = 600;
const ITEM_FIELDS: ReadonlySet<string> = new Set([
  "sku",
  "quantity",
  "mode",
  "termMonths",
  "users",
  "profile",
  "minutes",
]);
const vendorIds = vendors.map((vendor) => vendor.id);

/** `price`: what the articles asked for cost by a vendor's newest price list. */
export const price: Operation = {
  fields: ["vendor", "items"],
  answer(request) {
    const list = newestEdition(request.oneOf("vendor", vendorIds));
    const items = request
      .list("items", 0, Number.MAX_SAFE_INTEGER)
      .map((entry, index) => readItem(request.entry("items", index, entry)));
    if (request.fault) return request.fault;
    if (list === undefined) throw new Error("a vendor without a price list");
    if (items.length === 0) return refuse("items-empty", {}, "items");
    if (unpriced.has(list.vendor)) return refuse("vendor-without-prices", { product: list.productName }, "vendor");
    const quoted = quote(list, items);
    if (isRefusal(quoted)) return quoted;
    return {
      ok: true,
      lines: quoted.lines.map(lineOf),
      totals: quoted.totals,
      edition: list.edition,
      assumptions: said(quoted.assumptions),
      hints: said(quoted.hints),
      explanation: said(quoted.derivation),
    };
  },
};

/** Vendors whose paper prints no prices at all. */
const unpriced = new Set(
  vendorIds.filter((vendor) => newestEdition(vendor)?.articles.every((article) => article.price.kind === "none")),
);

function readItem(fields: Fields): QuoteItem {
  fields.only(ITEM_FIELDS);
  const item: { -readonly [Field in keyof QuoteItem]: QuoteItem[Field] } = { sku: fields.text("sku") };
  if (fields.has("quantity")) item.quantity = fields.whole("quantity", 1, MAX_QUANTITY);
  if (fields.has("mode")) item.mode = fields.oneOf("mode", MODES);
  if (fields.has("termMonths")) item.termMonths = fields.whole("termMonths", 1, MAX_MONTHS);
  if (fields.has("users")) item.users = fields.whole("users", 1, MAX_QUANTITY);
  if (fields.has("profile")) item.profile = fields.text("profile");
  if (fields.has("minutes")) item.minutes = fields.whole("minutes", 1, MAX_QUANTITY);
  return item;
}

/** A line as the calculator answers it; its unit prices stand in the explanation. */
function lineOf(line: QuoteLine): Record<string, unknown> {
  const { sku, quantity, oneOffCents, monthlyCents, yearlyCents, tier, profile, onRequest, needsOverride } = line;
  return { sku, quantity, oneOffCents, monthlyCents, yearlyCents, tier, profile, onRequest, needsOverride };
}
