import type { PriceListDocument, PrintedCell } from "./catalog";
import { amountOf } from "./printed-tables";

/** What stands in one of two editions, or in both and differently. Texts are as printed. */
export interface EditionChange {
  readonly kind: "changed" | "new" | "gone";
  readonly what: "figure" | "article" | "policy" | "condition" | "rate" | "area" | "fee" | "reading" | "note";
  /** The same in both editions. */
  readonly id: string;
  readonly name: string;
  /** Where a figure stands: table and column. */
  readonly place: string;
  /** As in the earlier edition; null for what is new. */
  readonly before: string | null;
  /** As in the later edition; null for what is gone. */
  readonly after: string | null;
  /** The later amount less the earlier one, in millionths of a euro; null where either is none. */
  readonly differenceMicroEuros: number | null;
}

/** How many of each kind, and what did not change. */
export interface EditionComparison {
  readonly changes: readonly EditionChange[];
  /** Printed figures that are the same in both. */
  readonly sameFigures: number;
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** What is compared and shown. */
  readonly text: string;
  readonly amount: number | null;
}

/**
 * Compares two editions of one vendor by the ids that their transcriptions share: what is changed, new and gone, in the order of the
 * later paper, what is gone last of its kind. Two editions of different vendors are a bug of the caller and thrown.
 */
export function compareEditions(before: PriceListDocument, after: PriceListDocument): EditionComparison {
  if (before.vendor !== after.vendor) throw new Error(`editions of ${before.vendor} and ${after.vendor}`);
  const figures = differences("figure", figureItems(before), figureItems(after));
  const changes = [
    ...differences("article", articleItems(before), articleItems(after)),
    ...figures,
    ...differences("rate", rateItems(before), rateItems(after)),
    ...differences("area", areaItems(before), areaItems(after)),
    ...differences("fee", feeItems(before), feeItems(after)),
    ...differences("condition", conditionItems(before), conditionItems(after)),
    ...differences("policy", policyItems(before), policyItems(after)),
    ...differences("reading", readingItems(before), readingItems(after)),
    ...differences("note", noteItems(before), noteItems(after)),
  ];
  const touched = figures.filter((change) => change.kind !== "gone").length;
  return { changes, sameFigures: figureItems(after).length - touched };
}

function differences(what: EditionChange["what"], before: readonly Item[], after: readonly Item[]): EditionChange[] {
  const earlier = new Map(before.map((item) => [item.id, item]));
  const later = new Set(after.map((item) => item.id));
  const kept = after.flatMap((item): EditionChange[] => {
    const old = earlier.get(item.id);
    if (old === undefined) return [change("new", what, item, null, item.text, null)];
    if (old.text === item.text) return [];
    const difference = old.amount === null || item.amount === null ? null : item.amount - old.amount;
    return [change("changed", what, item, old.text, item.text, difference)];
  });
  const gone = before.filter((item) => !later.has(item.id));
  return [...kept, ...gone.map((item) => change("gone", what, item, item.text, null, null))];
}

function change(
  kind: EditionChange["kind"],
  what: EditionChange["what"],
  { id, name, place }: Item,
  before: string | null,
  after: string | null,
  differenceMicroEuros: number | null,
): EditionChange {
  return { kind, what, id, name, place, before, after, differenceMicroEuros };
}

const plain = (id: string, name: string, place: string, text: string): Item => ({
  id,
  name,
  place,
  text,
  amount: null,
});

function figureItems({ printed }: PriceListDocument): Item[] {
  return printed.flatMap(({ table, cells }) =>
    cells.map((cell: PrintedCell) => ({
      id: cell.id,
      name: cell.article,
      place: `${table}, ${cell.column}`,
      text: cell.text,
      amount: amountOf(cell),
    })),
  );
}

/** An article as its unit, its measure and its term rule; its prices are compared as figures. */
function articleItems({ articles }: PriceListDocument): Item[] {
  return articles.map(({ sku, name, unit, clause, measure, policy }) =>
    plain(sku, name, clause, [name, unit.de, measure.kind, policy ?? ""].filter((part) => part !== "").join(", ")),
  );
}

function rateItems({ rates }: PriceListDocument): Item[] {
  return rates.map(({ id, destination, per, increment, area, note }) =>
    plain(
      id,
      destination.de,
      area ?? "",
      [destination.de, per, increment, note?.de].filter((part) => part !== undefined).join(", "),
    ),
  );
}

function areaItems({ areas }: PriceListDocument): Item[] {
  return areas.map(({ id, name, clause, countries }) => plain(id, name, clause, countries.join(", ")));
}

function feeItems({ fees }: PriceListDocument): Item[] {
  return fees.map(({ id, name, per, clause }) => plain(id, name.de, clause, `${name.de}, ${per.de}`));
}

function conditionItems({ conditions }: PriceListDocument): Item[] {
  return conditions.map(({ id, clause, kind: _, ...rest }) => plain(id, clause, clause, JSON.stringify(rest)));
}

function policyItems({ policies }: PriceListDocument): Item[] {
  return policies.map(({ id, source, ...rest }) => {
    const rule = "rule" in rest ? Object.values(rest.rule).join(" ") : rest.kind;
    return plain(id, id, source.clause, rule);
  });
}

function readingItems({ readings }: PriceListDocument): Item[] {
  return readings.map(({ id, clause, asPrinted, read }) => plain(id, read.de, clause, `${asPrinted} → ${read.de}`));
}

function noteItems({ notes }: PriceListDocument): Item[] {
  return notes.map(({ id, clause, text }) => plain(id, text.de, clause, text.de));
}
