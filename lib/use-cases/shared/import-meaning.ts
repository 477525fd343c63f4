import type { PriceList } from "@/lib/domain/catalog";
import { dayAfter, daysBetween } from "@/lib/domain/dates";
import { type Cents, share, times } from "@/lib/domain/money";
import { priceAlone } from "@/lib/domain/pricing-alone";
import type { QuoteLine } from "@/lib/domain/pricing-lines";
import type { QuoteItem } from "@/lib/domain/pricing-request";
import { isRefusal } from "@/lib/domain/refusal";
import { termsOf } from "@/lib/domain/terms";
import type { ReadRow, WrittenRow } from "@/lib/import-export/read-row";
import { editionInForce, policyById, vendors } from "@/lib/price-lists/index";
import { articleIn, skuNamed, vendorNamed } from "./import-articles";
import { isMaintenance, itemOf, modeOf, Notes, type Reading } from "./import-item";
import { type Interval, intervalsOnPaper, mainArticleOf, paymentOf, recurringPolicy } from "./import-policies";
import type { MeaningContext, MeantContract, MeantPurchase, MeantRow, RejectedRow, RowOwner } from "./import-rows";

/** Finds what a row creates, or every reason why it cannot. */
export function meaningOf(row: ReadRow, context: MeaningContext): MeantRow | RejectedRow {
  const notes = new Notes(row);
  const rejected = (): RejectedRow => ({ line: row.line, written: row.values, what: null, problems: notes.all });
  const owner = ownerOf(row.values, notes);
  const { start, sku: written } = row.values;
  notes.need("sku", written);
  notes.need("start", start);
  if (owner === null || written === undefined) return rejected();
  const sku = skuNamed(owner.vendor, written);
  if (sku === undefined) {
    const product = vendors.find(({ id }) => id === owner.vendor)?.productName ?? owner.vendor;
    notes.error("sku", "row-article-unknown", { product });
    return rejected();
  }
  if (start === undefined) return rejected();
  const edition = editionInForce(owner.vendor, start);
  const found = edition === undefined ? undefined : articleIn(edition.list, owner.vendor, sku);
  if (edition === undefined || found === undefined) throw new Error(`${owner.vendor} ${sku} is in no price list`);
  const reading: Reading = {
    values: row.values,
    notes,
    owner,
    sku,
    start,
    ...found,
    priceKnown: edition.priceKnown && found.list === edition.list,
    context,
  };
  const what = isBoughtOnce(reading) ? purchaseOf(reading) : contractOf(reading);
  if (what === null || notes.hasErrors) return rejected();
  return { line: row.line, written: row.values, ...owner, what, problems: notes.all };
}

function ownerOf(values: WrittenRow, notes: Notes): RowOwner | null {
  const { customer_number: customerNumber, vendor: written, system } = values;
  notes.need("customer_number", customerNumber);
  notes.need("vendor", written);
  const vendor = written === undefined ? undefined : vendorNamed(written);
  if (written !== undefined && vendor === undefined)
    notes.error("vendor", "row-vendor-unknown", { choices: vendors.map(({ id }) => id).join(", ") });
  if (customerNumber === undefined || vendor === undefined) return null;
  // A customer with one system of a vendor is often listed without its name.
  const product = vendors.find(({ id }) => id === vendor)?.productName ?? vendor;
  if (system === undefined) notes.warn("system", "row-system-unnamed", { product });
  return { customerNumber, vendor, systemName: system ?? product };
}

/** Bought once: chosen so, or an article that is paid once only. */
function isBoughtOnce({ list, article, values, sku }: Reading): boolean {
  if (isMaintenance(list, sku)) return false;
  const payment = paymentOf(list, article);
  if (payment !== "by-form") return payment === "once";
  return modeOf(article, list, values) === "purchase";
}

/** The list's price, where the paper or the reseller's own list gives one for the day; never a guess. */
function listLine({ list, start, priceKnown, context }: Reading, item: QuoteItem): QuoteLine | null {
  const own = context.ownPrices(list, start);
  if (!priceKnown && own === undefined) return null;
  const line = priceAlone(list, item, own);
  if (isRefusal(line)) return null;
  return !priceKnown && line.prices.some((price) => !price.own) ? null : line;
}

function purchaseOf(reading: Reading): MeantPurchase | null {
  const { values, notes, sku, start, list } = reading;
  for (const field of ["interval", "term_end"] as const)
    if (values[field] !== undefined) notes.error(field, "row-only-for-contracts");
  if (values.notice_received_on !== undefined) notes.error("notice_received_on", "row-only-for-contracts");
  if (values.term_months !== undefined && values.mode !== "purchase")
    notes.error("term_months", "row-only-for-contracts");
  if (start > reading.context.today) notes.warn("start", "row-bought-later");
  const item = itemOf(reading);
  if (item === null) return null;
  const line =
    list.articles.find((article) => article.sku === sku)?.measure.kind === "started-minutes"
      ? null
      : listLine(reading, item);
  const quantity = line?.quantity ?? values.quantity ?? 1;
  const byUnit = values.unit_price === undefined ? null : times(values.unit_price, quantity);
  if (isRefusal(byUnit)) {
    notes.error("unit_price", "row-amount-too-large");
    return null;
  }
  if (byUnit !== null && values.amount !== undefined && byUnit !== values.amount)
    notes.warn("amount", "row-amount-differs", { quantity, unitCents: values.unit_price ?? 0, totalCents: byUnit });
  const tier = line?.tier ?? tierOf(list, item);
  return {
    kind: "purchase",
    sku,
    purchasedOn: start,
    quantity,
    tier,
    users: item.users ?? null,
    listPriceCents: line?.oneOffCents ?? null,
    paidCents: values.amount ?? byUnit,
    edition: list.edition,
  };
}

