import { describe, expect, it } from "vitest";
import { answer } from "@/lib/calc/answer";

const request = { op: "terms", policy: "autphone/extension", start: "2026-04-01", asOf: "2026-11-20" };
const rule = { minimumMonths: 12, renewalMonths: 3, noticeLength: 6, noticeUnit: "week", to: "term-end" };
const withRule = (own: Record<string, unknown>) => ({
  ...request,
  policy: "enreach/contract",
  rule: { ...rule, ...own },
});
const without = (name: keyof typeof request | keyof typeof rule, from: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

describe("what terms answers", () => {
  it("four dates, and how they came about", () => {
    expect(answer({ id: 7, ...request })).toEqual({
      id: 7,
      ok: true,
      termEnd: "2027-03-31",
      cancellableTo: "2027-03-31",
      noticeDeadline: "2027-02-28",
      sendBy: "2027-02-23",
      assumptions: [
        { code: "reading-renewed-month-end-is-term-end", text: expect.any(String), source: expect.any(String) },
      ],
      hints: expect.arrayContaining([{ code: "statute-tkg-57", text: expect.stringContaining("§ 57 TKG") }]),
      explanation: [
        {
          code: "term-minimum",
          text: "Mindestlaufzeit 12 Monate ab 01.04.2026: bis 31.03.2027.",
          source: expect.any(String),
        },
        { code: "notice-counted", text: "Kündigungsfrist 1 Monat zum 31.03.2027: Zugang spätestens am 28.02.2027." },
        {
          code: "deadline-stays",
          text: expect.stringContaining("Sonntag"),
          source: expect.stringContaining("III ZR 172/04"),
        },
        { code: "send-by-counted", text: "Absenden bis 23.02.2027: danach bleiben 3 Geschäftstage für die Post." },
      ],
    });
  });

  it("with a notice the end instead", () => {
    const given = answer({ ...request, noticeReceivedOn: "2027-03-01" });
    expect(given).toMatchObject({ ok: true, termEnd: "2027-03-31", endsOn: "2027-04-30" });
    for (const name of ["cancellableTo", "noticeDeadline", "sendBy"]) expect(given).not.toHaveProperty(name);
  });

  it("a contract's own rule before the policy's, with any policy that knows notice", () => {
    for (const policy of ["fluxpunkt/subscription", "fluxpunkt/support", "netinteract/flat", "enreach/contract"]) {
      expect(answer({ ...withRule({}), policy })).toMatchObject({
        ok: true,
        termEnd: "2027-03-31",
        noticeDeadline: "2027-02-17",
      });
    }
  });

  it("nothing invented where the paper states no rule", () => {
    expect(answer({ ...request, policy: "enreach/contract" })).toMatchObject({
      ok: true,
      termEnd: "2028-03-31",
      cancellableTo: null,
      noticeDeadline: null,
      sendBy: null,
      assumptions: [{ code: "rule-not-stated" }],
    });
    expect(answer({ ...request, policy: "enreach/contract", noticeReceivedOn: "2026-12-01" })).toMatchObject({
      ok: false,
      error: { code: "rule-unknown" },
    });
  });
});

describe("what terms refuses", () => {
  it.each([
    [without("policy", request), "missing-field", "policy"],
    [without("start", request), "missing-field", "start"],
    [without("asOf", request), "missing-field", "asOf"],
    [{ ...request, policy: "autphone/extensions" }, "policy-unknown", "policy"],
    [{ ...request, policy: 7 }, "not-text", "policy"],
    [{ ...request, policy: null }, "not-text", "policy"],
    [{ ...request, start: "2026-02-31" }, "not-a-day", "start"],
    [{ ...request, start: "0001-01-01" }, "not-a-day", "start"],
    [{ ...request, start: "9999-12-31" }, "not-a-day", "start"],
    [{ ...request, start: "1989-12-31" }, "not-a-day", "start"],
    [{ ...request, asOf: "2200-01-01" }, "not-a-day", "asOf"],
    [{ ...request, asOf: 20261120 }, "not-a-day", "asOf"],
    [{ ...request, asOf: null }, "not-a-day", "asOf"],
    [{ ...request, noticeReceivedOn: null }, "not-a-day", "noticeReceivedOn"],
    [{ ...request, noticeReceivedOn: "" }, "not-a-day", "noticeReceivedOn"],
    [{ ...request, land: "BY" }, "not-a-choice", "land"],
    [{ ...request, land: null }, "not-a-choice", "land"],
    [{ ...request, vendor: "autphone" }, "unknown-field", "vendor"],
    [{ ...request, termMonths: 12 }, "term-not-for-policy", "termMonths"],
    [{ ...request, policy: "enreach/contract", termMonths: 24 }, "term-not-for-policy", "termMonths"],
    [{ ...request, policy: "fluxpunkt/subscription" }, "term-not-chosen", "termMonths"],
    [{ ...request, policy: "fluxpunkt/subscription", termMonths: 13 }, "term-length-not-offered", "termMonths"],
    [{ ...request, policy: "fluxpunkt/subscription", termMonths: null }, "not-whole", "termMonths"],
    [{ ...request, policy: "fluxpunkt/subscription", termMonths: "12" }, "not-whole", "termMonths"],
    [{ ...request, policy: "c4b/up2date" }, "lapses-without-notice", "policy"],
    [{ ...withRule({}), policy: "c4b/up2date" }, "rule-not-for-lapsing", "rule"],
    [{ ...request, rule: null }, "not-an-object", "rule"],
    [{ ...request, rule: [] }, "not-an-object", "rule"],
    [{ ...request, rule: without("renewalMonths", rule) }, "missing-field", "rule.renewalMonths"],
    [{ ...request, rule: without("to", rule) }, "missing-field", "rule.to"],
    [withRule({ notice: 3 }), "unknown-field", "rule.notice"],
    [withRule({ minimumMonths: 0 }), "rule-minimum-needed", "rule.minimumMonths"],
    [withRule({ minimumMonths: 601 }), "not-whole", "rule.minimumMonths"],
    [withRule({ minimumMonths: null }), "not-whole", "rule.minimumMonths"],
    [withRule({ renewalMonths: null }), "rule-renewal-range", "rule.renewalMonths"],
    [withRule({ renewalMonths: 0 }), "not-whole", "rule.renewalMonths"],
    [withRule({ to: "month-end" }), "rule-open-ended-renewal", "rule.renewalMonths"],
    [withRule({ to: "quarter-end" }), "not-a-choice", "rule.to"],
    [withRule({ noticeUnit: "year" }), "not-a-choice", "rule.noticeUnit"],
    [withRule({ noticeLength: -1 }), "not-whole", "rule.noticeLength"],
    [withRule({ noticeLength: 1001 }), "not-whole", "rule.noticeLength"],
    [withRule({ noticeLength: 1.5 }), "not-whole", "rule.noticeLength"],
  ])("%j: %s", (wrong, code, path) => {
    const given = answer({ id: "x", ...wrong });
    expect(given).toMatchObject({ id: "x", ok: false, error: { code, path } });
    expect((given.error as { message: string }).message).toMatch(/^[„A-ZÄÖÜ].*[.…]$/s);
  });

  it("the edges of every range are accepted", () => {
    for (const own of [
      { minimumMonths: 600, renewalMonths: 600, noticeLength: 1000 },
      { minimumMonths: 1, renewalMonths: 1, noticeLength: 0 },
      { minimumMonths: 0, renewalMonths: null, to: "year-end" },
      { minimumMonths: 0, renewalMonths: null, to: "month-end", noticeUnit: "werktag", noticeLength: 1000 },
      { minimumMonths: 600, renewalMonths: 600, noticeLength: 1000, noticeUnit: "month" },
    ]) {
      for (const day of ["1990-01-01", "2199-12-31"]) {
        expect(answer({ ...withRule(own), start: day, asOf: "2199-12-31" })).toMatchObject({ ok: true });
      }
    }
  });
});
