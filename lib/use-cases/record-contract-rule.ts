import { v7 as uuidv7 } from "uuid";
import { setOwnRule } from "@/db/queries/contracts";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { withTenant } from "@/db/tenant";
import { differences } from "@/lib/domain/audit";
import type { Day } from "@/lib/domain/dates";
import { isLand, LAENDER } from "@/lib/domain/holidays";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { TermRule } from "@/lib/domain/terms";
import { may, type Viewer } from "@/lib/domain/viewer";
import { contractAtHand } from "./shared/contract-at-hand";
import { deriveAround } from "./shared/derive";
import { readOwnRule } from "./shared/own-rule";
import { recordChange } from "./shared/record-change";

/** A contract's own rule, with where it stands and whose holidays count. `version` is the contract's as the person saw it. */
export interface ContractRuleInput {
  readonly contractId: string;
  readonly version: number;
  readonly rule: TermRule;
  readonly source: string;
  readonly clause: string;
  readonly land: string | null;
}

/**
 * Records a contract's own rule, which goes before the price list's (rule 9), with where it stands; the earlier ones stay in the history.
 * Derives anew what follows from it, in the same transaction. Refused where somebody else has changed the contract meanwhile.
 */
export async function recordContractRule(
  viewer: Viewer,
  input: ContractRuleInput,
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "record-contract-rule")) return refuse("not-allowed");
  const { contractId, land } = input;
  const rule = readOwnRule({ ...input.rule, source: input.source, clause: input.clause });
  if (isRefusal(rule)) return rule;
  if (land !== null && !isLand(land)) return refuse("land-unknown", { choices: LAENDER.join(", ") }, "land");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await contractAtHand(tx, viewer, contractId, today);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.row.customerId);
    const found = await contractAtHand(tx, viewer, contractId, today);
    if (found === null) return "not-found";
    if (found.facts.policy?.kind === "lapses") return refuse("rule-not-for-lapsing", {}, "rule");
    if (found.facts.policy === null) return refuse("policy-not-known", { policy: found.row.policyId });
    if (found.facts.notice !== null)
      return refuse("rule-after-notice", {
        receivedOn: found.facts.notice.receivedOn,
        endsOn: found.facts.notice.endsOn,
      });
    const { id, customerId, systemId } = found.row;
    const entry = { id: uuidv7(), rule, land, recordedBy: viewer.personId, recordedAt: now };
    const isSet = await setOwnRule(tx, resellerId, { id, customerId, version: input.version }, entry);
    if (!isSet) return refuse("contract-changed");
    await deriveAround(tx, resellerId, found.row, today);
    const { ownRule: earlier, land: earlierLand } = found.row;
    await recordChange(tx, viewer, {
      action: "contract-rule-recorded",
      subject: { type: "contract", id },
      of: { customerId, systemId, contractId: id },
      ...(earlier === null
        ? { after: { ...rule, ...(land === null ? {} : { land }) } }
        : differences({ ...earlier, land: earlierLand }, { ...rule, land })),
      at: now,
    });
    return "done";
  });
}
