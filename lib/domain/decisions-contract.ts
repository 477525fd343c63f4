import { type Day, dayAfter, dayAfterMonths, dayNumberOf } from "./dates";
import { type DerivedDecision, type Detail, type Draft, type Records, recordKey, settle, windows } from "./decisions";
import { chargesOwed } from "./forecast";
import type { Land } from "./holidays";
import type { MaintenanceCost } from "./maintenance";
import type { Cents } from "./money";
import { isRefusal } from "./refusal";
import { ruleOf, type TermAnswer, type TermPolicy, type TermQuestion, type TermRule, termsOf } from "./terms";
import { isRolling, minimumEndsOn, nextPossibleEndAfter } from "./terms-timeline";

export type BillingInterval = "month" | "quarter" | "year";
const MONTHS: Readonly<Record<BillingInterval, number>> = { month: 1, quarter: 3, year: 12 };

/** A notice that is in force: not withdrawn. */
export interface NoticeInForce {
  readonly id: string;
  readonly receivedOn: Day;
  readonly endsOn: Day;
  readonly confirmed: boolean;
}

/** How the maintenance of a system stands, where the contract is one. */
export interface MaintenanceFacts {
  /** The end of the last term agreed for the system; null where none is recorded. */
  readonly currentEnd: Day | null;
  /** Another contract of the same system runs longer: this one has nothing left to decide. */
  readonly replaced: boolean;
  readonly years: number;
  readonly opensOn: Day | null;
  readonly cost: MaintenanceCost;
  /** Days from which the system's price may be another one (price rows with a later first day). */
  readonly priceChangesOn: readonly Day[];
}

/** Everything that the rows of one contract follow from. Days ISO, amounts whole cents, null is unknown or none. */
export interface ContractFacts {
  readonly id: string;
  readonly customerId: string;
  readonly clerkId: string | null;
  readonly systemId: string;
  readonly vendor: string;
  readonly sku: string;
  /** Null: no price list knows it, so its rule is unknown. */
  readonly policy: TermPolicy | null;
  readonly termMonths: number | null;
  readonly ownRule: TermRule | null;
  readonly land: Land | null;
  readonly startsOn: Day;
  readonly billingInterval: BillingInterval;
  /** Charge per billing interval. */
  readonly amountCents: Cents | null;
  readonly notice: NoticeInForce | null;
  /** The end of the main contract, where that has been given notice; this one ends with it. */
  readonly mainEndsOn: Day | null;
  /** Only for a policy that lapses. */
  readonly maintenance: MaintenanceFacts | null;
  readonly records: Records;
}

/** The question to the term rules, for a contract whose policy a price list knows. */
export function questionOf(contract: ContractFacts & { readonly policy: TermPolicy }, asOf: Day): TermQuestion {
  return {
    policy: contract.policy,
    termMonths: contract.termMonths,
    ownRule: contract.ownRule,
    land: contract.land,
    start: contract.startsOn,
    asOf,
    noticeReceivedOn: null,
  };
}

/** The day a contract ends on by notice, its own or its main contract's; null while none is in force. */
export function endByNotice(contract: Pick<ContractFacts, "notice" | "mainEndsOn">): Day | null {
  const own = contract.notice?.endsOn ?? null;
  const main = contract.mainEndsOn;
  if (own === null || main === null) return own ?? main;
  return own < main ? own : main;
}

/** Charges that fall due for the time after `from` up to `to`, both possible ends (forecast rule: in advance, no proration). Null: unknown. */
export function chargesBetween(
  contract: Pick<ContractFacts, "startsOn" | "billingInterval" | "amountCents">,
  from: Day,
  to: Day | null,
): Cents | null {
  if (contract.amountCents === null || to === null) return null;
  const start = dayNumberOf(contract.startsOn);
  const step = MONTHS[contract.billingInterval];
  const charges = chargesOwed(start, dayNumberOf(to), step) - chargesOwed(start, dayNumberOf(from), step);
  const cents = charges * contract.amountCents;
  return Number.isSafeInteger(cents) ? cents : null;
}

/** What a contract costs a month, half a cent up. */
export function monthlyCents(contract: Pick<ContractFacts, "billingInterval" | "amountCents">): Cents | null {
  return contract.amountCents === null ? null : Math.round(contract.amountCents / MONTHS[contract.billingInterval]);
}

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

interface KnownRule {
  readonly rule: TermRule;
  readonly question: TermQuestion;
  /** The first end that is possible at all: the minimum's, or the first after the start. */
  readonly firstEnd: Day;
}

/** Null where the paper states no rule and the contract has none of its own, or where what is recorded fits no rule. */
function knownRule(contract: ContractFacts & { readonly policy: TermPolicy }, today: Day): KnownRule | null {
  const question = questionOf(contract, today);
  const rule = ruleOf(question);
  if (rule === null || isRefusal(rule)) return null;
  const firstEnd = nextPossibleEndAfter(question, dayAfter(contract.startsOn, -1));
  return firstEnd === null ? null : { rule, question, firstEnd };
}

interface Deadline {
  readonly cancellableTo: Day;
  readonly noticeDueOn: Day;
  readonly sendByOn: Day;
}

/** The deadline that is next on `asOf`. */
function deadlineOn(known: KnownRule, asOf: Day): Deadline {
  const answer = termsOf({ ...known.question, asOf }) as TermAnswer;
  const { cancellableTo, noticeDueOn, sendByOn } = answer;
  if (cancellableTo === null || noticeDueOn === null || sendByOn === null)
    throw new RangeError("a known rule has dates");
  return { cancellableTo, noticeDueOn, sendByOn };
}

/** Whether an end is no event of its own: it can come every month, and it is not the end of a minimum worth a notice. */
function isFoldable({ rule, firstEnd }: KnownRule, end: Day): boolean {
  return isRolling(rule) && (end !== firstEnd || rule.minimumMonths < windows.minimumMonthsWorthANotice);
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

/** The day from which a contract counts as one that can end every month: after the last receipt for its minimum's end, else its start. */
function rollingSince(contract: ContractFacts, known: KnownRule): Day {
  const minimum = minimumEndsOn(known.question);
  if (minimum === null || known.rule.minimumMonths < windows.minimumMonthsWorthANotice) return contract.startsOn;
  return dayAfter(deadlineOfFirstEnd(known), 1);
}

function deadlineOfFirstEnd(known: KnownRule): Day {
  // Long before any notice could be late: the first possible end is the next one.
  const before = dayAfterMonths(known.question.start, -known.rule.minimumMonths - 1);
  const first = deadlineOn(known, before);
  return first.cancellableTo === known.firstEnd ? first.noticeDueOn : known.firstEnd;
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
    sortOn: askOn,
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
