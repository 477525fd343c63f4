import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, dayAfterMonths } from "@/lib/domain/dates";
import { LAENDER } from "@/lib/domain/holidays";
import { isRefusal } from "@/lib/domain/refusal";
import { type TermPolicy, type TermRule, termsOf } from "@/lib/domain/terms";
import { oracle } from "../support/temporal-oracle";

const CONTRACTS = 100_000;
const SEED = 20_261_120;

const policy: TermPolicy = {
  id: "any/thing",
  kind: "unknown",
  minimumMonths: 24,
  source: { document: "Vertrag", clause: "1" },
  readings: [],
  statutes: [],
};

const notice = fc.oneof(
  fc.record({ noticeUnit: fc.constant("day" as const), noticeLength: fc.integer({ min: 0, max: 90 }) }),
  fc.record({ noticeUnit: fc.constant("week" as const), noticeLength: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ noticeUnit: fc.constant("month" as const), noticeLength: fc.integer({ min: 0, max: 14 }) }),
  fc.record({ noticeUnit: fc.constant("werktag" as const), noticeLength: fc.integer({ min: 0, max: 15 }) }),
);
const term = fc.oneof(
  fc.record({
    to: fc.constant("term-end" as const),
    minimumMonths: fc.integer({ min: 1, max: 60 }),
    renewalMonths: fc.constantFrom<number>(1, 2, 3, 5, 6, 12, 13, 24),
  }),
  fc.record({
    to: fc.constantFrom("month-end" as const, "year-end" as const),
    minimumMonths: fc.integer({ min: 0, max: 60 }),
    renewalMonths: fc.constant(null),
  }),
);

/** Starts lie a few renewals before or a little after `asOf`; the ends of months are as frequent as all other days together. */
const contract = fc
  .record({
    notice,
    term,
    land: fc.option(fc.constantFrom(...LAENDER)),
    startMonth: fc.integer({ min: 0, max: 12 * 60 - 1 }),
    startDay: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 27, max: 30 })),
    periodsPast: fc.integer({ min: 0, max: 5 }),
    daysPast: fc.integer({ min: -100, max: 400 }),
    noticeAfter: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: -60, max: 1500 }) },
    ),
  })
  .map(({ notice, term, land, startMonth, startDay, periodsPast, daysPast, noticeAfter }) => {
    const rule: TermRule = { ...term, ...notice };
    const month = dayAfterMonths("1995-01-01", startMonth);
    const day = dayAfter(month, startDay);
    const start = day.slice(0, 7) === month.slice(0, 7) ? day : dayAfter(dayAfterMonths(month, 1), -1);
    const monthsPast = (daysPast < 0 ? 0 : rule.minimumMonths) + periodsPast * (rule.renewalMonths ?? 1);
    const asOf = dayAfter(daysPast < 0 ? start : dayAfterMonths(start, monthsPast), daysPast % 100);
    return { rule, land, start, asOf, noticeReceivedOn: noticeAfter === null ? null : dayAfter(start, noticeAfter) };
  });

describe("a second implementation", () => {
  it(`agrees on ${CONTRACTS.toLocaleString("en")} random contracts`, () => {
    let noticed = 0;
    fc.assert(
      fc.property(contract, ({ rule, ...question }) => {
        const answer = termsOf({ policy, termMonths: null, ownRule: rule, ...question });
        if (isRefusal(answer)) throw new Error(answer.code);
        const { termEndsOn, cancellableTo, noticeDueOn, sendByOn, endsOn } = answer;
        if (endsOn !== null) noticed++;
        const given = JSON.stringify({ termEndsOn, cancellableTo, noticeDueOn, sendByOn, endsOn });
        const opinion = JSON.stringify(oracle({ rule, ...question }));
        // `expect` on each of 100,000 would take longer than both reckonings.
        if (given !== opinion) expect(given).toBe(opinion);
      }),
      { numRuns: CONTRACTS, seed: SEED },
    );
    expect(noticed).toBeGreaterThan(CONTRACTS / 10);
    expect(noticed).toBeLessThan(CONTRACTS / 2);
  }, 300_000);
});
