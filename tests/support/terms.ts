import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import type { TermAnswer, TermPolicy, TermQuestion, TermRule } from "@/lib/domain/terms";

const paper = { source: { document: "Papier", clause: "Absatz 1" }, readings: [], statutes: [] } as const;

/** The rules of the papers' table, written out here so that the domain is tested without the price lists. */
export const policies = {
  subscription: {
    ...paper,
    id: "v/subscription",
    kind: "chosen-term",
    rule: { renewalMonths: 1, noticeLength: 14, noticeUnit: "day", to: "term-end" },
    allowedMonths: [1, 12, 24, 36],
  },
  support: rulePolicy("v/support", {
    minimumMonths: 0,
    renewalMonths: null,
    noticeLength: 3,
    noticeUnit: "month",
    to: "year-end",
  }),
  extension: rulePolicy("v/extension", {
    minimumMonths: 12,
    renewalMonths: 1,
    noticeLength: 1,
    noticeUnit: "month",
    to: "term-end",
  }),
  minutes: rulePolicy("v/minutes", {
    minimumMonths: 1,
    renewalMonths: null,
    noticeLength: 10,
    noticeUnit: "werktag",
    to: "month-end",
  }),
  contract: rulePolicy("v/contract", {
    minimumMonths: 12,
    renewalMonths: 3,
    noticeLength: 3,
    noticeUnit: "month",
    to: "term-end",
  }),
  flat: rulePolicy("v/flat", {
    minimumMonths: 0,
    renewalMonths: null,
    noticeLength: 3,
    noticeUnit: "month",
    to: "month-end",
  }),
  partial: rulePolicy("v/partial", {
    minimumMonths: 0,
    renewalMonths: null,
    noticeLength: 14,
    noticeUnit: "day",
    to: "month-end",
  }),
  unknown: { ...paper, id: "v/unknown", kind: "unknown", minimumMonths: 24 },
  lapsing: { ...paper, id: "v/lapsing", kind: "lapses" },
} as const satisfies Record<string, TermPolicy>;

function rulePolicy(id: string, rule: TermRule): TermPolicy & { kind: "rule" } {
  return { ...paper, id, kind: "rule", rule };
}

/** A question with nothing special about it. */
export function questionOf(
  policy: TermPolicy,
  start: string,
  asOf: string,
  more: Partial<TermQuestion> = {},
): TermQuestion {
  return { policy, termMonths: null, ownRule: null, land: null, start, asOf, noticeReceivedOn: null, ...more };
}

/** The value of an answer that is no refusal. */
export function granted<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${value.code}`);
  return value;
}

export const datesOf = ({ termEndsOn, cancellableTo, noticeDueOn, sendByOn, endsOn }: TermAnswer) => [
  termEndsOn,
  cancellableTo,
  noticeDueOn,
  sendByOn,
  endsOn,
];
