import type { AuditValues } from "@/lib/domain/audit";
import type { Change } from "@/lib/use-cases/shared/record-change";
import type { TenantRows } from "./seed-builder";

/** The story's rows as the audit trail notes them, in the order in which they refer to each other. */
export function trailOf(rows: TenantRows, at: Date): Change[] {
  const contracts = new Map(rows.contracts.map((row) => [row.id, row]));
  const licences = new Map(rows.licences.map((row) => [row.id, row]));
  const ofContract = (id: string) => {
    const contract = contracts.get(id);
    return { customerId: contract?.customerId ?? null, systemId: contract?.systemId ?? null, contractId: id };
  };
  return [
    ...rows.customers.map(
      ({ id, number, name, land }): Change => ({
        action: "customer-created",
        subject: { type: "customer", id },
        of: { customerId: id },
        after: known({ number, name, land }),
        at,
      }),
    ),
    ...rows.systems.map(
      ({ id, customerId, vendor, name, installedUsers, installedLightUsers, release, serverKeyMask }): Change => ({
        action: "system-created",
        subject: { type: "system", id },
        of: { customerId, systemId: id },
        after: known({ vendor, name, installedUsers, installedLightUsers, release, serverKeyMask }),
        at,
      }),
    ),
    ...rows.purchases.map(({ id, customerId, licenceId, ...purchase }): Change => {
      const licence = licences.get(licenceId);
      const { purchasedOn, quantity, tier, listPriceCents, paidCents, orderReference } = purchase;
      return {
        action: "purchase-created",
        subject: { type: "purchase", id },
        of: { customerId, systemId: licence?.systemId ?? null },
        after: known({
          vendor: licence?.vendor,
          sku: licence?.sku,
          purchasedOn,
          quantity,
          tier,
          listPriceCents,
          paidCents,
          orderReference,
          licenceKeyMask: licence?.licenceKeyMask,
        }),
        at,
      };
    }),
    ...rows.contracts.map(
      ({ id, vendor, sku, startsOn, termMonths, billingParty, billingInterval, amountCents }): Change => ({
        action: "contract-created",
        subject: { type: "contract", id },
        of: ofContract(id),
        after: known({ vendor, sku, startsOn, termMonths, billingParty, billingInterval, amountCents }),
        at,
      }),
    ),
    ...rows.contractRules.map(
      ({ contractId, rule, land }): Change => ({
        action: "contract-rule-recorded",
        subject: { type: "contract", id: contractId },
        of: ofContract(contractId),
        after: known({ ...rule, land }),
        at,
      }),
    ),
    ...rows.notices.map(
      ({ id, contractId, kind, noticeId, receivedOn, channel, endsOn, note }): Change => ({
        action:
          kind === "notice" ? "notice-recorded" : kind === "confirmation" ? "notice-confirmed" : "notice-withdrawn",
        subject: { type: "notice", id: noticeId ?? id },
        of: ofContract(contractId),
        after: known({ receivedOn, channel, endsOn, note }),
        at,
      }),
    ),
  ];
}

/** What was recorded; what was not is not mentioned. */
function known(values: { readonly [K in keyof AuditValues]: AuditValues[K] | null | undefined }): AuditValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
