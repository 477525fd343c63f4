import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, dayAfterMonths, dayNumberOf, formatDay } from "@/lib/domain/dates";
import { isRefusal } from "@/lib/domain/refusal";
import { type TermRule, termsOf } from "@/lib/domain/terms";
import { faultOfRule } from "@/lib/domain/terms-rule";
import { datesOf, granted, policies, questionOf } from "../support/terms";

const rule = (own: Partial<TermRule>): TermRule => ({
  minimumMonths: 12,
  renewalMonths: 12,
  noticeLength: 1,
  noticeUnit: "month",
  to: "term-end",
  ...own,
});

/** termEndsOn, cancellableTo, noticeDueOn, sendByOn; policy, chosen term, start, as of. */
const TABLE: [string, keyof typeof policies, number | null, string, string, (string | null)[]][] = [
  [
    "in the minimum",
    "extension",
    null,
    "2026-04-01",
    "2026-11-20",
    ["2027-03-31", "2027-03-31", "2027-02-28", "2027-02-23"],
  ],
  [
    "on the last day of receipt",
    "extension",
    null,
    "2026-04-01",
    "2027-02-28",
    ["2027-03-31", "2027-03-31", "2027-02-28", "2027-02-23"],
  ],
  [
    "one day too late",
    "extension",
    null,
    "2026-04-01",
    "2027-03-01",
    ["2027-03-31", "2027-04-30", "2027-03-31", "2027-03-24"],
  ],
  [
    "in a renewal",
    "extension",
    null,
    "2026-04-01",
    "2027-05-01",
    ["2027-05-31", "2027-06-30", "2027-05-31", "2027-05-25"],
  ],
  [
    "14 days, chosen term",
    "subscription",
    12,
    "2026-01-15",
    "2026-12-31",
    ["2027-01-14", "2027-01-14", "2026-12-31", "2026-12-28"],
  ],
  [
    "14 days, one day late",
    "subscription",
    12,
    "2026-01-15",
    "2027-01-01",
    ["2027-01-14", "2027-02-14", "2027-01-31", "2027-01-26"],
  ],
  [
    "before the start",
    "subscription",
    36,
    "2027-02-01",
    "2026-11-20",
    ["2030-01-31", "2030-01-31", "2030-01-17", "2030-01-14"],
  ],
  [
    "three months",
    "contract",
    null,
    "2026-03-01",
    "2026-11-20",
    ["2027-02-28", "2027-02-28", "2026-11-30", "2026-11-25"],
  ],
  [
    "three months missed",
    "contract",
    null,
    "2026-03-01",
    "2026-12-01",
    ["2027-02-28", "2027-05-31", "2027-02-28", "2027-02-23"],
  ],
  [
    "the year's end",
    "support",
    null,
    "2025-01-31",
    "2026-02-28",
    ["2026-12-31", "2026-12-31", "2026-09-30", "2026-09-25"],
  ],
  [
    "the year's end missed",
    "support",
    null,
    "2025-01-31",
    "2026-10-01",
    ["2026-12-31", "2027-12-31", "2027-09-30", "2027-09-27"],
  ],
  [
    "the year's end before the start",
    "support",
    null,
    "2027-06-01",
    "2026-02-28",
    ["2027-12-31", "2027-12-31", "2027-09-30", "2027-09-27"],
  ],
  ["Werktage", "minutes", null, "2025-04-01", "2026-12-17", [null, "2026-12-31", "2026-12-17", "2026-12-11"]],
  ["Werktage missed", "minutes", null, "2025-04-01", "2026-12-18", [null, "2027-01-31", "2027-01-19", "2027-01-12"]],
  ["Werktage in May", "minutes", null, "2025-04-01", "2026-05-18", [null, "2026-05-31", "2026-05-18", "2026-05-08"]],
  [
    "not before the minimum",
    "minutes",
    null,
    "2026-12-15",
    "2026-11-20",
    [null, "2027-01-31", "2027-01-19", "2027-01-12"],
  ],
  ["the month's end", "flat", null, "2026-01-10", "2026-11-30", [null, "2027-02-28", "2026-11-30", "2026-11-25"]],
  [
    "the month's end, one day late",
    "flat",
    null,
    "2026-01-10",
    "2026-12-01",
    [null, "2027-03-31", "2026-12-31", "2026-12-28"],
  ],
  [
    "14 days to the month's end",
    "partial",
    null,
    "2026-01-10",
    "2026-11-16",
    [null, "2026-11-30", "2026-11-16", "2026-11-11"],
  ],
  [
    "without a minimum not before the start",
    "partial",
    null,
    "2027-03-31",
    "2026-11-20",
    [null, "2027-03-31", "2027-03-17", "2027-03-12"],
  ],
  ["an unknown rule within its minimum", "unknown", null, "2026-01-15", "2028-01-14", ["2028-01-14", null, null, null]],
  ["an unknown rule before its start", "unknown", null, "2027-01-15", "2026-01-14", ["2029-01-14", null, null, null]],
  ["an unknown rule after its minimum", "unknown", null, "2026-01-15", "2028-01-15", [null, null, null, null]],
];

