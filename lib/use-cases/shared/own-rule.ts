import type { OwnRule } from "@/db/schema";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { TermRule } from "@/lib/domain/terms";
import { faultOfRule } from "@/lib/domain/terms-rule";

/** A contract's own rule as it is written down, with where it stands. */
export interface WrittenRule extends TermRule {
  readonly source: string;
  readonly clause: string;
}

const TEXT_AT_MOST = 200;
const UNITS: readonly string[] = ["day", "week", "month", "werktag"];
const ANCHORS: readonly string[] = ["term-end", "month-end", "year-end"];

/** The rule as it is kept, or the first thing that is wrong with it; `path` is the field's name. */
export function readOwnRule(written: WrittenRule): OwnRule | Refusal {
  const { minimumMonths, renewalMonths, noticeLength, noticeUnit, to } = written;
  const rule: TermRule = { minimumMonths, renewalMonths, noticeLength, noticeUnit, to };
  const fault = unitFault(rule) ?? faultOfRule(rule);
  if (fault !== null) return fault;
  const source = written.source.trim();
  const clause = written.clause.trim();
  if (source === "") return refuse("rule-source-missing", {}, "source");
  if (clause === "") return refuse("rule-clause-missing", {}, "clause");
  if (source.length > TEXT_AT_MOST) return refuse("rule-text-too-long", { most: TEXT_AT_MOST }, "source");
  if (clause.length > TEXT_AT_MOST) return refuse("rule-text-too-long", { most: TEXT_AT_MOST }, "clause");
  return { ...rule, source, clause };
}

function unitFault(rule: TermRule): Refusal | null {
  if (!UNITS.includes(rule.noticeUnit)) return refuse("rule-unit-unknown", { choices: UNITS.join(", ") }, "noticeUnit");
  return ANCHORS.includes(rule.to) ? null : refuse("rule-anchor-unknown", { choices: ANCHORS.join(", ") }, "to");
}
