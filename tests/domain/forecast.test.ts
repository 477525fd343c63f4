import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayNumberOf, formatDay } from "@/lib/domain/dates";
import {
  byCodePoint,
  chargesOwed,
  forecast,
  INTERVALS,
  type Interval,
  type LapsingContract,
  type RunningContract,
} from "@/lib/domain/forecast";
import { lastDayOfTerm, oracle } from "../support/temporal-oracle";
import { granted, policies } from "../support/terms";

function running(id: string, more: Partial<RunningContract>): RunningContract {
  return {
    id,
    policy: policies.extension,
    termMonths: null,
    ownRule: null,
    land: null,
    start: "2026-01-15",
    noticeReceivedOn: null,
    amountCents: 1000,
    interval: "month",
    ...more,
  };
}

const lapsing = (id: string, currentEnd: string, amountCents: number): LapsingContract => ({
  id,
  policy: policies.lapsing,
  currentEnd,
  amountCents,
});

const rowsOf = (...of: Parameters<typeof forecast>) =>
  [...granted(forecast(...of)).rows].map((row) => [row.month, row.contractId, row.committedCents, row.renewalCents]);

describe("charges owed", () => {
  it.each([
    ["2026-01-31", "2027-04-30", "month", 15],
    ["2026-01-31", "2027-03-30", "month", 14],
    ["2026-01-31", "2027-03-31", "month", 15],
    ["2026-01-15", "2027-01-14", "month", 12],
    ["2026-01-15", "2027-01-14", "quarter", 4],
    ["2026-01-15", "2027-01-14", "year", 1],
    ["2026-01-15", "2027-01-15", "year", 2],
    ["2026-01-15", "2026-01-15", "month", 1],
    ["2026-01-15", "2026-01-14", "month", 0],
    ["2024-02-29", "2025-02-28", "year", 1],
    ["2024-02-29", "2025-03-01", "year", 2],
  ] as const)("from %s to %s, each %s: %i", (start, end, interval, charges) => {
    const step = { month: 1, quarter: 3, year: 12 }[interval];
    expect(chargesOwed(dayNumberOf(start), dayNumberOf(end), step)).toBe(charges);
  });
});

describe("a forecast", () => {
  it("tells what is owed anyway from what is owed if nobody gives notice", () => {
    const contract = running("a", { policy: policies.contract, start: "2026-02-15", interval: "quarter" });
    // As of 20 November 2026, notice by 14 November was missed: the contract runs to 14 May 2027 at least.
    expect(rowsOf("2026-11-20", "2026-11", 12, [contract])).toEqual([
      ["2026-11", "a", 1000, 0],
      ["2027-02", "a", 1000, 0],
      ["2027-05", "a", 0, 1000],
      ["2027-08", "a", 0, 1000],
    ]);
  });

  it("has nothing after a notice's end", () => {
    const contract = running("a", { start: "2026-01-31", noticeReceivedOn: "2027-03-31" });
    const rows = rowsOf("2026-11-20", "2027-01", 6, [contract]);
    expect(rows).toEqual([
      ["2027-01", "a", 1000, 0],
      ["2027-02", "a", 1000, 0],
      ["2027-03", "a", 1000, 0],
    ]);
  });

  it("puts a lapsing contract's renewal on the day after its end", () => {
    expect(rowsOf("2026-11-20", "2026-12", 2, [lapsing("u", "2026-12-31", 5)])).toEqual([["2027-01", "u", 0, 5]]);
    expect(rowsOf("2026-11-20", "2026-12", 2, [lapsing("u", "2026-12-30", 5)])).toEqual([["2026-12", "u", 0, 5]]);
    expect(rowsOf("2026-11-20", "2026-12", 2, [lapsing("u", "2026-11-29", 5)])).toEqual([]);
  });

  it("commits an unknown rule for its minimum, then assumes renewal and says so", () => {
    const contract = running("e", { policy: policies.unknown, start: "2025-01-15", interval: "year" });
    const answer = granted(forecast("2026-11-20", "2026-01", 36, [contract]));
    expect([...answer.rows].map(({ month, committedCents }) => [month, committedCents])).toEqual([
      ["2026-01", 1000],
      ["2027-01", 0],
      ["2028-01", 0],
    ]);
    expect(answer.assumptions.map(({ code }) => code)).toEqual(["rule-not-stated", "forecast-rule-unknown"]);
    expect(answer.assumptions[1]?.params).toEqual({ contracts: 1, first: "e" });
  });

  it("leaves rows of nothing out and lists the rest by month, then id by code point", () => {
    const ids = ["b", "\u{1f600}", "\uffee", "a", "ä", "B"];
    const contracts = [running("zero", { amountCents: 0 }), ...ids.map((id) => running(id, {}))];
    const rows = rowsOf("2026-11-20", "2026-12", 1, contracts);
    expect(rows.map(([, id]) => id)).toEqual(["B", "a", "b", "ä", "\uffee", "\u{1f600}"]);
    expect(rows).toHaveLength(granted(forecast("2026-11-20", "2026-12", 1, contracts)).rowCount);
  });

  it("can be walked twice", () => {
    const { rows } = granted(forecast("2026-11-20", "2026-12", 3, [running("a", {})]));
    expect([...rows]).toEqual([...rows]);
  });

  it("goes on beyond 2199 without a stop", () => {
    const rows = rowsOf("2199-12-31", "2199-12", 600, [running("a", { start: "2199-12-31", interval: "year" })]);
    expect(rows).toHaveLength(50);
    expect(rows.at(-1)).toEqual(["2248-12", "a", 0, 1000]);
  });
});

