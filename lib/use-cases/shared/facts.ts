import type { AgreedEnd, ContractRow, PositionWithUsers } from "@/db/queries/contracts";
import type { RecordRow } from "@/db/queries/decisions";
import type { PurchaseRow } from "@/db/queries/licences";
import type { NoticeRow } from "@/db/queries/notices";
import type { PriceRow } from "@/db/queries/price-rows";
import type { SystemRow } from "@/db/queries/systems";
import type { PriceList } from "@/lib/domain/catalog";
import { tierIndexOf } from "@/lib/domain/catalog-figures";
import {
  type ContractFacts,
  endByNotice,
  type MaintenanceFacts,
  type NoticeInForce,
} from "@/lib/domain/contract-facts";
import { SUPPORT_PLAN_GROUP } from "@/lib/domain/coverage";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { type Records, recordsOf } from "@/lib/domain/decisions";
import type { SystemFacts } from "@/lib/domain/decisions-system";
import { isLand } from "@/lib/domain/holidays";
import { maintenanceCost } from "@/lib/domain/maintenance";
import type { SystemHoldings } from "@/lib/domain/prerequisites-rules";
import type { ListPrices } from "@/lib/domain/system-price";
import { holdingOf, type TieredHolding } from "@/lib/domain/tier-usage";
import { renewalWindow } from "@/lib/domain/up2date";
import { editionInForce, policyById, priceLists } from "@/lib/price-lists/index";

/** Rows that contracts follow from: the contracts themselves, and whatever the rest of the database says about them. */
export interface ContractSources {
  readonly contracts: readonly ContractRow[];
  /** Of the contracts, and of their main contracts. */
  readonly notices: readonly NoticeRow[];
  /** The next four: only for contracts that lapse, by their systems. */
  readonly systems: readonly SystemRow[];
  readonly ends: readonly AgreedEnd[];
  readonly purchases: readonly PurchaseRow[];
  readonly prices: readonly PriceRow[];
  readonly records: readonly RecordRow[];
}

/** The same for systems. */
export interface SystemSources {
  readonly systems: readonly SystemRow[];
  readonly purchases: readonly PurchaseRow[];
  readonly contracts: readonly ContractRow[];
  readonly notices: readonly NoticeRow[];
  readonly ends: readonly AgreedEnd[];
  readonly positions: readonly PositionWithUsers[];
  readonly records: readonly RecordRow[];
}

interface Indexed {
  readonly notices: ReadonlyMap<string, readonly NoticeRow[]>;
  readonly ends: ReadonlyMap<string, readonly AgreedEnd[]>;
  readonly purchases: ReadonlyMap<string, readonly PurchaseRow[]>;
  readonly prices: ReadonlyMap<string, readonly PriceRow[]>;
  readonly records: ReadonlyMap<string, Records>;
  readonly today: Day;
}

/** Policies of contracts that lapse, and the vendors that sell them. */
const lapsing = priceLists.flatMap((list) =>
  list.policies.filter((policy) => policy.kind === "lapses").map((policy) => ({ id: policy.id, vendor: list.vendor })),
);
export const lapsingPolicyIds = [...new Set(lapsing.map((policy) => policy.id))];
export const lapsingVendors = [...new Set(lapsing.map((policy) => policy.vendor))];

/** Facts of contracts, in the order of the rows. */
export function contractFactsFrom(sources: ContractSources, today: Day): ContractFacts[] {
  const indexed: Indexed = {
    notices: Map.groupBy(sources.notices, (row) => row.contractId),
    ends: Map.groupBy(sources.ends, (row) => row.systemId),
    purchases: Map.groupBy(sources.purchases, (row) => row.systemId),
    prices: Map.groupBy(sources.prices, (row) => row.vendor),
    records: recordsBySubject(sources.records),
    today,
  };
  const systemById = new Map(sources.systems.map((row) => [row.id, row]));
  return sources.contracts.map((row) => contractFactsOf(row, systemById.get(row.systemId), indexed));
}

function contractFactsOf(row: ContractRow, system: SystemRow | undefined, indexed: Indexed): ContractFacts {
  const policy = policyById(row.policyId) ?? null;
  const main = row.mainContractId === null ? null : noticeInForce(indexed.notices.get(row.mainContractId) ?? []);
  return {
    id: row.id,
    customerId: row.customerId,
    clerkId: row.clerkId,
    systemId: row.systemId,
    vendor: row.vendor,
    sku: row.sku,
    policy,
    termMonths: row.termMonths,
    ownRule: row.ownRule,
    land: isLand(row.land) ? row.land : null,
    startsOn: row.startsOn,
    billingInterval: row.billingInterval,
    amountCents: row.amountCents,
    notice: noticeInForce(indexed.notices.get(row.id) ?? []),
    mainEndsOn: main?.endsOn ?? null,
    maintenance: policy?.kind === "lapses" && system !== undefined ? maintenanceOf(row, system, indexed) : null,
    records: indexed.records.get(row.id) ?? new Map(),
  };
}

