import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, dayNumberOf, formatDay } from "@/lib/domain/dates";
import type { TermPolicy } from "@/lib/domain/terms";
import { termsOf } from "@/lib/domain/terms";
import { isRolling, minimumEndsOn, nextPossibleEndAfter, termTimeline } from "@/lib/domain/terms-timeline";
import { granted, policies, questionOf } from "../support/terms";

const rows = (...of: Parameters<typeof termTimeline>) =>
  termTimeline(...of).map(({ kind, startsOn, endsOn, noticeDueOn, running }) => [
    kind,
    startsOn,
    endsOn,
    noticeDueOn,
    running,
  ]);

describe("the terms of a contract", () => {
  it("renew from the original start", () => {
    expect(rows(questionOf(policies.extension, "2025-01-31", "2026-03-01"), "2025-01-01", "2026-05-01")).toEqual([
      ["minimum", "2025-01-31", "2026-01-30", "2025-12-30", false],
      ["renewal", "2026-01-31", "2026-02-28", "2026-01-31", false],
      ["renewal", "2026-03-01", "2026-03-30", "2026-02-28", true],
      ["renewal", "2026-03-31", "2026-04-30", "2026-03-31", false],
      ["renewal", "2026-05-01", "2026-05-30", "2026-04-30", false],
    ]);
  });

  it("begin in the middle of a long chain as they would from its start", () => {
    const question = questionOf(policies.contract, "2001-03-15", "2026-11-20");
    const all = termTimeline(question, "2001-01-01", "2027-12-31");
    expect(termTimeline(question, "2026-01-01", "2027-12-31")).toEqual(
      all.filter(({ endsOn }) => endsOn >= "2026-01-01"),
    );
    expect(all.filter(({ running }) => running)).toHaveLength(1);
  });

  it("run on from one possible end to the next where the contract is open-ended", () => {
    expect(rows(questionOf(policies.minutes, "2026-01-15", "2026-02-10"), "2026-01-01", "2026-04-01")).toEqual([
      ["minimum", "2026-01-15", "2026-02-28", "2026-02-17", true],
      ["open", "2026-03-01", "2026-03-31", "2026-03-19", false],
      ["open", "2026-04-01", "2026-04-30", "2026-04-19", false],
    ]);
    expect(rows(questionOf(policies.support, "2026-05-10", "2026-11-20"), "2026-01-01", "2027-12-31")).toEqual([
      ["open", "2026-05-10", "2026-12-31", "2026-09-30", true],
      ["open", "2027-01-01", "2027-12-31", "2027-09-30", false],
    ]);
  });

  it("end with the notice", () => {
    const question = questionOf(policies.contract, "2026-03-01", "2026-11-20", { noticeReceivedOn: "2027-02-10" });
    const terms = termTimeline(question, "2026-01-01", "2030-12-31");
    expect(terms.map(({ endsOn, endedByNotice }) => [endsOn, endedByNotice])).toEqual([
      ["2027-02-28", false],
      ["2027-05-31", true],
    ]);
    expect(termTimeline(question, "2028-01-01", "2030-12-31")).toEqual([]);
  });

  it("are one where nothing but the minimum is known, and none where the contract lapses", () => {
    const unknown = questionOf(policies.unknown, "2026-03-01", "2026-11-20");
    expect(rows(unknown, "2026-01-01", "2035-12-31")).toEqual([["minimum", "2026-03-01", "2028-02-29", null, true]]);
    expect(rows(unknown, "2029-01-01", "2035-12-31")).toEqual([]);
    expect(rows(unknown, "2025-01-01", "2026-02-28")).toEqual([]);
    expect(rows(questionOf(policies.lapsing, "2026-03-01", "2026-11-20"), "2026-01-01", "2035-12-31")).toEqual([]);
  });

  it("touch without gap or overlap, and end only when the contract can", () => {
    const start = fc.integer({ min: dayNumberOf("2000-01-01"), max: dayNumberOf("2040-12-31") });
    const policy = fc.constantFrom<TermPolicy>(
      policies.extension,
      policies.contract,
      policies.flat,
      policies.minutes,
      policies.support,
    );
    fc.assert(
      fc.property(policy, start, fc.integer({ min: 0, max: 4000 }), (policy, startDay, from) => {
        const question = questionOf(policy, formatDay(startDay), formatDay(startDay));
        const terms = termTimeline(question, formatDay(startDay + from), formatDay(startDay + from + 900));
        expect(terms[0]?.startsOn.localeCompare(formatDay(startDay + from))).toBeLessThanOrEqual(0);
        for (const [index, { endsOn, noticeDueOn }] of terms.entries()) {
          const following = terms[index + 1];
          if (following !== undefined) expect(following.startsOn).toBe(dayAfter(endsOn, 1));
          const noticed = granted(termsOf({ ...question, noticeReceivedOn: noticeDueOn }));
          expect(noticed.endsOn).toBe(endsOn);
          if (following !== undefined) expect(nextPossibleEndAfter(question, endsOn)).toBe(following.endsOn);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what missing an end costs in time", () => {
  it.each([
    ["contract", "2026-03-01", "2027-02-28", "2027-05-31"],
    ["extension", "2026-04-01", "2027-03-31", "2027-04-30"],
    ["support", "2026-04-01", "2026-12-31", "2027-12-31"],
    ["flat", "2026-04-01", "2026-11-30", "2026-12-31"],
  ] as const)("%s from %s: after %s comes %s", (policy, start, missed, next) => {
    expect(nextPossibleEndAfter(questionOf(policies[policy], start, "2026-11-20"), missed)).toBe(next);
  });

  it("is unknown without a rule, and nothing after a noticed end", () => {
    expect(nextPossibleEndAfter(questionOf(policies.unknown, "2026-01-01", "2026-11-20"), "2027-12-31")).toBeNull();
    expect(nextPossibleEndAfter(questionOf(policies.lapsing, "2026-01-01", "2026-11-20"), "2027-12-31")).toBeNull();
    const noticed = questionOf(policies.contract, "2026-03-01", "2026-11-20", { noticeReceivedOn: "2027-02-10" });
    expect(nextPossibleEndAfter(noticed, "2027-02-28")).toBe("2027-05-31");
    expect(nextPossibleEndAfter(noticed, "2027-05-31")).toBeNull();
  });
});

it("folds what can end every month, and what renews by less than three", () => {
  const rolling = Object.values(policies).filter(
    (policy) => "rule" in policy && isRolling({ minimumMonths: 1, ...policy.rule }),
  );
  expect(rolling.map(({ id }) => id)).toEqual(["v/subscription", "v/extension", "v/minutes", "v/flat", "v/partial"]);
});

it.each([
  [questionOf(policies.extension, "2025-01-31", "2026-03-01"), "2026-01-30"],
  [questionOf(policies.subscription, "2025-01-31", "2026-03-01", { termMonths: 24 }), "2027-01-30"],
  [questionOf(policies.unknown, "2025-01-31", "2026-03-01"), "2027-01-30"],
  [questionOf(policies.flat, "2025-01-31", "2026-03-01"), null],
  [questionOf(policies.lapsing, "2025-01-31", "2026-03-01"), null],
])("the minimum of case %# has its end", (question, end) => {
  expect(minimumEndsOn(question)).toBe(end);
});
