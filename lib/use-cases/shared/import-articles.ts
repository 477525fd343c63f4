import type { Article, PriceList } from "@/lib/domain/catalog";
import { foldText } from "@/lib/domain/stock";
import { editionsOf, priceLists, vendors } from "@/lib/price-lists/index";

const vendorByName = new Map<string, string>();
for (const { id, name, productName } of vendors) {
  for (const text of [id, name, productName]) vendorByName.set(foldText(text), id);
}
for (const list of priceLists) {
  for (const text of [list.vendorName, list.productName]) vendorByName.set(foldText(text), list.vendor);
}
/** What people call a vendor by its product, beside the names of the price lists. */
const nicknames: Readonly<Record<string, string>> = {
  starface: "fluxpunkt",
  xphone: "c4b",
  "xphone connect": "c4b",
  "enreach contact": "enreach",
  bluepbx: "netinteract",
  "aut-pbx": "autphone",
  autpbx: "autphone",
};
for (const [text, id] of Object.entries(nicknames)) if (!vendorByName.has(text)) vendorByName.set(text, id);

/** The vendor that a text names, by its id, its name or its product. */
export function vendorNamed(text: string): string | undefined {
  return vendorByName.get(foldText(text));
}

interface Names {
  readonly bySku: ReadonlyMap<string, string>;
  /** By number, for programs that take 3210.0030 for a number and drop its last zero. */
  readonly byNumber: ReadonlyMap<number, string>;
  readonly byName: ReadonlyMap<string, string | null>;
}
const known = new Map<string, Names>();

function namesOf(vendor: string): Names {
  const before = known.get(vendor);
  if (before !== undefined) return before;
  const bySku = new Map<string, string>();
  const byNumber = new Map<number, string>();
  const byName = new Map<string, string | null>();
  for (const { sku, name, label, aliases } of editionsOf(vendor).flatMap((list) => list.articles)) {
    bySku.set(sku.toLowerCase(), sku);
    if (/^\d+\.\d+$/.test(sku)) byNumber.set(Number(sku), sku);
    for (const text of [name, label?.de, label?.en, ...aliases]) {
      if (text === undefined) continue;
      const key = foldText(text);
      // A name that two articles share names neither.
      byName.set(key, (byName.get(key) ?? sku) === sku ? sku : null);
    }
  }
  const names = { bySku, byNumber, byName };
  known.set(vendor, names);
  return names;
}

/** The article that a text names: by its sku, or by a name that no other article of the vendor has. */
export function skuNamed(vendor: string, text: string): string | undefined {
  const { bySku, byNumber, byName } = namesOf(vendor);
  const exact = bySku.get(text.toLowerCase());
  if (exact !== undefined) return exact;
  const number = /^\d+[.,]\d+$/.test(text) ? byNumber.get(Number(text.replace(",", "."))) : undefined;
  return number ?? byName.get(foldText(text)) ?? undefined;
}

/** The profile that a text names. */
export function profileNamed(list: PriceList, text: string): string | undefined {
  const key = foldText(text);
  return list.profiles.find((sku) => {
    const article = list.articles.find((each) => each.sku === sku);
    return [sku, article?.name, article?.label?.de, article?.label?.en].some(
      (name) => name !== undefined && (foldText(name) === key || foldText(name).endsWith(` ${key}`)),
    );
  });
}

/** The article in the edition, or in the newest one that has it. */
export function articleIn(
  list: PriceList,
  vendor: string,
  sku: string,
): { list: PriceList; article: Article } | undefined {
  const inForce = list.articles.find((article) => article.sku === sku);
  if (inForce !== undefined) return { list, article: inForce };
  for (const other of editionsOf(vendor).toReversed()) {
    const article = other.articles.find((each) => each.sku === sku);
    if (article !== undefined) return { list: other, article };
  }
  return undefined;
}
