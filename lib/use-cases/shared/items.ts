import type { DecisionRow } from "@/db/queries/decisions";
import { aboutDecision, choicesFor } from "@/lib/domain/decisions";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { nameOf, type StaffName } from "./people";
import type { DecisionItem } from "./views";

/** A stored row as the pages get it. An undone record is no longer the row's. */
export function decisionItem(row: DecisionRow, viewer: Viewer, people: readonly StaffName[]): DecisionItem {
  const { act, reason, recordedByName, recordedAt } = row;
  const isRecorded =
    act !== null && act !== "undo" && reason !== null && recordedByName !== null && recordedAt !== null;
  return {
    id: row.id,
    kind: row.kind,
    customerId: row.customerId,
    customerNumber: row.customerNumber,
    customerName: row.customerName,
    contractId: row.contractId,
    systemId: row.systemId,
    systemName: row.systemName,
    vendor: row.vendor,
    sku: row.sku,
    articleName: row.vendor !== null && row.sku !== null ? articleName(row.vendor, row.sku, viewer.locale) : null,
    dueOn: row.dueOn,
    sendByOn: row.sendByOn,
    sortOn: row.sortOn,
    amountAtStakeCents: row.amountAtStakeCents,
    sample: row.detail.sample === true,
    clerkId: row.clerkId,
    clerkName: nameOf(people, row.clerkId),
    detail: row.detail,
    about: aboutDecision(row),
    choices: choicesFor(row.kind),
    basis: row.basis,
    state: row.state,
    lastRecord: isRecorded
      ? { act, until: row.until, reason, byName: recordedByName, at: recordedAt.toISOString() }
      : null,
  };
}