describe("what is refused", () => {
  const refused = (...contracts: (RunningContract | LapsingContract)[]) =>
    forecast("2026-11-20", "2026-12", 12, contracts);

  it.each([
    [
      "a duplicate id",
      [running("a", {}), lapsing("b", "2026-01-01", 1), lapsing("a", "2026-01-01", 1)],
      "forecast-duplicate-id",
      "contracts[2]",
    ],
    [
      "a notice to an unknown rule",
      [running("a", {}), running("b", { policy: policies.unknown, noticeReceivedOn: "2026-01-01" })],
      "rule-unknown",
      "contracts[1]",
    ],
    [
      "a chosen term that is missing",
      [running("a", { policy: policies.subscription })],
      "term-not-chosen",
      "contracts[0].termMonths",
    ],
  ])("%s", (_case, contracts, code, path) => {
    expect(refused(...contracts)).toMatchObject({ refused: true, code, path });
  });

  it("sums that no longer fit, each on its own", () => {
    const large = (id: string, more: Partial<RunningContract> = {}) => running(id, { amountCents: 10 ** 12, ...more });
    const many = Array.from({ length: 751 }, (_, index) => large(`c${index}`, { policy: policies.unknown }));
    expect(refused(...many)).toMatchObject({ refused: true, code: "amount-too-large" });
    expect(granted(refused(...many.slice(0, 750))).totals.committedCents).toBe(9_000 * 10 ** 12);
  });
});

