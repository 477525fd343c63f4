import type { Day } from "@/lib/domain/dates";
import type { Reason, Source } from "@/lib/domain/reason";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { termsOf } from "@/lib/domain/terms";
import { type ContractAtHand, questionAbout } from "./contract-at-hand";
import { datesOf } from "./contract-lines";
import type { ContractDates } from "./views";

/** The dates of a contract, how they came about, and where its rule stands. */
export interface ExplainedDates {
  readonly dates: ContractDates;
  readonly derivation: readonly Reason[];
  readonly assumptions: readonly Reason[];
  readonly source: Source | null;
  /** Why there is no date. */
  readonly refusal: Refusal | null;
}

export function explainedDates(contract: ContractAtHand, today: Day): ExplainedDates {
  const { facts, row } = contract;
  const { ownRule } = row;
  const source =
    ownRule === null ? (facts.policy?.source ?? null) : { document: ownRule.source, clause: ownRule.clause };
  const known = { dates: datesOf(facts, today), derivation: [], assumptions: [], source };
  const question = questionAbout(contract, today);
  if (isRefusal(question)) return { ...known, refusal: question };
  if (question.policy.kind === "lapses") return { ...known, refusal: null };
  const answer = termsOf({ ...question, noticeReceivedOn: facts.notice?.receivedOn ?? null });
  if (isRefusal(answer)) return { ...known, refusal: answer };
  const { derivation, assumptions } = answer;
  return { ...known, derivation, assumptions, refusal: null };
}
