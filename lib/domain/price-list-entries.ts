import type { Article, CellId, Condition, PriceListDocument } from "./catalog";
import { priceSlots } from "./price-slots";

export type EntryKind =
  | "article"
  | "figure"
  | "rate"
  | "fee"
  | "area"
  | "condition"
  | "policy"
  | "requirement"
  | "reading"
  | "note";

/** One thing that a price list says, as it can be searched for and linked to. */
export interface Entry {
  readonly kind: EntryKind;
  /** The fragment of the list's page: `zelle-call-recording-12-1-20`. */
  readonly anchor: string;
  readonly title: string;
  readonly detail: string;
  readonly clause: string;
  /** Everything that a search may find it by, folded. */
  readonly text: string;
}

const words: Readonly<Record<EntryKind, string>> = {
  article: "artikel",
  figure: "zelle",
  rate: "tarif",
  fee: "gebuehr",
  area: "gebiet",
  condition: "bedingung",
  policy: "regel",
  requirement: "voraussetzung",
  reading: "lesart",
  note: "hinweis",
};

/** The fragment under which a page shows an entry. Letters, digits and hyphens only, so that it needs no escaping anywhere. */
export function anchorOf(kind: EntryKind, id: string): string {
  const plain = id
    .replaceAll(">", "ueber")
    .replaceAll("+", "plus")
    .replaceAll(/[^A-Za-z0-9]+/g, "-");
  return `${words[kind]}-${plain}`;
}

/** Every entry of a list, in the order of its page. */
export function entriesOf(list: PriceListDocument, locale: "de" | "en"): Entry[] {
  const namesOfCell = articleNamesByCell(list);
  const nameOf = (sku: string) => {
    const article = list.articles.find((each) => each.sku === sku);
    return article === undefined ? sku : `${article.label?.[locale] ?? article.name} ${article.name} ${sku}`;
  };
  const policyOf = new Map(list.policies.map(({ id }) => [id, list.articles.filter(({ policy }) => policy === id)]));
  const licences = list.prerequisites?.licences ?? [];
  return [
    ...list.articles.map((article) =>
      entry("article", article.sku, titleOf(article, locale), article.name, article.clause, [
        article.sku,
        ...article.aliases,
        article.label?.de,
        article.label?.en,
        article.unit[locale],
      ]),
    ),
    ...list.printed.flatMap(({ table, clause, cells }) =>
      cells.map((cell) =>
        entry("figure", cell.id, cell.article, `${cell.column}: ${cell.text}`, clause, [
          table,
          ...(namesOfCell.get(cell.id) ?? []),
        ]),
      ),
    ),
    ...list.rates.map((rate) =>
      entry("rate", rate.id, rate.destination[locale], rate.increment ?? "", clauseOf(list, rate.prices[0]?.cell), [
        rate.destination.de,
        rate.note?.[locale],
        list.areas.find(({ id }) => id === rate.area)?.name,
      ]),
    ),
    ...list.areas.map((area) => entry("area", area.id, area.name, area.countries.join(", "), area.clause, [])),
    ...list.fees.map((fee) => entry("fee", fee.id, fee.name[locale], fee.per[locale], fee.clause, [fee.name.de])),
    ...licences.map(({ sku, name, clause, servers, needs }) =>
      entry("requirement", sku, name, sku, clause, [...servers, ...needs.flatMap(({ anyOf }) => anyOf)].map(nameOf)),
    ),
    ...list.conditions.map((condition) =>
      entry("condition", condition.id, skusOf(condition).map(nameOf).join(", "), "", condition.clause, []),
    ),
    ...list.policies.map(({ id, source }) =>
      entry(
        "policy",
        id,
        (policyOf.get(id) ?? []).map((article) => titleOf(article, locale)).join(", ") || list.productName,
        "",
        source.clause,
        [],
      ),
    ),
    ...list.readings.map(({ id, clause, asPrinted, read, reason }) =>
      entry("reading", id, read[locale], asPrinted, clause, [reason[locale]]),
    ),
    ...list.notes.map(({ id, clause, text }) => entry("note", id, text[locale], "", clause, [])),
  ];
}

/** The entries in which every word of the search occurs, whatever its case and accents. All of them for an empty search. */
export function searchEntries(entries: readonly Entry[], search: string): Entry[] {
  const sought = folded(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  return entries.filter(({ text }) => sought.every((word) => text.includes(word)));
}

/** Lower case, without accents: "Österreich" is found by "oster" and by "OSTER"; ß is ss. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase();
}

/** What a condition is about. */
export function skusOf(condition: Condition): string[] {
  switch (condition.kind) {
    case "minimum":
    case "maximum":
    case "per-user-maximum":
      return [...condition.skus];
    case "equal-quantity":
    case "needs-at-least":
    case "on-request-above":
      return [condition.sku, condition.of];
    case "requires-one-of":
      return [condition.sku, ...condition.oneOf];
    case "whole-company-discount":
      return [...condition.forbidden, ...condition.needsOption.flatMap((need) => [need.profile, need.option])];
  }
}

function entry(
  kind: EntryKind,
  id: string,
  title: string,
  detail: string,
  clause: string,
  more: readonly (string | undefined)[],
): Entry {
  const text = folded([title, detail, clause, ...more].filter((part) => part !== undefined).join(" "));
  return { kind, anchor: anchorOf(kind, id), title, detail, clause, text };
}

function titleOf(article: Article, locale: "de" | "en"): string {
  return article.label?.[locale] ?? article.name;
}

/** The names of the articles whose prices are printed in a cell: "Multiline-TAPI" is found where the paper says "Contact TAPI". */
function articleNamesByCell(list: PriceListDocument): ReadonlyMap<CellId, string[]> {
  const names = new Map<CellId, string[]>();
  for (const article of list.articles) {
    const own = [article.name, article.label?.de, article.label?.en, ...article.aliases].filter(
      (name) => name !== undefined,
    );
    for (const { cell } of priceSlots(list, article)) if (cell !== null) names.set(cell, own);
  }
  return names;
}

function clauseOf(list: PriceListDocument, cell: CellId | undefined): string {
  return list.printed.find((table) => table.cells.some(({ id }) => id === cell))?.clause ?? "";
}