describe("when a contract can end", () => {
  it.each(TABLE)("%s (%s)", (_case, policy, termMonths, start, asOf, expected) => {
    const answer = granted(termsOf(questionOf(policies[policy], start, asOf, { termMonths })));
    expect(datesOf(answer)).toEqual([...expected, null]);
  });
});

/** Rules 3 to 5, the last day of receipt for an end. */
describe("the last day of receipt", () => {
  it.each([
    ["month", 1, "2027-04-30", "2027-03-31"],
    ["month", 1, "2027-03-31", "2027-02-28"],
    ["month", 1, "2028-03-31", "2028-02-29"],
    ["month", 3, "2026-12-31", "2026-09-30"],
    ["month", 1, "2027-02-28", "2027-01-31"],
    ["month", 1, "2027-03-30", "2027-02-28"],
    ["month", 2, "2026-08-28", "2026-06-28"],
    ["month", 0, "2026-08-28", "2026-08-28"],
    ["day", 60, "2026-12-31", "2026-11-01"],
    ["day", 14, "2026-11-30", "2026-11-16"],
    ["day", 14, "2027-02-28", "2027-02-14"],
    ["day", 0, "2027-02-28", "2027-02-28"],
    ["week", 6, "2026-12-31", "2026-11-19"],
    ["week", 4, "2027-02-28", "2027-01-31"],
    ["werktag", 10, "2026-12-31", "2026-12-17"],
    ["werktag", 1, "2026-12-27", "2026-12-23"],
    ["werktag", 0, "2026-12-27", "2026-12-27"],
  ] as const)("%s %i to %s is %s", (noticeUnit, noticeLength, end, due) => {
    const start = dayAfterMonths(dayAfter(end, 1), -12);
    const ownRule = rule({ noticeUnit, noticeLength });
    const answer = granted(termsOf(questionOf(policies.unknown, start, start, { ownRule })));
    expect([answer.cancellableTo, answer.noticeDueOn]).toEqual([end, due]);
  });

  it.each([
    ["DE-BY", "2027-05-18"],
    ["DE-SL", "2027-05-18"],
    ["DE-SN", "2027-05-19"],
    ["DE-TH", "2027-05-19"],
    [null, "2027-05-19"],
  ] as const)("ten Werktage to 31 May 2027, around Corpus Christi, in %s: %s", (land, due) => {
    const answer = granted(termsOf(questionOf(policies.minutes, "2025-04-01", "2027-05-01", { land })));
    expect([answer.cancellableTo, answer.noticeDueOn]).toEqual(["2027-05-31", due]);
  });

  it("is not moved by a Sunday, but says so", () => {
    const answer = granted(termsOf(questionOf(policies.extension, "2026-04-01", "2027-02-01")));
    expect(answer.noticeDueOn).toBe("2027-02-28");
    expect(answer.derivation.find(({ code }) => code === "deadline-stays")?.params).toEqual({
      noticeDueOn: "2027-02-28",
      weekday: 7,
    });
  });
});