describe("laws", () => {
  const day = fc.integer({ min: dayNumberOf("2020-01-01"), max: dayNumberOf("2032-12-31") }).map(formatDay);
  const ruled = fc.constantFrom(
    policies.extension,
    policies.contract,
    policies.flat,
    policies.minutes,
    policies.support,
  );
  const contract = fc.record({
    policy: ruled,
    start: day,
    amountCents: fc.integer({ min: 0, max: 10 ** 9 }),
    interval: fc.constantFrom<Interval>(...INTERVALS),
    noticeReceivedOn: fc.option(day),
  });
  const request = fc.record({
    asOf: day,
    from: day.map((text) => text.slice(0, 7)),
    months: fc.integer({ min: 1, max: 40 }),
    contracts: fc.array(contract, { maxLength: 5 }),
  });

  it("every charge is where a naive second count puts it, and the totals are the sums of the rows", () => {
    let charges = 0;
    fc.assert(
      fc.property(request, ({ asOf, from, months, contracts }) => {
        const all = contracts.map((each, index) => running(String(index), each));
        const answer = granted(forecast(asOf, from, months, all));
        const rows = [...answer.rows];
        const counted = contracts.flatMap((each, index) => countedRows(String(index), each, asOf, from, months));
        expect(rows).toEqual(counted.sort((a, b) => (a.month + a.contractId < b.month + b.contractId ? -1 : 1)));
        const total = (of: "committedCents" | "renewalCents") => rows.reduce((sum, row) => sum + row[of], 0);
        expect(answer.totals).toEqual({ committedCents: total("committedCents"), renewalCents: total("renewalCents") });
        expect(Math.min(...rows.flatMap((row) => [row.committedCents, row.renewalCents]), 0)).toBe(0);
        expect(answer.rowCount).toBe(rows.length);
        charges += rows.length;
      }),
      { numRuns: 800, seed: 20_261_120 },
    );
    expect(charges).toBeGreaterThan(3000);
  });

  it("20,000 contracts over 600 months are reckoned at once and need no memory for their rows", () => {
    const contracts = Array.from({ length: 20_000 }, (_, index) => running(`c${index}`, { start: "2020-01-31" }));
    const from = performance.now();
    const answer = granted(forecast("2026-11-20", "2026-12", 600, contracts));
    expect(answer.rowCount).toBe(12_000_000);
    expect(answer.totals.committedCents + answer.totals.renewalCents).toBe(12_000_000 * 1000);
    expect(performance.now() - from).toBeLessThan(5000);
    let rows = 0;
    for (const { committedCents } of answer.rows) {
      rows += committedCents >= 0 ? 1 : 0;
      if (rows === 100_000) break;
    }
    expect(rows).toBe(100_000);
  });
});

/** One contract's rows, charge by charge, on the Temporal polyfill. */
function countedRows(
  contractId: string,
  contract: Pick<RunningContract, "policy" | "start" | "amountCents" | "interval" | "noticeReceivedOn">,
  asOf: string,
  from: string,
  months: number,
) {
  if (contract.policy.kind !== "rule" || contract.amountCents === 0) return [];
  const dates = oracle({ ...contract, rule: contract.policy.rule, land: null, asOf });
  const committedUntil = Temporal.PlainDate.from((dates.endsOn ?? dates.cancellableTo) as string);
  const start = Temporal.PlainDate.from(contract.start);
  const step = { month: 1, quarter: 3, year: 12 }[contract.interval];
  const last = Temporal.PlainYearMonth.from(from)
    .add({ months: months - 1 })
    .toString();
  const rows = [];
  for (let k = 0; ; k++) {
    const month = start
      .add({ months: k * step })
      .toPlainYearMonth()
      .toString();
    if (month > last) return rows;
    const owed = Temporal.PlainDate.compare(committedUntil, lastDayOfTerm(start, k * step)) > 0;
    if (month < from || (!owed && contract.noticeReceivedOn !== null)) continue;
    const { amountCents } = contract;
    rows.push({ month, contractId, committedCents: owed ? amountCents : 0, renewalCents: owed ? 0 : amountCents });
  }
}

it("orders by code point as UTF-32 would", () => {
  const codePoints = (text: string) => [...text].map((each) => each.codePointAt(0) as number);
  const unit = fc.constantFrom("a", "b", "\ud83d", "\ude00", "\uffee", "\ue000", "\u{1f600}", "\u{10ffff}");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 4 }), fc.array(unit, { maxLength: 4 }), (one, two) => {
      const [left, right] = [one.join(""), two.join("")];
      const [a, b] = [codePoints(left), codePoints(right)];
      let expected = Math.sign(a.length - b.length);
      for (let index = Math.min(a.length, b.length) - 1; index >= 0; index--) {
        if (a[index] !== b[index]) expected = Math.sign((a[index] as number) - (b[index] as number));
      }
      expect(Math.sign(byCodePoint(left, right))).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});
