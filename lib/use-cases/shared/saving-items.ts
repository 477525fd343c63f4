import { contractRows } from "@/db/queries/contracts";
import { customersForStock } from "@/db/queries/derived-stock";
import { systemRows } from "@/db/queries/systems";
import type { Tx } from "@/db/tenant";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { isRefusal } from "@/lib/domain/refusal";
import type { SavingDraft } from "@/lib/domain/savings";
import { answerToDraft, type DraftAnswer } from "@/lib/domain/savings-draft";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName, vendors } from "@/lib/price-lists/index";
import { datesOf } from "./contract-lines";
import { contractFacts } from "./load-facts";
import { nameOf, type StaffName } from "./people";
import type { Portfolio } from "./portfolio";
import { type PortfolioSaving, pricesOf } from "./portfolio-reckoner";
import type { DraftLine, DraftView, SavingDetail, SavingEffect, SavingItem } from "./saving-views";

/** What a few savings of a portfolio are shown with: names, the contracts' dates, and prices to answer their drafts by. */
export interface SavingContext {
  readonly customers: ReadonlyMap<string, Awaited<ReturnType<typeof customersForStock>>[number]>;
  readonly systems: ReadonlyMap<string, string>;
  readonly contracts: ReadonlyMap<string, { readonly row: ContractOf; readonly dates: ReturnType<typeof datesOf> }>;
  readonly people: readonly StaffName[];
  readonly prices: ReturnType<typeof pricesOf>;
}
type ContractOf = Awaited<ReturnType<typeof contractRows>>[number];

/** Reads what `savings` are shown with; a page's worth, each kind of row once. */
export async function savingContext(
  tx: Tx,
  viewer: Viewer,
  portfolio: Portfolio,
  savings: readonly PortfolioSaving[],
  people: readonly StaffName[],
  today: Day,
): Promise<SavingContext> {
  const resellerId = viewer.resellerId ?? "";
  const customerIds = [...new Set(savings.map((saving) => saving.customerId))];
  const systemIds = [...new Set(savings.map((saving) => saving.systemId))];
  const contractIds = [...new Set(savings.flatMap((saving) => saving.contractIds))];
  const customers = await customersForStock(tx, resellerId, customerIds);
  const systems = await systemRows(tx, resellerId, { systemIds });
  const rows = await contractRows(tx, resellerId, { contractIds });
  const facts = await contractFacts(tx, resellerId, rows, today);
  return {
    customers: new Map(customers.map((row) => [row.id, row])),
    systems: new Map(systems.map(({ id, name }) => [id, name])),
    contracts: new Map(
      facts.map((each, at) => [each.id, { row: rows[at] as ContractOf, dates: datesOf(each, today) }]),
    ),
    people,
    prices: pricesOf(portfolio, today),
  };
}

export function savingItem(found: PortfolioSaving, context: SavingContext): SavingItem {
  const { saving, vendor } = found;
  const customer = context.customers.get(found.customerId);
  return {
    key: found.key,
    kind: saving.kind,
    customerId: found.customerId,
    customerNumber: customer?.number ?? "",
    customerName: customer?.name ?? "",
    clerkName: nameOf(context.people, customer?.clerkId ?? null),
    systemId: found.systemId,
    systemName: context.systems.get(found.systemId) ?? "",
    productName: vendors.find(({ id }) => id === vendor)?.productName ?? vendor,
    explanation: saving.explanation,
    yearlyCents: saving.yearlyCents,
    onceCents: saving.onceCents,
    breakEvenMonth: saving.breakEvenMonth,
    sample: found.sample,
    effect: effectOf(found, context),
  };
}

function effectOf({ saving, contractIds }: PortfolioSaving, { contracts }: SavingContext): SavingEffect {
  switch (saving.kind) {
    case "larger-quantity":
      return { kind: "on-order" };
    case "maintenance-length":
    case "maintenance-lapse":
      return saving.from.op === "up2date"
        ? { kind: "at-renewal", startsOn: dayAfter(saving.from.currentEnd, 1) }
        : { kind: "unknown" };
    case "purchase":
    case "plan-after-modules": {
      const dates = contracts.get(contractIds[0] ?? "")?.dates;
      if (dates === undefined || dates.cancellableTo === null) return { kind: "unknown" };
      return { kind: "after-notice", startsOn: dayAfter(dates.cancellableTo, 1), sendByOn: dates.sendByOn };
    }
  }
}

export function savingDetail(found: PortfolioSaving, context: SavingContext, locale: Viewer["locale"]): SavingDetail {
  const { saving, vendor } = found;
  const view = (draft: SavingDraft | null) => draftView(draft, found, context, locale);
  return {
    item: savingItem(found, context),
    assumptions: saving.assumptions,
    hints: saving.hints,
    from: view(saving.from),
    to: view(saving.to),
    alternatives: saving.alternatives.map(({ to, ...choice }) => ({ ...choice, to: view(to) })),
    contracts: found.contractIds.flatMap((id) => {
      const row = context.contracts.get(id)?.row;
      if (row === undefined) return [];
      const { amountCents, billingInterval, sku } = row;
      return [{ id, articleName: articleName(vendor, sku, locale), amountCents, billingInterval }];
    }),
  };
}

/** The answer to a draft that was made today from the same list and prices: refused, it would not be in the list. */
function answerOf(draft: SavingDraft, { vendor }: PortfolioSaving, { prices }: SavingContext): DraftAnswer {
  const of = prices.get(vendor);
  if (of === undefined) throw new Error(`no price list of ${vendor}`);
  const answer = answerToDraft(of.list, draft, of.own);
  if (isRefusal(answer)) throw new Error(`a saving's draft is refused: ${answer.code}`);
  return answer;
}

function draftView(
  draft: SavingDraft | null,
  found: PortfolioSaving,
  context: SavingContext,
  locale: Viewer["locale"],
): DraftView {
  if (draft === null) return { kind: "nothing" };
  const answer = answerOf(draft, found, context);
  if (answer.op === "price") {
    const items = draft.op === "price" ? draft.items : [];
    const named = (sku: string) => articleName(found.vendor, sku, locale);
    const lines = answer.lines.map((line, at): DraftLine => {
      // The last line may be a discount, which is no item of the draft.
      const item = items[at];
      return {
        articleName: named(line.sku),
        quantity: line.quantity,
        mode: item?.mode ?? null,
        termMonths: item?.termMonths ?? null,
        tier: line.tier ?? null,
        profileName: line.profile === undefined ? null : named(line.profile),
        oneOffCents: line.oneOffCents,
        monthlyCents: line.monthlyCents,
        yearlyCents: line.yearlyCents,
      };
    });
    return { kind: "price", lines, totals: answer.totals, request: draft };
  }
  const { op, amountCents, basisCents, basisPoints, years, startsOn, endsOn } = answer;
  const fromRelease = draft.op === "one-time-upgrade" ? draft.fromRelease : null;
  const figures = { amountCents, basisCents, percent: basisPoints / 100, years, fromRelease, startsOn, endsOn };
  return { kind: op, ...figures, request: draft };
}