describe("a notice", () => {
  it.each([
    ["in time", "extension", "2026-04-01", "2027-02-28", "2027-03-31"],
    ["a day late", "extension", "2026-04-01", "2027-03-01", "2027-04-30"],
    ["before the start", "extension", "2026-04-01", "2026-01-02", "2027-03-31"],
    ["before the start, open-ended", "flat", "2026-12-15", "2026-09-30", "2026-12-31"],
    ["before the start, too late for its first month", "flat", "2026-12-15", "2026-11-20", "2027-02-28"],
    ["on the start of a renewal chain from 31 January", "extension", "2025-01-31", "2026-02-28", "2026-03-30"],
    ["at the year's end", "support", "2025-12-18", "2026-01-22", "2026-12-31"],
    ["in Werktage", "minutes", "2025-04-01", "2026-12-17", "2026-12-31"],
    ["in Werktage, a day late", "minutes", "2025-04-01", "2026-12-18", "2027-01-31"],
  ] as const)("%s", (_case, policy, start, noticeReceivedOn, endsOn) => {
    const answer = granted(termsOf(questionOf(policies[policy], start, "2026-11-20", { noticeReceivedOn })));
    expect(answer).toMatchObject({ endsOn, cancellableTo: null, noticeDueOn: null, sendByOn: null });
  });

  it("leaves no running term once it has ended the contract", () => {
    const question = questionOf(policies.extension, "2024-04-01", "2026-11-20", { noticeReceivedOn: "2024-06-01" });
    expect(granted(termsOf(question))).toMatchObject({ endsOn: "2025-03-31", termEndsOn: null });
  });
});

describe("a contract's own rule", () => {
  it("goes before the policy's, and its readings with it", () => {
    const ownRule = rule({ minimumMonths: 36, renewalMonths: 24, noticeLength: 6 });
    const answer = granted(termsOf(questionOf(policies.minutes, "2026-01-01", "2026-11-20", { ownRule })));
    expect(datesOf(answer).slice(0, 3)).toEqual(["2028-12-31", "2028-12-31", "2028-06-30"]);
    expect(answer.assumptions).toEqual([]);
  });

  it("needs no chosen term, and names its own source", () => {
    const source = { document: "Einzelvertrag 4711", clause: "Ziffer 3" };
    const question = questionOf(policies.subscription, "2026-01-01", "2026-11-20", {
      ownRule: rule({}),
      ownRuleSource: source,
    });
    const { derivation } = granted(termsOf(question));
    expect(derivation[0]?.source).toEqual(source);
  });

  it.each([
    [{ minimumMonths: 0 }, "rule-minimum-needed", "minimumMonths"],
    [{ minimumMonths: 601 }, "rule-minimum-range", "minimumMonths"],
    [{ minimumMonths: 1.5 }, "rule-minimum-range", "minimumMonths"],
    [{ noticeLength: -1 }, "rule-notice-range", "noticeLength"],
    [{ noticeLength: 1001 }, "rule-notice-range", "noticeLength"],
    [{ renewalMonths: null }, "rule-renewal-range", "renewalMonths"],
    [{ renewalMonths: 0 }, "rule-renewal-range", "renewalMonths"],
    [{ to: "month-end" }, "rule-open-ended-renewal", "renewalMonths"],
    [{ to: "year-end" }, "rule-open-ended-renewal", "renewalMonths"],
  ] as const)("%j is refused as %s", (own, code, path) => {
    expect(faultOfRule(rule(own))).toMatchObject({ code, path });
  });

  it.each([
    [{}],
    [{ to: "month-end", renewalMonths: null, minimumMonths: 0, noticeLength: 0 }],
    [{ to: "year-end", renewalMonths: null, minimumMonths: 600, noticeLength: 1000 }],
  ] as const)("%j is sound", (own) => {
    expect(faultOfRule(rule(own))).toBeNull();
  });
});

