import { LAENDER } from "@/lib/domain/holidays";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { EndAnchor, NoticeUnit, TermPolicy, TermQuestion, TermRule } from "@/lib/domain/terms";
import { faultOfRule } from "@/lib/domain/terms-rule";
import { policyById, priceLists } from "@/lib/price-lists";
import { type Fields, shown } from "./fields";

/** The fields by which `terms` and `forecast` describe how a contract runs. */
export const CONTRACT_FIELDS = ["policy", "termMonths", "rule", "land", "start", "noticeReceivedOn"] as const;

const UNITS: readonly NoticeUnit[] = ["day", "week", "month", "werktag"];
const ANCHORS: readonly EndAnchor[] = ["term-end", "month-end", "year-end"];
const RULE_FIELDS = new Set(["minimumMonths", "renewalMonths", "noticeLength", "noticeUnit", "to"]);
const policyIds = priceLists.flatMap((list) => list.policies.map((policy) => policy.id)).join(", ");

/** The policy that a request names, or what is wrong with the request so far. */
export function readPolicy(fields: Fields): TermPolicy | Refusal {
  const id = fields.text("policy");
  if (fields.fault !== null) return fields.fault;
  const params = { policy: shown(id), allowed: policyIds };
  return policyById(id) ?? refuse("policy-unknown", params, fields.pathOf("policy"));
}

/** Everything about a contract but its policy and the day of the question. */
export function readContract(fields: Fields): Omit<TermQuestion, "policy" | "asOf"> {
  return {
    termMonths: fields.optionalWhole("termMonths", 1, 600) ?? null,
    ownRule: fields.has("rule") ? readRule(fields.object("rule")) : null,
    land: fields.optionalOneOf("land", LAENDER) ?? null,
    start: fields.day("start"),
    noticeReceivedOn: fields.optionalDay("noticeReceivedOn") ?? null,
  };
}

/** A refusal of the domain names the field of a contract; in a request that field may stand deeper. */
export function within(fields: Fields, refusal: Refusal): Refusal {
  return refusal.path === undefined ? refusal : { ...refusal, path: fields.pathOf(refusal.path) };
}

function readRule(fields: Fields): TermRule {
  fields.only(RULE_FIELDS);
  const rule: TermRule = {
    minimumMonths: fields.whole("minimumMonths", 0, 600),
    renewalMonths: fields.values.renewalMonths === null ? null : fields.whole("renewalMonths", 1, 600),
    noticeLength: fields.whole("noticeLength", 0, 1000),
    noticeUnit: fields.oneOf("noticeUnit", UNITS),
    to: fields.oneOf("to", ANCHORS),
  };
  const fault = fields.fault === null ? faultOfRule(rule) : null;
  if (fault !== null) fields.fail(within(fields, fault));
  return rule;
}
