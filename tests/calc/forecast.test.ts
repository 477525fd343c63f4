import { describe, expect, it } from "vitest";
import { answerLine } from "@/lib/calc/answer-line";

const contract = { id: "a", policy: "autphone/extension", start: "2026-01-15", amountCents: 1000, interval: "month" };
const up2date = { id: "u", policy: "c4b/up2date", currentEnd: "2026-12-31", amountCents: 500 };
const request = { op: "forecast", asOf: "2026-11-20", from: "2026-12", months: 3, contracts: [contract] };

/** The answer as the command would print it, read again. */
function printed(of: unknown) {
  const text = answerLine(JSON.stringify(of));
  return JSON.parse(typeof text === "string" ? text : [...(text ?? [])].join(""));
}

describe("what forecast answers", () => {
  it("rows, totals and what they rest on, rows as a plain list", () => {
    expect(printed({ id: null, ...request, contracts: [contract, up2date] })).toEqual({
      id: null,
      ok: true,
      rows: [
        { month: "2026-12", contractId: "a", committedCents: 1000, renewalCents: 0 },
        { month: "2027-01", contractId: "a", committedCents: 0, renewalCents: 1000 },
        { month: "2027-01", contractId: "u", committedCents: 0, renewalCents: 500 },
        { month: "2027-02", contractId: "a", committedCents: 0, renewalCents: 1000 },
      ],
      totals: { committedCents: 1000, renewalCents: 2500 },
      assumptions: [expect.objectContaining({ code: "reading-renewed-month-end-is-term-end" })],
      hints: [],
      explanation: [
        expect.objectContaining({ code: "forecast-committed" }),
        expect.objectContaining({ code: "forecast-renewal" }),
      ],
    });
  });

  it("an empty list where there is nothing", () => {
    expect(printed({ ...request, contracts: [] })).toMatchObject({
      ok: true,
      rows: [],
      totals: { committedCents: 0, renewalCents: 0 },
    });
  });

  it("a long list in pieces, the same as in one", () => {
    const contracts = Array.from({ length: 500 }, (_, index) => ({ ...contract, id: `Vertrag „${index}“` }));
    const pieces = [
      ...(answerLine(JSON.stringify({ id: "ä", ...request, months: 24, contracts })) as Iterable<string>),
    ];
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
    const whole = JSON.parse(pieces.join(""));
    expect(whole.id).toBe("ä");
    expect(whole.rows).toHaveLength(500 * 24);
    expect(whole.explanation).toHaveLength(2);
  });
});

describe("what forecast refuses", () => {
  const second = (wrong: Record<string, unknown>) => ({ ...request, contracts: [up2date, wrong] });
  it.each([
    [{ ...request, months: 0 }, "not-whole", "months"],
    [{ ...request, months: 601 }, "not-whole", "months"],
    [{ ...request, from: "2026-13" }, "not-a-month", "from"],
    [{ ...request, from: "1989-12" }, "not-a-month", "from"],
    [{ ...request, from: "2200-01" }, "not-a-month", "from"],
    [{ ...request, from: "2026-12-01" }, "not-a-month", "from"],
    [{ ...request, contracts: {} }, "not-a-list", "contracts"],
    [{ ...request, contracts: undefined }, "missing-field", "contracts"],
    [{ ...request, contracts: Array.from({ length: 20_001 }, () => contract) }, "list-length", "contracts"],
    [{ ...request, contracts: [null] }, "not-an-object", "contracts[0]"],
    [{ ...request, contracts: [contract, contract] }, "forecast-duplicate-id", "contracts[1]"],
    [second({ ...contract, id: 7 }), "not-text", "contracts[1].id"],
    [second({ ...contract, policy: "x" }), "policy-unknown", "contracts[1].policy"],
    [second({ ...contract, amountCents: -1 }), "not-whole", "contracts[1].amountCents"],
    [second({ ...contract, amountCents: 10 ** 12 + 1 }), "not-whole", "contracts[1].amountCents"],
    [second({ ...contract, interval: "week" }), "not-a-choice", "contracts[1].interval"],
    [second({ ...contract, interval: null }), "not-a-choice", "contracts[1].interval"],
    [second({ ...contract, currentEnd: "2026-12-31" }), "unknown-field", "contracts[1].currentEnd"],
    [second({ ...contract, quantity: 1 }), "unknown-field", "contracts[1].quantity"],
    [second({ ...contract, termMonths: 12 }), "term-not-for-policy", "contracts[1].termMonths"],
    [second({ ...contract, policy: "fluxpunkt/subscription" }), "term-not-chosen", "contracts[1].termMonths"],
    [second({ ...contract, rule: { minimumMonths: 0 } }), "missing-field", "contracts[1].rule.renewalMonths"],
    [
      second({ ...contract, policy: "enreach/contract", noticeReceivedOn: "2026-11-01" }),
      "rule-unknown",
      "contracts[1]",
    ],
    [second({ ...up2date, start: "2026-01-01" }), "unknown-field", "contracts[1].start"],
    [second({ ...up2date, rule: {} }), "unknown-field", "contracts[1].rule"],
    [second({ ...up2date, interval: "year" }), "unknown-field", "contracts[1].interval"],
    [second({ id: "v", policy: "c4b/up2date", amountCents: 1 }), "missing-field", "contracts[1].currentEnd"],
  ])("%#: %s at %s", (wrong, code, path) => {
    expect(printed(wrong)).toMatchObject({ ok: false, error: { code, path, message: expect.stringMatching(/\S/) } });
  });

  it("sums beyond 2^53 - 1", () => {
    const contracts = Array.from({ length: 2000 }, (_, index) => ({
      ...contract,
      id: `${index}`,
      amountCents: 10 ** 12,
    }));
    expect(printed({ ...request, months: 600, contracts })).toMatchObject({
      ok: false,
      error: { code: "amount-too-large" },
    });
  });

  it("the largest request that is allowed is answered", () => {
    const contracts = Array.from({ length: 20_000 }, (_, index) => ({
      ...contract,
      id: `${index}`,
      amountCents: 10 ** 8,
    }));
    expect(printed({ ...request, months: 1, contracts }).totals).toEqual({
      committedCents: 2 * 10 ** 12,
      renewalCents: 0,
    });
  });
});
