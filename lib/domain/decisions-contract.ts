import { type ContractFacts, chargesBetween, endByNotice, monthlyCents, questionOf } from "./contract-facts";
import { type Day, dayAfter, dayAfterMonths } from "./dates";
import { type DerivedDecision, type Detail, type Draft, recordKey, settle, windows } from "./decisions";
import { type Deadline, deadlineOn, isFoldable, type KnownRule, knownRule, rollingSince } from "./decisions-deadline";
import type { TermPolicy } from "./terms";
import { minimumEndsOn, nextPossibleEndAfter } from "./terms-timeline";

/**
 * The rows of one contract. Always at least one while time can change something, so that a row tells when the contract has to be looked at
 * again. A contract with a notice in force, or whose main contract has one, has no row but that for a notice not confirmed.
 */
export function decisionsOfContract(contract: ContractFacts, today: Day): DerivedDecision[] {
  const { policy } = contract;
  if (policy?.kind === "lapses") return maintenanceRows(contract, today);
  const changesOn: (Day | null)[] = [];
  const drafts: Draft[] = [];
  const unconfirmed = unconfirmedRow(contract, policy, today);
  if (unconfirmed !== null) {
    drafts.push(unconfirmed);
    changesOn.push(dayAfter(unconfirmed.detail.endsOn as Day, windows.unconfirmedDaysAfterEnd + 1));
  }
  if (endByNotice(contract) === null) {
    const known = policy === null ? null : knownRule({ ...contract, policy }, today);
    if (known === null) drafts.push(unknownRow(contract, policy));
    else drafts.push(...ruledRows(contract, known, today, changesOn));
  }
  return settle(drafts, changesOn, contract.records, today);
}

function ruledRows(contract: ContractFacts, known: KnownRule, today: Day, changesOn: (Day | null)[]): Draft[] {
  const rows: Draft[] = [];
  const missed = missedDeadline(contract, known, today);
  if (missed !== null) {
    rows.push(missedRow(contract, known, missed, today));
    changesOn.push(dayAfter(missed.noticeDueOn, windows.missedDays + 1));
  }
  const next = deadlineOn(known, today);
  if (isFoldable(known, next.cancellableTo)) rows.push(rollingRow(contract, known));
  else {
    rows.push(noticeRow(contract, known, next));
    changesOn.push(dayAfter(next.noticeDueOn, 1));
  }
  return rows;
}

/** The deadline that passed in the last days, unless somebody had decided to let the contract run on. */
function missedDeadline(contract: ContractFacts, known: KnownRule, today: Day): Deadline | null {
  const passed = deadlineOn(known, dayAfter(today, -windows.missedDays));
  if (passed.noticeDueOn >= today || isFoldable(known, passed.cancellableTo)) return null;
  if (passed.noticeDueOn < contract.startsOn && passed.cancellableTo < contract.startsOn) return null;
  return contract.records.get(recordKey("notice", passed.noticeDueOn))?.act === "keep" ? null : passed;
}

function noticeRow(contract: ContractFacts, known: KnownRule, next: Deadline): Draft {
  const nextEndsOn = nextPossibleEndAfter(known.question, next.cancellableTo);
  return {
    ...frame(contract),
    kind: "notice",
    dueOn: next.noticeDueOn,
    sendByOn: next.sendByOn,
    sortOn: next.sendByOn,
    amountAtStakeCents: chargesBetween(contract, next.cancellableTo, nextEndsOn),
    detail: {
      endsOn: next.cancellableTo,
      nextEndsOn,
      phase: next.cancellableTo === known.firstEnd && known.rule.minimumMonths > 0 ? "minimum" : "renewal",
    },
    basis: next.noticeDueOn,
    opensOn: dayAfter(next.sendByOn, -windows.noticeDaysBeforeSendBy),
  };
}

function missedRow(contract: ContractFacts, known: KnownRule, missed: Deadline, today: Day): Draft {
  const next = deadlineOn(known, today);
  const amountAtStakeCents = chargesBetween(contract, missed.cancellableTo, next.cancellableTo);
  return {
    ...frame(contract),
    kind: "missed",
    dueOn: missed.noticeDueOn,
    sendByOn: null,
    sortOn: missed.noticeDueOn,
    amountAtStakeCents,
    detail: { endsOn: missed.cancellableTo, nextEndsOn: next.cancellableTo, nextNoticeDueOn: next.noticeDueOn },
    basis: missed.noticeDueOn,
    opensOn: null,
  };
}

