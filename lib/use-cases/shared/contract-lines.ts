import type { ContractRow } from "@/db/queries/contracts";
import { type ContractFacts, endByNotice, questionOf } from "@/lib/domain/contract-facts";
import type { Day } from "@/lib/domain/dates";
import { isRefusal } from "@/lib/domain/refusal";
import { ruleOf, termsOf } from "@/lib/domain/terms";
import { isRolling } from "@/lib/domain/terms-timeline";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName, vendors } from "@/lib/price-lists/index";
import type { ContractDates, ContractLine, ContractStanding } from "./views";

/** A contract as lists show it, with its dates as the term rules give them today. */
export function contractLine(
  row: ContractRow,
  facts: ContractFacts,
  viewer: Pick<Viewer, "locale">,
  today: Day,
): ContractLine {
  const rule = facts.policy === null ? null : ruleOf(questionOf({ ...facts, policy: facts.policy }, today));
  const lapses = facts.policy?.kind === "lapses";
  return {
    id: row.id,
    customerId: row.customerId,
    systemId: row.systemId,
    systemName: row.systemName,
    vendor: row.vendor,
    vendorName: vendors.find((vendor) => vendor.id === row.vendor)?.name ?? row.vendor,
    sku: row.sku,
    articleName: articleName(row.vendor, row.sku, viewer.locale),
    policyId: row.policyId,
    startsOn: row.startsOn,
    termMonths: row.termMonths,
    billingParty: row.billingParty,
    billingInterval: row.billingInterval,
    amountCents: row.amountCents,
    mainContractId: row.mainContractId,
    standing: standingOf(facts, today),
    ruleUnknown: !lapses && (rule === null || isRefusal(rule)),
    rolling: rule !== null && !isRefusal(rule) && isRolling(rule),
    dates: datesOf(facts, today),
  };
}

function standingOf(facts: ContractFacts, today: Day): ContractStanding {
  const end = endByNotice(facts);
  if (end !== null) {
    if (end < today) return "ended";
    return end === facts.notice?.endsOn ? "noticed" : "ends-with-main";
  }
  if (facts.maintenance !== null && facts.maintenance.currentEnd !== null && facts.maintenance.currentEnd < today)
    return "lapsed";
  return today < facts.startsOn ? "not-started" : "running";
}

/** What is unknown is null. With an end by notice there is nothing left to give notice to. */
export function datesOf(facts: ContractFacts, today: Day): ContractDates {
  const none: ContractDates = {
    termEndsOn: null,
    cancellableTo: null,
    noticeDueOn: null,
    sendByOn: null,
    endsOn: endByNotice(facts),
  };
  if (facts.maintenance !== null)
    return { ...none, termEndsOn: facts.maintenance.currentEnd, endsOn: facts.maintenance.currentEnd };
  if (facts.policy === null) return none;
  const answer = termsOf(questionOf({ ...facts, policy: facts.policy }, today));
  if (isRefusal(answer)) return none;
  const { termEndsOn, cancellableTo, noticeDueOn, sendByOn } = answer;
  if (none.endsOn !== null) return { ...none, termEndsOn: none.endsOn < today ? null : termEndsOn };
  return { ...none, termEndsOn, cancellableTo, noticeDueOn, sendByOn };
}
