import { customerById } from "@/db/queries/customers";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type SavingKind, savingKinds } from "@/lib/domain/savings";
import {
  type SavingGap,
  type SavingTotal,
  type Summand,
  savingGaps,
  savingTotal,
  savingTotals,
} from "@/lib/domain/savings-portfolio";
import { may, type Viewer } from "@/lib/domain/viewer";
import { vendors } from "@/lib/price-lists/index";
import { isId, pageSize } from "./shared/ids";
import { staffNames } from "./shared/people";
import { readPortfolio, vendorsWithSavings } from "./shared/portfolio";
import type { PortfolioSaving } from "./shared/portfolio-reckoner";
import { savingContext, savingDetail, savingItem } from "./shared/saving-items";
import type { SavingDetail, SavingItem } from "./shared/saving-views";
import { cursorAfter, indexAfter, isAskable, type SavingsRequest, savingsInOrder } from "./shared/savings-order";

export type { DraftLine, DraftView, SavingDetail, SavingEffect, SavingItem } from "./shared/saving-views";

export interface SavingsFilter extends SavingsRequest {
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
  /** What could not be reckoned with, and how often: it may hide a saving. */
  readonly leftOut: readonly { readonly gap: SavingGap; readonly count: number }[];
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
    const portfolio = isAskable(filter) ? await readPortfolio(tx, viewer, filter, today) : null;
    const { all, listed, gaps } = portfolio === null ? nothing : savingsInOrder(portfolio, filter.kind, today);
    const from = portfolio === null ? 0 : indexAfter(filter.cursor, listed, portfolio);
    const page = listed.slice(from, from + limit);
    const open = filter.openKey === undefined ? undefined : all.find(({ key }) => key === filter.openKey);
    const shown = open === undefined || page.includes(open) ? page : [...page, open];
    const context = portfolio === null ? null : await savingContext(tx, viewer, portfolio, shown, people, today);
    const last = from + limit < listed.length ? page.at(-1) : undefined;
    const customer = customerId !== undefined && isId(customerId) ? await customerById(tx, viewer, customerId) : null;
    return {
      items: context === null ? [] : page.map((found) => savingItem(found, context)),
      next: last === undefined ? null : cursorAfter(last),
      totals: savingTotals(all.map(summand)),
      listed: savingTotal(listed.map(summand)),
      leftOut: savingGaps.flatMap((gap) => {
        const count = gaps.get(gap);
        return count === undefined ? [] : [{ gap, count }];
      }),
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

const nothing: ReturnType<typeof savingsInOrder> = { all: [], listed: [], gaps: new Map() };

function summand({ saving: { kind, yearlyCents, onceCents }, sample }: PortfolioSaving): Summand {
  return { kind, yearlyCents, onceCents, sample };
}