/** The tier is the paper's, also on a day whose prices nobody knows. */
function tierOf(list: PriceList, item: QuoteItem): string | null {
  const line = item.users === undefined ? null : priceAlone(list, item);
  return line === null || isRefusal(line) ? null : (line.tier ?? null);
}

const MONTHS: Readonly<Record<Interval, number>> = { month: 1, quarter: 3, year: 12 };

function contractOf(reading: Reading): MeantContract | null {
  const { values, notes, owner, sku, start, list, article } = reading;
  const isUpkeep = isMaintenance(list, sku);
  const policyId = article.policy ?? recurringPolicy(owner.vendor);
  if (policyId === undefined) throw new Error(`${owner.vendor} ${sku} is paid again and again, and has no policy`);
  if (!isUpkeep && values.term_end !== undefined) notes.error("term_end", "row-term-end-of-upkeep-only");
  const term = isUpkeep ? termOf(reading) : null;
  const item = itemOf(reading);
  if (item === null || (isUpkeep && term === null)) return null;
  if (values.term_months !== undefined && item.termMonths === undefined && !isUpkeep)
    notes.warn("term_months", "row-term-by-policy");
  const line = isUpkeep ? null : listLine(reading, item);
  const payment = paymentOf(list, article);
  const charge = payment === "yearly" ? "yearly" : "monthly";
  const onPaper = intervalsOnPaper(policyId, charge);
  const billingInterval = values.interval ?? (isUpkeep ? "year" : charge === "yearly" ? "year" : "month");
  if (!onPaper.includes(billingInterval))
    notes.warn("interval", "row-interval-not-on-paper", { interval: billingInterval, known: onPaper.join(", ") });
  const quantity = line?.quantity ?? item.quantity ?? 1;
  const amountCents = amountOf(reading, billingInterval, quantity, line, isUpkeep);
  if (amountCents === "refused") return null;
  if (amountCents === null) notes.warn("amount", "row-amount-unknown");
  const termMonths = policyById(policyId)?.kind === "chosen-term" ? (item.termMonths ?? null) : null;
  return {
    kind: "contract",
    sku,
    policyId,
    termMonths,
    startsOn: start,
    billingParty: list.resale === "brokered" ? "vendor" : "reseller",
    billingInterval,
    amountCents,
    quantity,
    profile: item.profile ?? null,
    users: item.users ?? null,
    monthlyCents: charge === "monthly" ? (line?.monthlyCents ?? null) : null,
    yearlyCents: charge === "yearly" ? (line?.yearlyCents ?? null) : null,
    edition: list.edition,
    ownPrice: line?.prices.some((price) => price.own) ?? false,
    term,
    notice: noticeOf(reading, policyId, termMonths),
    mainSku: mainArticleOf(policyId) ?? null,
  };
}

/** What is charged each interval: as written, else the list's price for that time. */
function amountOf(
  { values, notes }: Reading,
  interval: Interval,
  quantity: number,
  line: QuoteLine | null,
  isUpkeep: boolean,
): Cents | null | "refused" {
  if (values.amount !== undefined) return values.amount;
  if (values.unit_price !== undefined) {
    const cents = times(values.unit_price, quantity);
    if (!isRefusal(cents)) return cents;
    notes.error("unit_price", "row-amount-too-large");
    return "refused";
  }
  if (line === null || isUpkeep || line.monthlyCents === null || line.yearlyCents === null) return null;
  const yearly = BigInt(line.monthlyCents) * 12n + BigInt(line.yearlyCents);
  return Number(share(yearly, MONTHS[interval], 12));
}

/** The term of a maintenance: from the first day to the end that the row names. */
function termOf({ values, notes, start, list, sku }: Reading): MeantContract["term"] {
  const { term_end: endsOn } = values;
  if (endsOn === undefined) {
    notes.need("term_end", undefined);
    return null;
  }
  if (endsOn < start) {
    notes.error("term_end", "row-term-end-before-start", { start });
    return null;
  }
  const bought = list.up2date?.terms.find((term) => term.sku === sku);
  // Of additional licences the paper names no length: theirs is that of the term that they go with.
  const months =
    bought === undefined
      ? Math.max(1, Math.round((daysBetween(start, dayAfter(endsOn, 1)) * 12) / 365.25))
      : bought.years * 12;
  return { endsOn, months, percentPerYear: bought === undefined ? null : Math.round(bought.basisPointsPerYear / 100) };
}

/** The end that a notice brings about, as the contract's rule gives it. */
function noticeOf(
  { values, notes, start, context }: Reading,
  policyId: string,
  termMonths: number | null,
): MeantContract["notice"] {
  const { notice_received_on: receivedOn } = values;
  if (receivedOn === undefined) return null;
  if (receivedOn > context.today) {
    notes.error("notice_received_on", "row-notice-after-today");
    return null;
  }
  const policy = policyById(policyId);
  if (policy === undefined) throw new Error(`no policy ${policyId}`);
  const question = {
    policy,
    termMonths,
    ownRule: null,
    land: null,
    start,
    asOf: context.today,
    noticeReceivedOn: receivedOn,
  };
  const answer = termsOf(question);
  if (isRefusal(answer) || answer.endsOn === null) {
    notes.error("notice_received_on", policy.kind === "lapses" ? "row-notice-to-upkeep" : "row-notice-without-rule");
    return null;
  }
  return { receivedOn, endsOn: answer.endsOn };
}
