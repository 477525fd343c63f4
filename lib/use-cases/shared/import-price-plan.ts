import type { OwnPrice } from "@/db/queries/import-prices";
import type { PriceRowKind } from "@/db/queries/price-rows";
import type { Day } from "@/lib/domain/dates";
import { type PriceSlot, priceSlots, slotKey } from "@/lib/domain/price-slots";
import type { ReadPrice } from "@/lib/import-export/read-price";
import type { RowProblem } from "@/lib/import-export/read-row";
import { vendors } from "@/lib/price-lists/index";
import { profileNamed, skuNamed, vendorNamed } from "./import-articles";
import type { RowVerdict } from "./import-plan";
import { articleOn } from "./price-rows";

/** What the rows of a file are where they do not say themselves. */
export interface PriceDefaults {
  readonly priceKind: PriceRowKind;
  readonly validFrom: Day;
}

export interface NewPrice {
  readonly kind: PriceRowKind;
  readonly vendor: string;
  readonly sku: string;
  readonly dimensions: Readonly<Record<string, string | number>>;
  readonly validFrom: Day;
  readonly cents: number;
}

export interface PricePlan {
  readonly verdicts: readonly RowVerdict[];
  readonly counts: Readonly<Record<"rows" | "new" | "changed" | "unchanged" | "rejected" | "warned" | "gone", number>>;
  readonly inserts: readonly NewPrice[];
}

/**
 * Compares a file of prices with those that hold on each row's first day. A price that is another gets a row of its own from that day on, and
 * what was before stays as it was. Prices that hold and that the file no longer names are counted as gone; they go on holding.
 */
export function planPrices(
  rows: readonly ReadPrice[],
  existing: readonly OwnPrice[],
  defaults: PriceDefaults,
): PricePlan {
  const there = Map.groupBy(existing, keyOf);
  const lines = new Map<string, number>();
  const named = new Set<string>();
  const inserts: NewPrice[] = [];
  const verdicts = rows.map((row): RowVerdict => {
    const meant = meaningOf(row, defaults);
    if ("problems" in meant) return verdict(row.line, "rejected", meant.problems);
    const key = keyOf(meant);
    const reject = (code: string, params: RowProblem["params"]) =>
      verdict(row.line, "rejected", [{ field: "sku", value: row.values.sku ?? "", code, params, level: "error" }]);
    const twin = lines.get(`${key} ${meant.validFrom}`);
    if (twin !== undefined) return reject("row-twice", { line: twin });
    const before = (there.get(key) ?? [])
      .filter(({ validFrom }) => validFrom <= meant.validFrom)
      .sort(byDay)
      .at(-1);
    lines.set(`${key} ${meant.validFrom}`, row.line);
    named.add(key);
    if (before?.cents === meant.cents) return verdict(row.line, "unchanged", []);
    if (before?.validFrom === meant.validFrom) return reject("row-price-on-day", { cents: before.cents });
    inserts.push(meant);
    const difference = { field: "price", before: before?.cents ?? null, after: meant.cents };
    return { ...verdict(row.line, before === undefined ? "new" : "changed", []), differences: [difference] };
  });
  const count = (wanted: RowVerdict["verdict"]) => verdicts.filter((each) => each.verdict === wanted).length;
  const gone = [...there].filter(
    ([key, prices]) =>
      !named.has(key) &&
      prices.some(({ validFrom, kind }) => validFrom <= defaults.validFrom && kind === defaults.priceKind),
  );
  return {
    verdicts,
    counts: {
      rows: verdicts.length,
      new: count("new"),
      changed: count("changed"),
      unchanged: count("unchanged"),
      rejected: count("rejected"),
      warned: 0,
      gone: gone.length,
    },
    inserts,
  };
}

const keyOf = ({ kind, vendor, sku, dimensions }: Pick<OwnPrice, "kind" | "vendor" | "sku" | "dimensions">) =>
  `${kind} ${vendor} ${sku} ${slotKey(dimensions)}`;

const byDay = (left: OwnPrice, right: OwnPrice) => (left.validFrom < right.validFrom ? -1 : 1);

const verdict = (line: number, of: RowVerdict["verdict"], problems: readonly RowProblem[]): RowVerdict => ({
  line,
  verdict: of,
  problems,
  differences: [],
});

function meaningOf(row: ReadPrice, defaults: PriceDefaults): NewPrice | { readonly problems: readonly RowProblem[] } {
  const { values } = row;
  const problems = [...row.problems];
  const error = (field: keyof ReadPrice["values"], code: string, params: RowProblem["params"] = {}) =>
    problems.push({ field, value: String(values[field] ?? ""), code, params, level: "error" });
  for (const field of ["vendor", "sku", "price"] as const) {
    if (values[field] === undefined && !problems.some((problem) => problem.field === field))
      error(field, "row-field-needed");
  }
  const vendor = values.vendor === undefined ? undefined : vendorNamed(values.vendor);
  if (values.vendor !== undefined && vendor === undefined)
    error("vendor", "row-vendor-unknown", { choices: vendors.map(({ id }) => id).join(", ") });
  const sku = vendor === undefined || values.sku === undefined ? undefined : skuNamed(vendor, values.sku);
  const validFrom = values.valid_from ?? defaults.validFrom;
  const found = vendor === undefined || sku === undefined ? null : articleOn(vendor, sku, validFrom);
  if (vendor !== undefined && values.sku !== undefined && found === null) {
    const product = vendors.find(({ id }) => id === vendor)?.productName ?? vendor;
    error("sku", "row-article-unknown", { product });
  }
  if (found === null || vendor === undefined || sku === undefined || values.price === undefined || problems.length > 0)
    return { problems };
  const slots = priceSlots(found.list, found.article).filter(({ offer }) => offer === "priced");
  const profile =
    values.profile === undefined ? undefined : (profileNamed(found.list, values.profile) ?? values.profile);
  const fitting = slots.filter((slot) => fits(slot, { ...values, profile }));
  const [slot] = fitting;
  if (slot === undefined || fitting.length > 1) {
    const choices = slots.map(({ dimensions, charge }) => slotKey({ charge, ...dimensions })).join("; ");
    error("sku", "row-slot-unknown", { choices: choices === "" ? "–" : choices.slice(0, 300) });
    return { problems };
  }
  const kind = values.kind ?? defaults.priceKind;
  return { kind, vendor, sku, dimensions: { ...slot.dimensions }, validFrom, cents: values.price };
}

/** Whatever the row says of its price must be the slot's; what it leaves open may be anything. */
function fits({ dimensions, charge }: PriceSlot, said: ReadPrice["values"]): boolean {
  const same = <T>(wanted: T | undefined, is: T | undefined) => wanted === undefined || wanted === is;
  return (
    same(said.mode, dimensions.mode) &&
    same(said.term_months, dimensions.termMonths) &&
    same(said.tier?.replaceAll(/\s/g, ""), dimensions.tier) &&
    same(said.profile, dimensions.profile) &&
    same(said.charge, charge)
  );
}
