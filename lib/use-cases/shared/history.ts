import type { AuditRow } from "@/db/queries/audit";
import {
  type ActorKind,
  type AuditAction,
  type AuditField,
  type AuditSubject,
  type AuditValue,
  type AuditValues,
  auditFields,
} from "@/lib/domain/audit";
import { articleName, articleOf, policyById, vendors } from "@/lib/price-lists/index";

/** One entry of a history, for pages; wording by `lib/format/history.ts`. */
export interface HistoryEntry {
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  readonly by: { readonly kind: ActorKind; readonly name: string };
  readonly action: AuditAction;
  readonly subject: { readonly type: AuditSubject; readonly id: string };
  readonly customerId: string | null;
  readonly systemId: string | null;
  readonly contractId: string | null;
  /** What was and what is; a side is absent where the entry says nothing about it, null where it was or is not known. */
  readonly values: readonly { readonly field: AuditField; readonly before?: AuditValue; readonly after?: AuditValue }[];
  readonly reason: string | null;
  /** Names of articles, vendors and policies that the values mention by their ids. */
  readonly names: Readonly<Record<string, { readonly de: string; readonly en: string }>>;
  readonly requestId: string | null;
}

export function historyEntry(row: AuditRow): HistoryEntry {
  const before = row.before ?? {};
  const after = row.after ?? {};
  // The database keeps an object's keys in an order of its own.
  const fields = auditFields.filter((field) => before[field] !== undefined || after[field] !== undefined);
  return {
    number: row.number,
    at: row.at.toISOString(),
    by: { kind: row.actorKind, name: row.actorName },
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId },
    customerId: row.customerId,
    systemId: row.systemId,
    contractId: row.contractId,
    values: fields.map((field) => ({
      field,
      ...(before[field] === undefined ? {} : { before: before[field] }),
      ...(after[field] === undefined ? {} : { after: after[field] }),
    })),
    reason: row.reason,
    names: namesIn({ ...before, ...after }),
    requestId: row.requestId,
  };
}

/** A sku is looked up at the entry's vendor; where it names none, at whichever vendor has it. */
function namesIn(values: AuditValues): HistoryEntry["names"] {
  const names: Record<string, { readonly de: string; readonly en: string }> = {};
  const { vendor, sku, policyId } = values;
  const known = vendors.find(({ id }) => id === vendor);
  if (known !== undefined) names[known.id] = { de: known.productName, en: known.productName };
  if (typeof sku === "string") {
    const ids = known === undefined ? vendors.map(({ id }) => id) : [known.id];
    const id = ids.find((each) => articleOf(each, sku) !== undefined);
    if (id !== undefined) names[sku] = { de: articleName(id, sku, "de"), en: articleName(id, sku, "en") };
  }
  const policy = typeof policyId === "string" ? policyById(policyId) : undefined;
  if (policy !== undefined) names[policy.id] = { de: policy.source.document, en: policy.source.document };
  return names;
}
