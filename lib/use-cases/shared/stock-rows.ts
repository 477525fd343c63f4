import type { ContractRow } from "@/db/queries/contracts";
import type { NewStockRow, StockPosition } from "@/db/queries/derived-stock";
import type { PurchaseRow } from "@/db/queries/licences";
import type { SystemRow } from "@/db/queries/systems";
import { type ContractFacts, monthlyCents, questionOf } from "@/lib/domain/contract-facts";
import { type Day, dayAfter } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { foldText, type StockState } from "@/lib/domain/stock";
import { minimumEndsOn } from "@/lib/domain/terms-timeline";
import { articleName, vendors } from "@/lib/price-lists/index";
import { contractLine } from "./contract-lines";
import type { ContractLine } from "./views";

/** Everything that the rows of some systems follow from. */
export interface StockSources {
  readonly customers: readonly {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly clerkId: string | null;
  }[];
  readonly systems: readonly SystemRow[];
  readonly contracts: readonly ContractRow[];
  /** Of the contracts, in their order. */
  readonly facts: readonly ContractFacts[];
  readonly positions: readonly StockPosition[];
  /** Oldest first. */
  readonly purchases: readonly PurchaseRow[];
}

/** The rows of Bestand as they are right today: a row for each licence, and for each article that is booked, or will be. */
export function stockRowsFrom(sources: StockSources, today: Day): NewStockRow[] {
  const customers = new Map(sources.customers.map((customer) => [customer.id, customer]));
  const positions = Map.groupBy(sources.positions, (position) => position.contractId);
  const contracts = Map.groupBy(
    sources.contracts.map((row, at) => ({ row, facts: sources.facts[at] })),
    ({ row }) => row.systemId,
  );
  const purchases = Map.groupBy(sources.purchases, (purchase) => purchase.systemId);
  return sources.systems.flatMap((system) => {
    const customer = customers.get(system.customerId);
    if (customer === undefined) return [];
    const owner = {
      customerId: customer.id,
      customerNumber: customer.number,
      customerName: customer.name,
      clerkId: customer.clerkId,
      systemId: system.id,
      systemName: system.name,
    };
    const licences = Map.groupBy(purchases.get(system.id) ?? [], (purchase) => purchase.licenceId);
    return [
      ...[...licences].map(([id, bought]) => ({ ...owner, ...licenceRow(id, system.vendor, bought) })),
      ...(contracts.get(system.id) ?? []).flatMap(({ row, facts }) =>
        facts === undefined
          ? []
          : contractRowsOf(row, facts, positions.get(row.id) ?? [], today).map((stock) => ({ ...owner, ...stock })),
      ),
    ];
  });
}

type Owned = "customerId" | "customerNumber" | "customerName" | "clerkId" | "systemId" | "systemName";

function articleOf(vendor: string, sku: string) {
  return {
    vendor,
    product: vendors.find(({ id }) => id === vendor)?.productName ?? vendor,
    sku,
    articleKey: foldText(sku),
    articleDe: articleName(vendor, sku, "de"),
    articleEn: articleName(vendor, sku, "en"),
  };
}

const noDates = { termEndsOn: null, cancellableTo: null, noticeDueOn: null, sendByOn: null, endsOn: null };

function licenceRow(id: string, vendor: string, bought: readonly PurchaseRow[]): Omit<NewStockRow, Owned> {
  const paid = bought.map((purchase) => purchase.paidCents);
  return {
    id,
    kind: "licence",
    contractId: null,
    ...articleOf(vendor, bought[0]?.sku ?? ""),
    tier: bought.at(-1)?.tier ?? null,
    quantity: bought.reduce((sum, purchase) => sum + purchase.quantity, 0),
    billingParty: null,
    sinceOn: bought[0]?.purchasedOn ?? null,
    ...noDates,
    monthlyCents: null,
    paidCents: paid.every((cents) => cents !== null)
      ? paid.reduce<number>((sum, cents) => sum + (cents ?? 0), 0)
      : null,
    state: "held",
    staleAfter: null,
  };
}

/** None for a contract that has ended, or whose place another has taken. */
function contractRowsOf(
  row: ContractRow,
  facts: ContractFacts,
  booked: readonly StockPosition[],
  today: Day,
): Omit<NewStockRow, Owned>[] {
  const line = contractLine(row, facts, { locale: "de" }, today);
  if (line.standing === "ended" || facts.maintenance?.replaced) return [];
  const { dates } = line;
  const state = stateOf(line, facts, today);
  const common = {
    kind: "contract" as const,
    contractId: row.id,
    tier: null,
    billingParty: row.billingParty,
    ...dates,
    paidCents: null,
    state,
    staleAfter: earliest(
      [dates.noticeDueOn, dates.termEndsOn, dates.endsOn, row.startsOn > today ? dayAfter(row.startsOn, -1) : null],
      today,
    ),
  };
  const standing = booked.filter((position) => position.toOn === null || position.toOn >= today);
  if (standing.length === 0) {
    const rest = { quantity: null, sinceOn: row.startsOn, monthlyCents: monthlyCents(facts) };
    return [{ ...common, id: row.id, ...articleOf(row.vendor, row.sku), ...rest }];
  }
  return standing.map((position) => {
    const isFuture = position.fromOn > today;
    return {
      ...common,
      id: position.id,
      ...articleOf(row.vendor, position.sku),
      quantity: position.quantity,
      sinceOn: position.fromOn,
      endsOn: earliest([dates.endsOn, position.toOn], today),
      // One article alone costs what the contract costs; of several each has the price that was noted for it.
      monthlyCents: standing.length === 1 ? monthlyCents(facts) : monthlyOf(position),
      state: isFuture && state !== "noticed" ? "not-started" : state,
      staleAfter: earliest([common.staleAfter, position.toOn, isFuture ? dayAfter(position.fromOn, -1) : null], today),
    };
  });
}

function monthlyOf({ monthlyCents, yearlyCents }: StockPosition): Cents | null {
  if (monthlyCents === null && yearlyCents === null) return null;
  return (monthlyCents ?? 0) + Math.round((yearlyCents ?? 0) / 12);
}

function stateOf(line: ContractLine, facts: ContractFacts, today: Day): StockState {
  switch (line.standing) {
    case "noticed":
    case "ends-with-main":
      return "noticed";
    case "lapsed":
    case "ended":
      return "lapsed";
    case "not-started":
      return isRuleUnknown(line, facts) ? "rule-unknown" : "not-started";
    case "running":
      if (isRuleUnknown(line, facts)) return "rule-unknown";
      return isPastMinimum(line, facts, today) ? "rolling" : "running";
  }
}

/** No rule is stated or recorded; or what lapses by itself has no end recorded. */
function isRuleUnknown(line: ContractLine, facts: ContractFacts): boolean {
  return line.ruleUnknown || (facts.policy?.kind === "lapses" && facts.maintenance?.currentEnd == null);
}

/** Can end every month, and the next end is not that of the minimum any more. */
function isPastMinimum(line: ContractLine, facts: ContractFacts, today: Day): boolean {
  const { cancellableTo } = line.dates;
  if (!line.rolling || cancellableTo === null || facts.policy === null) return false;
  const minimum = minimumEndsOn(questionOf({ ...facts, policy: facts.policy }, today));
  return minimum === null || cancellableTo > minimum;
}

/** The first of the days that has not passed. */
function earliest(days: readonly (Day | null)[], today: Day): Day | null {
  return days.reduce<Day | null>(
    (first, day) => (day === null || day < today || (first !== null && first <= day) ? first : day),
    null,
  );
}
