import { agreedEnds, type ContractRow, contractRows, positionsWithUsers } from "@/db/queries/contracts";
import { type RecordRow, recordRows } from "@/db/queries/decisions";
import { type PurchaseRow, purchaseRows } from "@/db/queries/licences";
import { type NoticeRow, noticeRows } from "@/db/queries/notices";
import { listPriceRows, type PriceRow } from "@/db/queries/price-rows";
import { type SystemRow, systemRows } from "@/db/queries/systems";
import type { Tx } from "@/db/tenant";
import type { PriceList } from "@/lib/domain/catalog";
import { tierIndexOf } from "@/lib/domain/catalog-figures";
import { SUPPORT_PLAN_GROUP } from "@/lib/domain/coverage";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { type Records, recordsOf } from "@/lib/domain/decisions";
import {
  type ContractFacts,
  endByNotice,
  type MaintenanceFacts,
  type NoticeInForce,
} from "@/lib/domain/decisions-contract";
import type { SystemFacts } from "@/lib/domain/decisions-system";
import { isLand } from "@/lib/domain/holidays";
import { maintenanceCost } from "@/lib/domain/maintenance";
import type { SystemHoldings } from "@/lib/domain/prerequisites-rules";
import type { ListPrices } from "@/lib/domain/system-price";
import { holdingOf, type TieredHolding } from "@/lib/domain/tier-usage";
import { renewalWindow } from "@/lib/domain/up2date";
import { editionInForce, policyById, priceLists } from "@/lib/price-lists/index";

/** What a batch of contracts and systems follows from, as loaded: each kind of row once, however many contracts there are. */
interface Loaded {
  readonly notices: ReadonlyMap<string, readonly NoticeRow[]>;
  readonly ends: ReadonlyMap<
    string,
    readonly { contractId: string; startsOn: Day; endsOn: Day | null; months: number | null }[]
  >;
  readonly purchases: ReadonlyMap<string, readonly PurchaseRow[]>;
  readonly prices: ReadonlyMap<string, readonly PriceRow[]>;
  readonly records: ReadonlyMap<string, Records>;
  readonly today: Day;
}

/** Policies of contracts that lapse, and the vendors that sell them. */
const lapsing = priceLists.flatMap((list) =>
  list.policies.filter((policy) => policy.kind === "lapses").map((policy) => ({ id: policy.id, vendor: list.vendor })),
);
const lapsingIds = [...new Set(lapsing.map((policy) => policy.id))];
const lapsingVendors = [...new Set(lapsing.map((policy) => policy.vendor))];

/**
 * Facts of contracts, for deriving their rows or for showing them. `seesPrices` false: for a customer's people, to whom the database gives
 * neither what was paid nor the reseller's own prices nor his records; figures that rest on them are unknown.
 */
export async function contractFacts(
  tx: Tx,
  resellerId: string,
  rows: readonly ContractRow[],
  today: Day,
  seesPrices = true,
): Promise<ContractFacts[]> {
  const maintained = rows.filter((row) => lapsingIds.includes(row.policyId));
  const systemIds = [...new Set(maintained.map((row) => row.systemId))];
  const ids = rows.map((row) => row.id);
  const mainIds = rows.flatMap((row) => row.mainContractId ?? []);
  const notices = await noticeRows(tx, resellerId, [...new Set([...ids, ...mainIds])], seesPrices);
  const records = seesPrices ? await recordRows(tx, resellerId, ids) : [];
  const ends = await agreedEnds(tx, resellerId, systemIds, lapsingIds);
  const systems = systemIds.length === 0 ? [] : await systemRows(tx, resellerId, { systemIds });
  const purchases = await purchaseRows(tx, resellerId, systemIds, seesPrices);
  const prices = seesPrices && systemIds.length > 0 ? await listPriceRows(tx, resellerId, lapsingVendors) : [];
  const loaded: Loaded = {
    notices: Map.groupBy(notices, (row) => row.contractId),
    ends: Map.groupBy(ends, (row) => row.systemId),
    purchases: Map.groupBy(purchases, (row) => row.systemId),
    prices: Map.groupBy(prices, (row) => row.vendor),
    records: recordsBySubject(records),
    today,
  };
  const systemById = new Map(systems.map((row) => [row.id, row]));
  return rows.map((row) => contractFactsOf(row, systemById.get(row.systemId), loaded));
}

