import type { Article, Mode, PriceList } from "@/lib/domain/catalog";
import { figuresOf } from "@/lib/domain/catalog-figures";
import type { Day } from "@/lib/domain/dates";
import type { QuoteItem } from "@/lib/domain/pricing-request";
import type { ReadRow, RowProblem, WrittenRow } from "@/lib/import-export/read-row";
import { profileNamed } from "./import-articles";
import { paymentOf } from "./import-policies";
import type { MeaningContext, RowOwner } from "./import-rows";

/** The problems of a row as they are found. */
export class Notes {
  readonly all: RowProblem[];
  constructor(private readonly row: ReadRow) {
    this.all = [...row.problems];
  }
  get hasErrors(): boolean {
    return this.all.some(({ level }) => level === "error");
  }
  error(field: keyof WrittenRow, code: string, params: RowProblem["params"] = {}): void {
    this.add("error", field, code, params);
  }
  warn(field: keyof WrittenRow, code: string, params: RowProblem["params"] = {}): void {
    this.add("warning", field, code, params);
  }
  /** Absent because the cell is empty, and not because it could not be read, which has been told already. */
  need(field: keyof WrittenRow, value: unknown): void {
    if (value === undefined && !this.all.some((problem) => problem.field === field))
      this.error(field, "row-field-needed");
  }
  private add(level: RowProblem["level"], field: keyof WrittenRow, code: string, params: RowProblem["params"]): void {
    const value = field === "licence_key" || field === "server_key" ? "" : String(this.row.values[field] ?? "");
    this.all.push({ field, value, code, params, level });
  }
}

export interface Reading {
  readonly values: WrittenRow;
  readonly notes: Notes;
  readonly owner: RowOwner;
  readonly sku: string;
  readonly start: Day;
  readonly list: PriceList;
  readonly article: Article;
  readonly priceKnown: boolean;
  readonly context: MeaningContext;
}

export const isMaintenance = ({ up2date }: PriceList, sku: string): boolean =>
  up2date !== undefined && (up2date.terms.some((term) => term.sku === sku) || up2date.additional.sku === sku);

/** The form that a row means: as it says, else as its term says, else the only one that there is. */
export function modeOf(article: Article, list: PriceList, values: WrittenRow): Mode | undefined {
  const modes = figuresOf(list).articles.get(article.sku)?.modes ?? [];
  if (values.mode !== undefined) return values.mode;
  if (values.term_months !== undefined && modes.includes("subscription")) return "subscription";
  return modes.length === 1 ? modes[0] : undefined;
}

/** The item that the price list is asked for; null with every fault told. */
export function itemOf(reading: Reading): QuoteItem | null {
  const { values, notes, sku, article, list, owner, context } = reading;
  const priced = figuresOf(list).articles.get(sku);
  if (priced === undefined) throw new Error(`${sku} is not in its list`);
  const item: { -readonly [K in keyof QuoteItem]: QuoteItem[K] } = { sku };
  if (article.measure.kind === "quantity") item.quantity = values.quantity ?? 1;
  else if (article.measure.kind === "single" && (values.quantity ?? 1) !== 1)
    notes.error("quantity", "row-quantity-is-one");
  if (priced.price.kind === "by-form") readForm(reading, item);
  else if (values.mode !== undefined) checkMode(reading);
  if (priced.price.kind === "by-form" && priced.price.tiered) {
    const users = values.users ?? context.installedUsers(owner);
    if (users === null || users < 1) notes.need("users", undefined);
    else item.users = users;
  }
  if (article.measure.kind === "user-packs") {
    notes.need("users", values.users);
    if (values.users !== undefined) item.users = values.users;
  }
  if (priced.price.kind === "by-profile") readProfile(reading, item);
  else if (values.profile !== undefined) notes.warn("profile", "row-field-of-no-use");
  return notes.hasErrors ? null : item;
}

type Draft = { -readonly [K in keyof QuoteItem]: QuoteItem[K] };

function readForm({ values, notes, sku, article, list }: Reading, item: Draft): void {
  const priced = figuresOf(list).articles.get(sku);
  const mode = modeOf(article, list, values);
  const terms = priced?.price.kind === "by-form" ? [...priced.price.subscription.keys()] : [];
  const months = values.term_months;
  if (mode === undefined) notes.need("mode", undefined);
  else if (!priced?.modes.includes(mode))
    notes.error("mode", mode === "purchase" ? "row-not-for-sale" : "row-not-for-rent");
  else if (mode === "purchase") {
    item.mode = mode;
    if (months !== undefined) notes.error("term_months", "row-term-of-purchase");
  } else if (months === undefined) notes.need("term_months", undefined);
  else if (!terms.includes(months)) notes.error("term_months", "row-term-not-offered", { choices: terms.join(", ") });
  else {
    item.mode = mode;
    item.termMonths = months;
  }
}

/** An article that has one form only can be called by it, and by no other. */
function checkMode({ values, notes, list, article, sku }: Reading): void {
  if (isMaintenance(list, sku)) return;
  const isOnce = paymentOf(list, article) === "once";
  if (values.mode === "purchase" && !isOnce) notes.error("mode", "row-not-for-sale");
  if (values.mode === "subscription" && isOnce) notes.error("mode", "row-not-for-rent");
}

function readProfile({ values, notes, list, article }: Reading, item: Draft): void {
  const profile = values.profile === undefined ? undefined : profileNamed(list, values.profile);
  const offer = article.price.kind === "by-profile" ? article.price.profiles[profile ?? ""] : undefined;
  if (values.profile === undefined) notes.need("profile", undefined);
  else if (profile === undefined) notes.error("profile", "row-profile-unknown", { choices: list.profiles.join(", ") });
  else if (offer === undefined || offer.status === "unavailable") notes.error("profile", "row-not-for-profile");
  else item.profile = profile;
}
