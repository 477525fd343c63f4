import { customerById } from "@/db/queries/customers";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { byEuroAYear, type SavingKind, savingKinds } from "@/lib/domain/savings";
import { type SavingTotal, type Summand, savingTotal, savingTotals } from "@/lib/domain/savings-portfolio";
import { may, type Viewer } from "@/lib/domain/viewer";
import { vendors } from "@/lib/price-lists/index";
import { cursorOf, isId, pageSize, readCursor } from "./shared/ids";
import { staffNames } from "./shared/people";
import { type Portfolio, type PortfolioFilter, readPortfolio, vendorsWithSavings } from "./shared/portfolio";
import type { PortfolioSaving } from "./shared/portfolio-reckoner";
import { portfolioSavings } from "./shared/portfolio-savings";
import { savingContext, savingDetail, savingItem } from "./shared/saving-items";
import type { SavingDetail, SavingItem } from "./shared/saving-views";

export type { DraftLine, DraftView, SavingDetail, SavingEffect, SavingItem } from "./shared/saving-views";

export interface SavingsFilter extends PortfolioFilter {
  readonly kind?: SavingKind | undefined;
  /** `next` of the page before. A cursor that was tampered with begins at the start. */
  readonly cursor?: string | undefined;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
  /** The key of the saving that stands open. */
  readonly openKey?: string | undefined;
}

export interface SavingsPage {
  readonly items: readonly SavingItem[];
  readonly next: string | null;
  /** Over all that the filter lets through, whatever its kind: by kind, and with everything kept. */
  readonly totals: ReturnType<typeof savingTotals>;
  /** Over what is listed. */
  readonly listed: SavingTotal;
  /** The open saving, also where it stands on another page; null where there is none such any more. */
  readonly open: SavingDetail | null;
  readonly filterOptions: {
    readonly vendors: readonly { readonly id: string; readonly name: string }[];
    readonly kinds: readonly SavingKind[];
    readonly clerks: readonly { readonly id: string; readonly name: string }[];
    readonly customer: { readonly id: string; readonly number: string; readonly name: string } | null;
  };
}

/** What could be had for less over all customers, most euro a year first. Only for those who may see it: pages and routes have asked before. */
export async function listSavings(viewer: Viewer, filter: SavingsFilter, today: Day): Promise<SavingsPage> {
  if (!may(viewer, "see-savings")) throw new Error(`savings are not for the role ${viewer.role}`);
  const people = await staffNames(viewer);
  const limit = pageSize(filter.limit);
  const { customerId } = filter;
  return withTenant(viewer, async (tx) => {
    const isAskable = [customerId, filter.clerkId].every((id) => id === undefined || isId(id));
    const portfolio = isAskable ? await readPortfolio(tx, viewer, filter, today) : null;
    const all = portfolio === null ? [] : portfolioSavings(portfolio, today);
    const sorted = portfolio === null ? [] : inOrder(portfolio, all, filter.kind);
    const from = placeOf(filter.cursor, sorted, portfolio);
    const page = sorted.slice(from, from + limit);
    const open = filter.openKey === undefined ? undefined : all.find(({ key }) => key === filter.openKey);
    const shown = open === undefined || page.includes(open) ? page : [...page, open];
    const context = portfolio === null ? null : await savingContext(tx, viewer, portfolio, shown, people, today);
    const last = from + limit < sorted.length ? page.at(-1) : undefined;
    const customer = customerId !== undefined && isId(customerId) ? await customerById(tx, viewer, customerId) : null;
    return {
      items: context === null ? [] : page.map((found) => savingItem(found, context)),
      next: last === undefined ? null : cursorAfter(last),
      totals: savingTotals(all.map(summand)),
      listed: savingTotal(sorted.map(summand)),
      open: context === null || open === undefined ? null : savingDetail(open, context, viewer.locale),
      filterOptions: {
        vendors: vendors.flatMap(({ id, productName }) =>
          vendorsWithSavings(today).has(id) ? [{ id, name: productName }] : [],
        ),
        kinds: savingKinds,
        clerks: people.filter((person) => person.isClerk).map(({ id, name }) => ({ id, name })),
        customer: customer === null ? null : { id: customer.id, number: customer.number, name: customer.name },
      },
    };
  });
}

/** Most euro a year first, then what costs least once; of equal ones by the customer's name. */
function inOrder(
  { placeOf: places }: Portfolio,
  all: readonly PortfolioSaving[],
  kind: SavingKind | undefined,
): PortfolioSaving[] {
  const chosen = kind === undefined ? [...all] : all.filter(({ saving }) => saving.kind === kind);
  return chosen.sort((left, right) => compare(places, left, right));
}

type Placed = Pick<PortfolioSaving, "key" | "customerId"> & {
  readonly saving: Pick<PortfolioSaving["saving"], "yearlyCents" | "onceCents">;
};

function compare(places: Portfolio["placeOf"], left: Placed, right: Placed): number {
  return (
    byEuroAYear(left.saving, right.saving) ||
    (places.get(left.customerId) ?? 0) - (places.get(right.customerId) ?? 0) ||
    (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)
  );
}

function cursorAfter({ key, customerId, saving }: PortfolioSaving): string {
  return cursorOf(JSON.stringify([saving.yearlyCents, saving.onceCents, key]), customerId);
}

/** The index after the cursor's row, also where that row is gone by now. */
function placeOf(cursor: string | undefined, sorted: readonly PortfolioSaving[], portfolio: Portfolio | null): number {
  const read = readCursor(cursor);
  if (read === null || portfolio === null) return 0;
  try {
    const [yearlyCents, onceCents, key] = JSON.parse(read.key) as unknown[];
    if (typeof yearlyCents !== "number" || typeof onceCents !== "number" || typeof key !== "string") return 0;
    const last = { key, customerId: read.id, saving: { yearlyCents, onceCents } };
    const next = sorted.findIndex((found) => compare(portfolio.placeOf, found, last) > 0);
    return next < 0 ? sorted.length : next;
  } catch {
    return 0;
  }
}

function summand({ saving: { kind, yearlyCents, onceCents }, sample }: PortfolioSaving): Summand {
  return { kind, yearlyCents, onceCents, sample };
}
