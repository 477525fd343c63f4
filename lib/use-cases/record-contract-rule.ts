import type { TermRule } from "@/lib/domain/terms";

/** A contract's own rule, with where it stands and whose holidays count. `version` is the contract's as the person saw it. */
export interface ContractRuleInput {
  readonly contractId: string;
  readonly version: number;
  readonly rule: TermRule;
  readonly source: string;
  readonly clause: string;
  readonly land: string | null;
}