/** The notice that ends the contract: of those not withdrawn the one with the earliest end. */
export function noticeInForce(rows: readonly NoticeRow[]): NoticeInForce | null {
  const followedBy = (notice: NoticeRow, kind: "confirmation" | "withdrawal") =>
    rows.some((row) => row.kind === kind && row.noticeId === notice.id);
  let found: NoticeInForce | null = null;
  for (const row of rows) {
    if (row.kind !== "notice" || row.endsOn === null || followedBy(row, "withdrawal")) continue;
    if (found !== null && found.endsOn <= row.endsOn) continue;
    found = {
      id: row.id,
      receivedOn: row.receivedOn,
      endsOn: row.endsOn,
      confirmed: followedBy(row, "confirmation"),
    };
  }
  return found;
}

function maintenanceOf(row: ContractRow, system: SystemRow, indexed: Indexed): MaintenanceFacts | null {
  const list = editionInForce(row.vendor, indexed.today)?.list;
  if (list?.prerequisites === undefined || list.up2date === undefined) return null;
  const agreed = (indexed.ends.get(row.systemId) ?? []).filter((term) => term.endsOn !== null);
  const newest = agreed.toSorted((left, right) => (String(left.endsOn) < String(right.endsOn) ? -1 : 1)).at(-1);
  const currentEnd = newest?.endsOn ?? null;
  const years = Math.max(1, Math.round((newest?.months ?? 12) / 12));
  const { prices, samples, changesOn } = listPricesOn(indexed.prices.get(row.vendor) ?? [], indexed.today);
  const holdings = holdingsOf(list, indexed.purchases.get(row.systemId) ?? []);
  const at = { prerequisites: list.prerequisites, up2date: list.up2date, system: holdings, prices };
  return {
    currentEnd,
    replaced: newest !== undefined && newest.contractId !== row.id,
    years,
    opensOn: currentEnd === null ? null : renewalWindow(list.up2date, currentEnd).opensOn,
    cost: maintenanceCost(at, years, currentEnd ?? indexed.today, system.release, samples),
    priceChangesOn: [...changesOn, ...laterEditions(row.vendor, indexed.today)],
  };
}

/** The reseller's list prices of one vendor that hold on a day, for articles without further dimensions; and which of them are made up. */
export function listPricesOn(rows: readonly PriceRow[], today: Day) {
  const plain = rows.filter((row) => Object.keys(row.dimensions).length === 0);
  const inForce = new Map(plain.filter((row) => row.validFrom <= today).map((row) => [row.sku, row]));
  const prices: ListPrices = Object.fromEntries([...inForce].map(([sku, row]) => [sku, row.cents]));
  return {
    prices,
    samples: new Set([...inForce.values()].filter((row) => row.sample).map((row) => row.sku)),
    changesOn: plain.filter((row) => row.validFrom > today).map((row) => row.validFrom),
  };
}

/** First days of a vendor's editions that are not in force yet. */
function laterEditions(vendor: string, today: Day): Day[] {
  return priceLists.flatMap(({ vendor: seller, validFrom }) =>
    seller === vendor && validFrom !== null && validFrom > today ? [validFrom] : [],
  );
}

/** Quantities by sku of the articles that the list's prerequisites know; services and maintenance are no part of a system. */
export function holdingsOf(list: PriceList, purchases: readonly PurchaseRow[]): SystemHoldings {
  const licences = new Set(list.prerequisites?.licences.map((licence) => licence.sku));
  const held: Record<string, number> = {};
  for (const { sku, quantity } of purchases) if (licences.has(sku)) held[sku] = (held[sku] ?? 0) + quantity;
  return held;
}

