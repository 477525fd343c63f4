import type { AuditAction, AuditSubject, AuditValues } from "@/lib/domain/audit";
import type { EstatePlan, Update } from "./import-plan";
import type { Change } from "./record-change";

interface Source {
  readonly importId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** What an import notes in the audit trail: itself, each thing that it made, and each value that it changed. */
export function changesOfPlan({ inserts, updates, counts, effects }: EstatePlan, source: Source, at: Date): Change[] {
  const before = new Map(effects.map(({ subjectId, before: values }) => [subjectId, values]));
  const systemOf = new Map(inserts.contracts.map(({ id, systemId }) => [id, systemId]));
  const licences = new Map(inserts.licences.map((licence) => [licence.id, licence]));
  const booked = new Map(inserts.positions.map((position) => [position.contractId, position]));
  const made = (
    action: AuditAction,
    type: AuditSubject,
    row: { readonly id: string },
    of: Change["of"],
    after: AuditValues,
  ): Change => ({ action, subject: { type, id: row.id }, of, after: known(after), at });
  const changed =
    (type: "customer" | "system" | "licence" | "contract" | "position") =>
    (row: Update): Change => ({
      action: `${type}-corrected`,
      subject: { type, id: row.id },
      of: {
        customerId: row.customerId,
        ...(type === "system" ? { systemId: row.id } : type === "contract" ? { contractId: row.id } : {}),
      },
      before: known(before.get(row.id) ?? {}),
      after: known(row.set),
      at,
    });
  return [
    {
      action: "import-committed",
      subject: { type: "import", id: source.importId },
      after: {
        fileName: source.fileName,
        sha256: source.sha256,
        rowsNew: counts.new,
        rowsChanged: counts.changed,
        rowsUnchanged: counts.unchanged,
        rowsRejected: counts.rejected,
      },
      at,
    },
    ...inserts.customers.map((row) =>
      made("customer-created", "customer", row, { customerId: row.id }, { number: row.number, name: row.name }),
    ),
    ...inserts.systems.map((row) =>
      made(
        "system-created",
        "system",
        row,
        { customerId: row.customerId, systemId: row.id },
        {
          vendor: row.vendor,
          systemName: row.name,
          installedUsers: row.installedUsers ?? null,
          installedLightUsers: row.installedLightUsers ?? null,
          release: row.release ?? null,
          serverKeyMask: row.serverKeyMask ?? null,
        },
      ),
    ),
    ...inserts.purchases.map((row) => {
      const licence = licences.get(row.licenceId);
      const { quantity, purchasedOn, tier = null, paidCents = null } = row;
      return made(
        "purchase-created",
        "purchase",
        row,
        { customerId: row.customerId, systemId: licence?.systemId ?? null },
        {
          sku: licence?.sku ?? null,
          quantity,
          purchasedOn,
          tier,
          paidCents,
          licenceKeyMask: licence?.licenceKeyMask ?? null,
        },
      );
    }),
    ...inserts.contracts.map((row) =>
      made(
        "contract-created",
        "contract",
        row,
        { customerId: row.customerId, systemId: row.systemId, contractId: row.id },
        {
          sku: row.sku,
          quantity: booked.get(row.id)?.quantity ?? null,
          startsOn: row.startsOn,
          billingInterval: row.billingInterval,
          amountCents: row.amountCents ?? null,
        },
      ),
    ),
    ...inserts.notices.map((row) =>
      made(
        "notice-recorded",
        "notice",
        row,
        { customerId: row.customerId, systemId: systemOf.get(row.contractId) ?? null, contractId: row.contractId },
        { receivedOn: row.receivedOn, endsOn: row.endsOn ?? null, channel: row.channel },
      ),
    ),
    ...updates.customers.map(changed("customer")),
    ...updates.systems.map(changed("system")),
    ...updates.licences.map(changed("licence")),
    ...updates.contracts.map(changed("contract")),
    ...updates.positions.map(changed("position")),
  ];
}

const secret = /Sealed$|Digest$/;

/** Only what is known, and nothing of a key but its mask. */
function known(values: Readonly<Record<string, unknown>>): AuditValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null && value !== undefined && !secret.test(name)),
  ) as AuditValues;
}
