import type { TenantRows } from "@/db/seed-builder";
import type { Day } from "@/lib/domain/dates";
import type { DerivedDecision } from "@/lib/domain/decisions";
import { decisionsOfContract } from "@/lib/domain/decisions-contract";
import { decisionsOfSystem, rollingLine } from "@/lib/domain/decisions-system";
import {
  type ContractSources,
  contractFactsFrom,
  type SystemSources,
  systemFactsFrom,
} from "@/lib/use-cases/shared/facts";

/** A story's rows as the queries would give them, so that 400 days need no database. A test holds both ways against each other. */
export function sourcesOf(rows: TenantRows): ContractSources & SystemSources {
  const clerkOf = new Map(rows.customers.map((row) => [row.id, row.clerkId ?? null]));
  const systemName = new Map(rows.systems.map((row) => [row.id, row.name]));
  const systemOf = new Map(rows.contracts.map((row) => [row.id, row.systemId]));
  const licenceOf = new Map(rows.licences.map((row) => [row.id, row]));
  return {
    contracts: rows.contracts.map((row) => ({
      id: row.id,
      customerId: row.customerId,
      clerkId: clerkOf.get(row.customerId) ?? null,
      systemId: row.systemId,
      systemName: systemName.get(row.systemId) ?? "",
      vendor: row.vendor,
      sku: row.sku,
      policyId: row.policyId,
      termMonths: row.termMonths ?? null,
      ownRule: row.ownRule ?? null,
      land: row.land ?? null,
      startsOn: row.startsOn,
      billingParty: row.billingParty,
      billingInterval: row.billingInterval,
      amountCents: row.amountCents ?? null,
      mainContractId: row.mainContractId ?? null,
      version: 1,
    })),
    systems: rows.systems.map((row) => ({
      id: row.id,
      customerId: row.customerId,
      clerkId: clerkOf.get(row.customerId) ?? null,
      vendor: row.vendor,
      name: row.name,
      installedUsers: row.installedUsers ?? null,
      installedLightUsers: row.installedLightUsers ?? null,
      release: row.release ?? null,
      usage: row.usage ?? {},
      version: 1,
    })),
    notices: rows.notices.map((row) => ({
      id: row.id,
      contractId: row.contractId,
      kind: row.kind,
      noticeId: row.noticeId ?? null,
      receivedOn: row.receivedOn,
      channel: row.channel,
      endsOn: row.endsOn ?? null,
      note: row.note ?? null,
      recordedBy: null,
      recordedAt: new Date(0),
    })),
    ends: rows.terms.map((row) => ({
      contractId: row.contractId,
      systemId: systemOf.get(row.contractId) ?? "",
      startsOn: row.startsOn,
      endsOn: row.endsOn ?? null,
      months: row.months ?? null,
    })),
    purchases: rows.purchases.map((row) => ({
      id: row.id,
      licenceId: row.licenceId,
      systemId: licenceOf.get(row.licenceId)?.systemId ?? "",
      sku: licenceOf.get(row.licenceId)?.sku ?? "",
      purchasedOn: row.purchasedOn,
      quantity: row.quantity,
      tier: row.tier ?? null,
      users: row.users ?? null,
      edition: row.edition ?? null,
      orderReference: row.orderReference ?? null,
      listPriceCents: row.listPriceCents ?? null,
      paidCents: row.paidCents ?? null,
    })),
    prices: rows.priceRows.map((row) => ({
      vendor: row.vendor,
      sku: row.sku,
      dimensions: row.dimensions ?? {},
      validFrom: row.validFrom,
      cents: row.cents,
      sample: row.sample ?? false,
    })),
    positions: rows.positions.flatMap((row) =>
      row.users === null || row.users === undefined
        ? []
        : [
            {
              contractId: row.contractId,
              systemId: systemOf.get(row.contractId) ?? "",
              sku: row.sku,
              quantity: row.quantity,
              users: row.users,
              fromOn: row.fromOn,
              toOn: row.toOn ?? null,
            },
          ],
    ),
    records: [],
  };
}

/** All rows of the queue that follow from a story on a day, the folded ones and their customers' lines included. */
export function decisionsOfStory(rows: TenantRows, today: Day): DerivedDecision[] {
  const sources = sourcesOf(rows);
  const own = [
    ...contractFactsFrom(sources, today).flatMap((facts) => decisionsOfContract(facts, today)),
    ...systemFactsFrom(sources, today).flatMap((facts) => decisionsOfSystem(facts, today)),
  ];
  const lines = rows.customers.flatMap((customer) => {
    const folded = own.filter((row) => row.folded && row.customerId === customer.id);
    const members = folded.map((row) => ({ monthlyCents: row.amountAtStakeCents, sinceOn: row.sortOn }));
    return rollingLine({ id: customer.id, clerkId: customer.clerkId ?? null }, members, new Map(), today) ?? [];
  });
  return [...own, ...lines];
}
