import { agreedEnds, type ContractRow, contractRows, positionsWithUsers } from "@/db/queries/contracts";
import { recordRows } from "@/db/queries/decisions";
import { purchaseRows } from "@/db/queries/licences";
import { noticeRows } from "@/db/queries/notices";
import { listPriceRows } from "@/db/queries/price-rows";
import { type SystemRow, systemRows } from "@/db/queries/systems";
import type { Tx } from "@/db/tenant";
import type { ContractFacts } from "@/lib/domain/contract-facts";
import type { Day } from "@/lib/domain/dates";
import type { SystemFacts } from "@/lib/domain/decisions-system";
import { contractFactsFrom, lapsingPolicyIds, lapsingVendors, systemFactsFrom } from "./facts";

/**
 * Facts of contracts, for deriving their rows or for showing them: each kind of row is read once, however many contracts there are.
 * `seesPrices` false: for a customer's people, to whom the database gives neither what was paid nor the reseller's own prices nor his
 * records; figures that rest on them are unknown. `asIf`: systems as they would be after a change, in place of what is stored.
 */
export async function contractFacts(
  tx: Tx,
  resellerId: string,
  contracts: readonly ContractRow[],
  today: Day,
  seesPrices = true,
  asIf: readonly SystemRow[] = [],
): Promise<ContractFacts[]> {
  const lapsing = contracts.filter((row) => lapsingPolicyIds.includes(row.policyId));
  const systemIds = [...new Set(lapsing.map((row) => row.systemId))];
  const ids = contracts.map((row) => row.id);
  const noticed = new Set([...ids, ...contracts.flatMap((row) => row.mainContractId ?? [])]);
  const stored = systemIds.length === 0 ? [] : await systemRows(tx, resellerId, { systemIds });
  return contractFactsFrom(
    {
      contracts,
      notices: await noticeRows(tx, resellerId, [...noticed], seesPrices),
      systems: stored.map((row) => asIf.find((changed) => changed.id === row.id) ?? row),
      ends: await agreedEnds(tx, resellerId, systemIds, lapsingPolicyIds),
      purchases: await purchaseRows(tx, resellerId, systemIds, seesPrices),
      prices: seesPrices && systemIds.length > 0 ? await listPriceRows(tx, resellerId, lapsingVendors) : [],
      records: seesPrices ? await recordRows(tx, resellerId, ids) : [],
    },
    today,
  );
}

/** The same for systems. */
export async function systemFacts(
  tx: Tx,
  resellerId: string,
  systems: readonly SystemRow[],
  today: Day,
  seesPrices = true,
): Promise<SystemFacts[]> {
  const systemIds = systems.map((row) => row.id);
  if (systemIds.length === 0) return [];
  const contracts = await contractRows(tx, resellerId, { systemIds });
  const noticed = new Set([...contracts.map((row) => row.id), ...contracts.flatMap((row) => row.mainContractId ?? [])]);
  return systemFactsFrom(
    {
      systems,
      contracts,
      notices: await noticeRows(tx, resellerId, [...noticed], seesPrices),
      ends: await agreedEnds(tx, resellerId, systemIds, lapsingPolicyIds),
      purchases: await purchaseRows(tx, resellerId, systemIds, seesPrices),
      positions: await positionsWithUsers(tx, resellerId, systemIds),
      records: seesPrices ? await recordRows(tx, resellerId, systemIds) : [],
    },
    today,
  );
}