/** Facts of systems, in the order of the rows. */
export function systemFactsFrom(sources: SystemSources, today: Day): SystemFacts[] {
  const purchases = Map.groupBy(sources.purchases, (row) => row.systemId);
  const notices = Map.groupBy(sources.notices, (row) => row.contractId);
  const ends = Map.groupBy(sources.ends, (row) => row.systemId);
  const positions = Map.groupBy(sources.positions, (row) => row.systemId);
  const contracts = Map.groupBy(sources.contracts, (row) => row.systemId);
  const records = recordsBySubject(sources.records);
  const noticeOf = (contractId: string | null) =>
    contractId === null ? null : noticeInForce(notices.get(contractId) ?? []);
  const endOf = (contract: ContractRow) =>
    endByNotice({
      notice: noticeOf(contract.id),
      mainEndsOn: noticeOf(contract.mainContractId)?.endsOn ?? null,
    });
  return sources.systems.map((row) => {
    const list = editionInForce(row.vendor, today)?.list ?? null;
    const bought = purchases.get(row.id) ?? [];
    const onIt = contracts.get(row.id) ?? [];
    const ended = new Map(onIt.map((contract) => [contract.id, endOf(contract)]));
    const subscribed = (positions.get(row.id) ?? []).map((position) => ({
      ...position,
      termMonths: onIt.find((contract) => contract.id === position.contractId)?.termMonths ?? null,
      lastOn: earlier(position.toOn, ended.get(position.contractId) ?? null),
    }));
    const running = subscribed.filter(({ fromOn, lastOn }) => fromOn <= today && (lastOn === null || lastOn >= today));
    return {
      id: row.id,
      customerId: row.customerId,
      clerkId: row.clerkId,
      vendor: row.vendor,
      list,
      installedUsers:
        row.installedUsers === null || row.installedLightUsers === null
          ? null
          : row.installedUsers + row.installedLightUsers,
      holdings: list === null ? {} : holdingsOf(list, bought),
      usage: row.usage,
      tiers: list === null ? [] : tiersOf(list, bought, running),
      plans: onIt
        .filter((contract) => isPlan(list, contract.sku))
        .map((plan) => ({ contractId: plan.id, sku: plan.sku, startsOn: plan.startsOn, endsOn: endOf(plan) })),
      licences: [...Map.groupBy(bought, (purchase) => purchase.sku)].map(([sku, all]) => ({
        sku,
        purchasedOn: all.map((purchase) => purchase.purchasedOn),
      })),
      maintenance: list?.up2date === undefined ? null : { endsOn: lastEnd(ends.get(row.id) ?? []) },
      changesOn: [
        ...laterEditions(row.vendor, today),
        ...subscribed.flatMap(({ fromOn, lastOn }) => [fromOn, ...(lastOn === null ? [] : [dayAfter(lastOn, 1)])]),
      ],
      records: records.get(row.id) ?? new Map(),
    };
  });
}

function lastEnd(agreed: readonly AgreedEnd[]): Day | null {
  return agreed.reduce<Day | null>(
    (last, { endsOn }) => (last === null || (endsOn ?? "") > last ? endsOn : last),
    null,
  );
}

function earlier(left: Day | null, right: Day | null): Day | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

function isPlan(list: PriceList | null, sku: string): boolean {
  const article = list?.articles.find((each) => each.sku === sku);
  return article?.group === SUPPORT_PLAN_GROUP && article.policy !== undefined;
}

/** What the system holds of articles with tiers: bought ones, and subscribed ones by the users that they were chosen for. */
function tiersOf(
  list: PriceList,
  bought: readonly PurchaseRow[],
  used: readonly (PositionWithUsers & { readonly termMonths: number | null })[],
): TieredHolding[] {
  return list.articles.flatMap((article) => {
    if (article.price.kind !== "by-users") return [];
    const purchases = bought.flatMap((row) =>
      row.sku === article.sku && row.tier !== null ? [{ ...row, tier: row.tier }] : [],
    );
    const purchased = purchases.length === 0 ? null : holdingOf(list, article.sku, purchases);
    const subscribed = used.flatMap((position): TieredHolding[] => {
      const tier = position.users === null ? undefined : list.userTiers[tierIndexOf(list.userTiers, position.users)];
      if (position.sku !== article.sku || tier === undefined) return [];
      const { sku, quantity: units, fromOn: since, termMonths } = position;
      return [{ sku, mode: "subscription", tier: tier.label, units, paidCents: null, since, termMonths }];
    });
    return purchased === null ? subscribed : [purchased, ...subscribed];
  });
}

export function recordsBySubject(rows: readonly RecordRow[]): Map<string, Records> {
  const grouped = Map.groupBy(rows, (row) => row.subjectId);
  return new Map([...grouped].map(([subjectId, records]) => [subjectId, recordsOf(records)]));
}
