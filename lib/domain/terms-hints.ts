import { addMonths, type DayNumber, formatDay } from "./dates";
import type { Reason } from "./reason";
import type { Statute, TermPolicy, TermQuestion, TermRule } from "./terms";
import { minimumEnd, type Running } from "./terms-rule";

/** The paper names neither renewal nor notice: the contract's own rule is asked for, none is invented. */
const RULE_NOT_STATED: Reason = { code: "rule-not-stated", params: {} };

/** The readings of a paper without a rule, which always say that it is unknown. */
export function readingsWithoutRule({ readings }: TermPolicy): readonly Reason[] {
  return readings.some(({ code }) => code === RULE_NOT_STATED.code) ? readings : [...readings, RULE_NOT_STATED];
}

const WERKTAGE_NATIONWIDE: Reason = { code: "werktage-nationwide", params: {} };

const STANDING: Readonly<Record<Exclude<Statute, "tkg-56">, Reason>> = {
  "tkg-57": { code: "statute-tkg-57", params: {} },
  "tkg-67": { code: "statute-tkg-67", params: {} },
  "data-act-25": { code: "statute-data-act-25", params: {} },
};

/** What was read into the papers for this contract: the policy's readings unless its own rule goes before, and how Werktage are counted. */
export function assumptionsOf({ policy, ownRule, land }: TermQuestion, rule: TermRule): readonly Reason[] {
  const readings = ownRule === null ? policy.readings : [];
  if (rule.noticeUnit !== "werktag" || rule.noticeLength === 0) return readings;
  return [...readings, land === null ? WERKTAGE_NATIONWIDE : { code: "werktage-of-land", params: { land } }];
}

/** What stands beside the dates: a letter that would come too late, and the statutes to check with counsel (rules 6 and 8). */
export function hintsOf(
  { policy }: TermQuestion,
  running: Running,
  asOf: DayNumber,
  { due, sendBy }: { due: DayNumber; sendBy: DayNumber },
): readonly Reason[] {
  const beside = statuteHints(policy.statutes, tacitRenewalAfter(running), asOf);
  if (sendBy >= asOf) return beside;
  return [{ code: "send-by-passed", params: { sendByOn: formatDay(sendBy), noticeDueOn: formatDay(due) } }, ...beside];
}

/** As `hintsOf`, once notice was given: a contract that has ended, or ends before it renews, has no tacit renewal. */
export function hintsAfterNotice(
  { policy }: TermQuestion,
  running: Running,
  asOf: DayNumber,
  endsOn: DayNumber,
): readonly Reason[] {
  const first = tacitRenewalAfter(running);
  return statuteHints(policy.statutes, first !== null && first < endsOn && asOf <= endsOn ? first : null, asOf);
}

/** The end of the term after which a contract renews tacitly; null for one that is open-ended. */
function tacitRenewalAfter(running: Running): DayNumber | null {
  return running.rule.to === "term-end" ? minimumEnd(running) : null;
}

/** `firstTermEnd`: the end of the term after which the contract renews tacitly; null where it never does. */
export function statuteHints(
  statutes: readonly Statute[],
  firstTermEnd: DayNumber | null,
  asOf: DayNumber,
): readonly Reason[] {
  const hints: Reason[] = [];
  for (const statute of statutes) {
    if (statute !== "tkg-56") hints.push(STANDING[statute]);
    else if (firstTermEnd !== null) hints.push(afterTacitRenewal(firstTermEnd, asOf));
  }
  return hints;
}

/** Section 56 (3): once tacitly renewed, at any time with a month's notice. */
function afterTacitRenewal(firstTermEnd: DayNumber, asOf: DayNumber): Reason {
  const renewsOn = firstTermEnd + 1;
  return asOf < renewsOn
    ? { code: "statute-tkg-56-later", params: { renewsOn: formatDay(renewsOn) } }
    : { code: "statute-tkg-56-now", params: { asOf: formatDay(asOf), earliestEndOn: formatDay(addMonths(asOf, 1)) } };
}