/** A contract's own part of its customer's line; never shown by itself, and the same on every day. */
function rollingRow(contract: ContractFacts, known: KnownRule): Draft {
  const sinceOn = rollingSince(contract, known);
  return {
    ...frame(contract),
    kind: "notice-rolling",
    dueOn: null,
    sendByOn: null,
    sortOn: sinceOn,
    amountAtStakeCents: monthlyCents(contract),
    detail: { sinceOn },
    folded: true,
    basis: sinceOn,
    opensOn: null,
  };
}

function unknownRow(contract: ContractFacts, policy: TermPolicy | null): Draft {
  const minimum = policy === null ? null : minimumEndsOn(questionOf({ ...contract, policy }, contract.startsOn));
  return {
    ...frame(contract),
    kind: "rule-unknown",
    dueOn: null,
    sendByOn: null,
    sortOn: contract.startsOn,
    amountAtStakeCents: null,
    detail: { startsOn: contract.startsOn, minimumEndsOn: minimum },
    basis: "rule-unknown",
    opensOn: null,
  };
}

/** A notice that the other side has not confirmed. Its deadline is the last day on which a second one would still bring the same end. */
function unconfirmedRow(contract: ContractFacts, policy: TermPolicy | null, today: Day): Draft | null {
  const { notice } = contract;
  if (notice === null || notice.confirmed) return null;
  if (today > dayAfter(notice.endsOn, windows.unconfirmedDaysAfterEnd)) return null;
  const known = policy === null ? null : knownRule({ ...contract, policy }, today);
  const same = known === null ? null : deadlineOn(known, notice.receivedOn);
  const again = same !== null && same.cancellableTo === notice.endsOn ? same : null;
  const patience = dayAfter(notice.receivedOn, windows.unconfirmedAfterDays);
  const askOn = again !== null && again.sendByOn < patience ? again.sendByOn : patience;
  const nextEndsOn = known === null ? null : nextPossibleEndAfter(known.question, notice.endsOn);
  return {
    ...frame(contract),
    kind: "notice-unconfirmed",
    dueOn: again?.noticeDueOn ?? null,
    sendByOn: again?.sendByOn ?? null,
    sortOn: again?.sendByOn ?? askOn,
    amountAtStakeCents: chargesBetween(contract, notice.endsOn, nextEndsOn),
    detail: { receivedOn: notice.receivedOn, endsOn: notice.endsOn, nextEndsOn },
    basis: notice.id,
    opensOn: askOn,
  };
}

/** A maintenance that lapses: may be renewed, ends soon, or has lapsed. At stake is the renewal, and the way back in on top. */
function maintenanceRows(contract: ContractFacts, today: Day): DerivedDecision[] {
  const { maintenance } = contract;
  if (maintenance === null || maintenance.currentEnd === null) {
    return settle([unknownRow(contract, null)], [], contract.records, today);
  }
  if (maintenance.replaced) return [];
  const { currentEnd, opensOn, cost, years } = maintenance;
  const urgentOn = dayAfterMonths(currentEnd, -windows.maintenanceEndMonths);
  const lapsed = today > currentEnd;
  const detail: Detail = {
    endsOn: currentEnd,
    lapsed,
    years,
    renewalCents: cost.renewalCents,
    reentryCents: cost.reentryCents,
    sample: cost.sample,
  };
  const draft: Draft = {
    ...frame(contract),
    kind: today < urgentOn ? "renewal-window" : "up2date-end",
    dueOn: currentEnd,
    sendByOn: null,
    sortOn: currentEnd,
    amountAtStakeCents:
      cost.renewalCents === null || cost.reentryCents === null ? null : cost.renewalCents + cost.reentryCents,
    detail,
    basis: currentEnd,
    opensOn: today < urgentOn ? opensOn : null,
  };
  const changesOn = [urgentOn, dayAfter(currentEnd, 1), ...maintenance.priceChangesOn];
  return settle([draft], changesOn, contract.records, today);
}

function frame(contract: ContractFacts) {
  return {
    customerId: contract.customerId,
    clerkId: contract.clerkId,
    subjectType: "contract" as const,
    subjectId: contract.id,
    contractId: contract.id,
    systemId: contract.systemId,
    vendor: contract.vendor,
    sku: contract.sku,
    folded: false,
  };
}