describe("what is refused", () => {
  it.each([
    ["a chosen term that is missing", questionOf(policies.subscription, "2026-01-01", "2026-01-01"), "term-not-chosen"],
    [
      "a term that is not offered",
      questionOf(policies.subscription, "2026-01-01", "2026-01-01", { termMonths: 13 }),
      "term-length-not-offered",
    ],
    [
      "a chosen term where there is no choice",
      questionOf(policies.contract, "2026-01-01", "2026-01-01", { termMonths: 12 }),
      "term-not-for-policy",
    ],
    ["what lapses", questionOf(policies.lapsing, "2026-01-01", "2026-01-01"), "lapses-without-notice"],
    [
      "an own rule of what lapses",
      questionOf(policies.lapsing, "2026-01-01", "2026-01-01", { ownRule: rule({}) }),
      "rule-not-for-lapsing",
    ],
    [
      "a notice to an unknown rule",
      questionOf(policies.unknown, "2026-01-01", "2026-01-01", { noticeReceivedOn: "2026-01-02" }),
      "rule-unknown",
    ],
  ])("%s", (_case, question, code) => {
    expect(termsOf(question)).toMatchObject({ refused: true, code });
  });
});

describe("what is said beside the dates", () => {
  const codes = (question: Parameters<typeof termsOf>[0], of: "hints" | "assumptions" | "derivation") =>
    granted(termsOf(question))[of].map(({ code }) => code);

  it("e-mail or fax only, once the send-by day has passed", () => {
    const on = (asOf: string) => codes(questionOf(policies.extension, "2026-04-01", asOf), "hints");
    expect(on("2027-02-23")).toEqual([]);
    expect(on("2027-02-24")).toEqual(["send-by-passed"]);
    expect(on("2027-02-28")).toEqual(["send-by-passed"]);
    expect(on("2027-03-01")).toEqual([]);
  });

  it("statutes, from the first tacit renewal on with the day they would give", () => {
    const policy = { ...policies.extension, statutes: ["tkg-56", "tkg-57", "tkg-67", "data-act-25"] } as const;
    const standing = ["statute-tkg-57", "statute-tkg-67", "statute-data-act-25"];
    const statutes = (asOf: string) =>
      granted(termsOf(questionOf(policy, "2026-04-01", asOf))).hints.filter(({ code }) => code.startsWith("statute-"));
    const within = statutes("2027-03-31");
    expect(within.map(({ code }) => code)).toEqual(["statute-tkg-56-later", ...standing]);
    expect(within[0]?.params).toEqual({ renewsOn: "2027-04-01" });
    const renewed = statutes("2027-04-01");
    expect(renewed.map(({ code }) => code)).toEqual(["statute-tkg-56-now", ...standing]);
    expect(renewed[0]?.params).toEqual({ asOf: "2027-04-01", earliestEndOn: "2027-05-01" });
  });

  it("no tacit renewal for what is open-ended, has ended, or ends before it renews", () => {
    const openEnded = { ...policies.flat, statutes: ["tkg-56"] } as const;
    expect(codes(questionOf(openEnded, "2020-04-01", "2027-03-01"), "hints")).toEqual([]);
    const policy = { ...policies.extension, statutes: ["tkg-56"] } as const;
    const noticed = (noticeReceivedOn: string, asOf: string) =>
      codes(questionOf(policy, "2026-04-01", asOf, { noticeReceivedOn }), "hints");
    expect(noticed("2026-06-01", "2026-07-01")).toEqual([]);
    expect(noticed("2028-01-10", "2028-01-15")).toEqual(["statute-tkg-56-now"]);
    expect(noticed("2028-01-10", "2029-01-15")).toEqual([]);
  });

  it("how Werktage are counted, where they are", () => {
    expect(codes(questionOf(policies.minutes, "2026-04-01", "2026-05-01"), "assumptions")).toEqual([
      "werktage-nationwide",
    ]);
    expect(codes(questionOf(policies.minutes, "2026-04-01", "2026-05-01", { land: "DE-BY" }), "assumptions")).toEqual([
      "werktage-of-land",
    ]);
    expect(codes(questionOf(policies.flat, "2026-04-01", "2026-05-01", { land: "DE-BY" }), "assumptions")).toEqual([]);
  });

  it("every step, with the clause that each stands in", () => {
    const answer = granted(termsOf(questionOf(policies.minutes, "2025-04-01", "2026-12-10")));
    expect(answer.derivation.map(({ code }) => code)).toEqual([
      "term-minimum",
      "open-ended",
      "notice-counted",
      "werktage-left-out",
      "send-by-counted-strictly",
    ]);
    expect(answer.derivation[3]?.params).toEqual({
      count: 2,
      holidays: "2026-12-25=christmas-day 2026-12-26=second-christmas-day",
    });
    expect(answer.derivation[0]?.source).toEqual({ document: "Papier", clause: "Absatz 1" });
    const clipped = codes(questionOf(policies.extension, "2025-01-31", "2026-01-15"), "derivation");
    expect(clipped).toEqual([
      "term-minimum",
      "term-renewed",
      "term-end-clipped",
      "notice-counted",
      "deadline-stays",
      "send-by-counted",
    ]);
  });

  it("that nothing is known of renewal and notice", () => {
    expect(codes(questionOf(policies.unknown, "2026-01-01", "2026-11-20"), "assumptions")).toEqual(["rule-not-stated"]);
  });
});

