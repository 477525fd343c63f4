import { type ContractRow, contractRows } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import type { Tx } from "@/db/tenant";
import { type ContractFacts, questionOf } from "@/lib/domain/contract-facts";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { TermQuestion } from "@/lib/domain/terms";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./ids";
import { contractFacts } from "./load-facts";

export interface ContractAtHand {
  readonly row: ContractRow;
  readonly facts: ContractFacts;
}

/** One contract with its facts, where the viewer may see it; null for an id that is none, foreign, or not his to see. */
export async function contractAtHand(
  tx: Tx,
  viewer: Viewer,
  contractId: string,
  today: Day,
): Promise<ContractAtHand | null> {
  if (!isId(contractId)) return null;
  const resellerId = viewer.resellerId ?? "";
  const [row] = await contractRows(tx, resellerId, { contractIds: [contractId] });
  if (row === undefined || (await customerById(tx, viewer, row.customerId)) === null) return null;
  const [facts] = await contractFacts(tx, resellerId, [row], today, may(viewer, "see-purchase-prices"));
  return facts === undefined ? null : { row, facts };
}

/** The question to the term rules, with where an own rule stands; refused for a policy that no price list knows. */
export function questionAbout({ row, facts }: ContractAtHand, today: Day): TermQuestion | Refusal {
  if (facts.policy === null) return refuse("policy-not-known", { policy: row.policyId });
  const { ownRule } = row;
  return {
    ...questionOf({ ...facts, policy: facts.policy }, today),
    ownRuleSource: ownRule === null ? null : { document: ownRule.source, clause: ownRule.clause },
  };
}