function contractFactsOf(row: ContractRow, system: SystemRow | undefined, loaded: Loaded): ContractFacts {
  const policy = policyById(row.policyId) ?? null;
  const main = row.mainContractId === null ? null : noticeInForce(loaded.notices.get(row.mainContractId) ?? []);
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
    notice: noticeInForce(loaded.notices.get(row.id) ?? []),
    mainEndsOn: main?.endsOn ?? null,
    maintenance: policy?.kind === "lapses" && system !== undefined ? maintenanceOf(row, system, loaded) : null,
    records: loaded.records.get(row.id) ?? new Map(),
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

function maintenanceOf(row: ContractRow, system: SystemRow, loaded: Loaded): MaintenanceFacts | null {
  const list = editionInForce(row.vendor, loaded.today)?.list;
  if (list?.prerequisites === undefined || list.up2date === undefined) return null;
  const agreed = (loaded.ends.get(row.systemId) ?? []).filter((term) => term.endsOn !== null);
  const newest = agreed.toSorted((left, right) => (String(left.endsOn) < String(right.endsOn) ? -1 : 1)).at(-1);
  const currentEnd = newest?.endsOn ?? null;
  const years = Math.max(1, Math.round((newest?.months ?? 12) / 12));
  const { prices, samples, changesOn } = listPricesOn(loaded.prices.get(row.vendor) ?? [], loaded.today);
  const holdings = holdingsOf(list, loaded.purchases.get(row.systemId) ?? []);
  const at = { prerequisites: list.prerequisites, up2date: list.up2date, system: holdings, prices };
  return {
    currentEnd,
    replaced: newest !== undefined && newest.contractId !== row.id,
    years,
    opensOn: currentEnd === null ? null : renewalWindow(list.up2date, currentEnd).opensOn,
    cost: maintenanceCost(at, years, currentEnd ?? loaded.today, system.release, samples),
    priceChangesOn: [...changesOn, ...laterEditions(row.vendor, loaded.today)],
  };
}

/** The reseller's list prices of one vendor that hold on a day, for articles without further dimensions; and which of them are made up. */
function listPricesOn(rows: readonly PriceRow[], today: Day) {
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

/** Facts of systems, for deriving their rows or for showing them. */
export async function systemFacts(
  tx: Tx,
  resellerId: string,
  rows: readonly SystemRow[],
  today: Day,
  seesPrices = true,
): Promise<SystemFacts[]> {
  const systemIds = rows.map((row) => row.id);
  if (systemIds.length === 0) return [];
  const purchases = Map.groupBy(await purchaseRows(tx, resellerId, systemIds, seesPrices), (row) => row.systemId);
  const contracts = await contractRows(tx, resellerId, { systemIds });
  const mainIds = contracts.flatMap((row) => row.mainContractId ?? []);
  const noticed = [...new Set([...contracts.map((row) => row.id), ...mainIds])];
  const notices = Map.groupBy(await noticeRows(tx, resellerId, noticed, seesPrices), (row) => row.contractId);
  const ends = Map.groupBy(await agreedEnds(tx, resellerId, systemIds, lapsingIds), (row) => row.systemId);
  const used = Map.groupBy(await positionsWithUsers(tx, resellerId, systemIds, today), (row) => row.systemId);
  const records = recordsBySubject(seesPrices ? await recordRows(tx, resellerId, systemIds) : []);
  const bySystem = Map.groupBy(contracts, (row) => row.systemId);
  const endOf = (contract: ContractRow) =>
    endByNotice({
      notice: noticeInForce(notices.get(contract.id) ?? []),
      mainEndsOn:
        contract.mainContractId === null
          ? null
          : (noticeInForce(notices.get(contract.mainContractId) ?? [])?.endsOn ?? null),
    });
  return rows.map((row) => {
    const list = editionInForce(row.vendor, today)?.list ?? null;
    const bought = purchases.get(row.id) ?? [];
    const onIt = bySystem.get(row.id) ?? [];
    const maintained = list?.up2date !== undefined;
    const ended = new Map(onIt.map((contract) => [contract.id, endOf(contract)]));
    const running = (used.get(row.id) ?? []).filter(({ contractId }) => (ended.get(contractId) ?? today) >= today);
    const lastEnd =
      (ends.get(row.id) ?? [])
        .flatMap((term) => term.endsOn ?? [])
        .sort()
        .at(-1) ?? null;
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
      maintenance: maintained ? { endsOn: lastEnd } : null,
      changesOn: [
        ...laterEditions(row.vendor, today),
        ...running.flatMap(({ contractId }) =>
          ended.get(contractId) ? [dayAfter(ended.get(contractId) ?? today, 1)] : [],
        ),
      ],
      records: records.get(row.id) ?? new Map(),
    };
  });
}

function isPlan(list: PriceList | null, sku: string): boolean {
  const article = list?.articles.find((each) => each.sku === sku);
  return article?.group === SUPPORT_PLAN_GROUP && article.policy !== undefined;
}

/** What the system holds of articles with tiers: bought ones, and subscribed ones by the users that they were chosen for. */
function tiersOf(
  list: PriceList,
  bought: readonly PurchaseRow[],
  used: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly users: number | null;
    readonly fromOn: Day;
  }[],
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
      const { sku, quantity: units, fromOn: since } = position;
      return [{ sku, mode: "subscription", tier: tier.label, units, paidCents: null, since }];
    });
    return purchased === null ? subscribed : [purchased, ...subscribed];
  });
}

export function recordsBySubject(rows: readonly RecordRow[]): Map<string, Records> {
  const grouped = Map.groupBy(rows, (row) => row.subjectId);
  return new Map([...grouped].map(([subjectId, records]) => [subjectId, recordsOf(records)]));
}