/** Rule 2, and rule 3's boundary, for any rule. */
describe("laws", () => {
  const day = fc.integer({ min: dayNumberOf("1990-01-01"), max: dayNumberOf("2150-12-31") }).map(formatDay);
  const anyRule: fc.Arbitrary<TermRule> = fc
    .record({
      minimumMonths: fc.integer({ min: 1, max: 60 }),
      renewalMonths: fc.integer({ min: 1, max: 36 }),
      noticeLength: fc.integer({ min: 0, max: 20 }),
      noticeUnit: fc.constantFrom("day", "week", "month", "werktag"),
      to: fc.constantFrom("term-end", "month-end", "year-end"),
    })
    .map((made) => (made.to === "term-end" ? made : { ...made, renewalMonths: null }) as TermRule);

  it("no drift: the k-th end is the start's number again after k renewals, however many months were shorter", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 400 }), (renewalMonths, renewals) => {
        const ownRule = rule({ minimumMonths: renewalMonths, renewalMonths, noticeUnit: "day", noticeLength: 0 });
        const start = "1996-01-31";
        const months = renewalMonths * (renewals + 1);
        const asOf = dayAfter(dayAfterMonths(start, months), -1);
        const { cancellableTo } = granted(termsOf(questionOf(policies.unknown, start, asOf, { ownRule })));
        const target = dayAfterMonths(start, months);
        expect(cancellableTo).toBe(target.endsWith("-31") ? dayAfter(target, -1) : target);
      }),
      { numRuns: 500 },
    );
  });

  it("one day later misses the end, and the deadline itself does not", () => {
    fc.assert(
      fc.property(anyRule, day, day, (ownRule, start, asOf) => {
        const on = (asOf: string, noticeReceivedOn: string | null) =>
          granted(termsOf(questionOf(policies.unknown, start, asOf, { ownRule, noticeReceivedOn })));
        const { cancellableTo, noticeDueOn } = on(asOf, null);
        if (cancellableTo === null || noticeDueOn === null) throw new Error("a known rule has both");
        expect(noticeDueOn >= asOf).toBe(true);
        expect(on(asOf, noticeDueOn).endsOn).toBe(cancellableTo);
        expect((on(asOf, dayAfter(noticeDueOn, 1)).endsOn as string) > cancellableTo).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("send by is a business day of every Land, three of them before the deadline", () => {
    fc.assert(
      fc.property(anyRule, day, day, (ownRule, start, asOf) => {
        const { sendByOn, noticeDueOn } = granted(termsOf(questionOf(policies.unknown, start, asOf, { ownRule })));
        expect((sendByOn as string) < (noticeDueOn as string)).toBe(true);
      }),
    );
  });

  it("a refusal is a value, not an error, for any question", () => {
    expect(isRefusal(termsOf(questionOf(policies.lapsing, "2199-12-31", "1990-01-01")))).toBe(true);
  });

  it("the farthest questions still have an answer", () => {
    const ownRule = rule({ minimumMonths: 600, renewalMonths: 600, noticeLength: 1000 });
    const answer = granted(termsOf(questionOf(policies.unknown, "2199-12-31", "2199-12-31", { ownRule })));
    expect(datesOf(answer).slice(0, 3)).toEqual(["2249-12-30", "2299-12-30", "2216-08-30"]);
    const early = granted(
      termsOf(questionOf(policies.unknown, "1990-01-01", "1990-01-01", { ownRule: rule({ noticeLength: 0 }) })),
    );
    expect(early.cancellableTo).toBe("1990-12-31");
  });
});
