import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContractFacts, chargesBetween } from "@/lib/domain/contract-facts";
import { type Day, dayAfter } from "@/lib/domain/dates";
import {
  choicesFor,
  type DecisionRecord,
  decisionKinds,
  decisionStandsUntil,
  recordKey,
  settle,
  stateOf,
} from "@/lib/domain/decisions";
import { decisionsOfContract } from "@/lib/domain/decisions-contract";
import { rollingLine } from "@/lib/domain/decisions-system";
import { policyById } from "@/lib/price-lists";

function contract(policyId: string, more: Partial<ContractFacts> = {}): ContractFacts {
  return {
    id: "contract",
    customerId: "customer",
    clerkId: null,
    systemId: "system",
    vendor: policyId.split("/")[0] ?? "",
    sku: "extension",
    policy: policyById(policyId) ?? null,
    termMonths: null,
    ownRule: null,
    land: null,
    startsOn: "2026-04-01",
    billingInterval: "month",
    amountCents: 1_000,
    notice: null,
    mainEndsOn: null,
    maintenance: null,
    records: new Map(),
    ...more,
  };
}

const rowsOn = (facts: ContractFacts, today: Day) =>
  decisionsOfContract(facts, today).map((row) => [
    row.kind,
    row.state,
    row.dueOn,
    row.sendByOn,
    row.amountAtStakeCents,
  ]);

describe("the rows of a contract", () => {
  // bluePBX from 1 Apr 2026: ends 31 Mar 2027 or three months later each, received by 31 Dec 2026 (order form).
  const blue = contract("netinteract/contract");

  it.each([
    ["before the window", "2026-06-28", [["notice", "waiting", "2026-12-31", "2026-12-28", 3_000]]],
    ["26 weeks before the send-by day", "2026-06-29", [["notice", "open", "2026-12-31", "2026-12-28", 3_000]]],
    ["on the last day of receipt", "2026-12-31", [["notice", "open", "2026-12-31", "2026-12-28", 3_000]]],
    [
      "on the day after: missed, and the next end",
      "2027-01-01",
      [
        ["missed", "open", "2026-12-31", null, 3_000],
        ["notice", "open", "2027-03-31", "2027-03-24", 3_000],
      ],
    ],
    [
      "30 days after",
      "2027-01-30",
      [
        ["missed", "open", "2026-12-31", null, 3_000],
        ["notice", "open", "2027-03-31", "2027-03-24", 3_000],
      ],
    ],
    ["31 days after", "2027-01-31", [["notice", "open", "2027-03-31", "2027-03-24", 3_000]]],
  ] as const)("%s", (_, today, rows) => {
    expect(rowsOn(blue, today)).toEqual(rows);
  });

  it("fold once the minimum is over and the contract can end every month", () => {
    const aut = contract("autphone/extension");
    expect(rowsOn(aut, "2027-02-28")).toEqual([["notice", "open", "2027-02-28", "2027-02-23", 1_000]]);
    const after = decisionsOfContract(aut, "2027-04-15");
    expect(after.map((row) => [row.kind, row.folded, row.amountAtStakeCents, row.staleAfter])).toEqual([
      ["notice-rolling", true, 1_000, null],
    ]);
  });

  it("fold from the first day where the minimum is a month", () => {
    const monthly = contract("autphone/minute-package", { startsOn: "2026-11-01" });
    expect(decisionsOfContract(monthly, "2026-11-20").map((row) => [row.kind, row.folded])).toEqual([
      ["notice-rolling", true],
    ]);
  });

  it("say that a rule is unknown, and nothing else, until one is recorded", () => {
    const unknown = contract("enreach/contract", { startsOn: "2025-01-15" });
    expect(rowsOn(unknown, "2026-11-20")).toEqual([["rule-unknown", "open", null, null, null]]);
    const rule = {
      minimumMonths: 24,
      renewalMonths: 12,
      noticeLength: 1,
      noticeUnit: "month",
      to: "term-end",
    } as const;
    const known = contract("enreach/contract", { startsOn: "2025-01-15", ownRule: rule });
    expect(rowsOn(known, "2026-11-20")).toEqual([["notice", "open", "2026-12-14", "2026-12-09", 12_000]]);
  });

  it("say so too for a policy that no price list knows, and for a term that is not offered", () => {
    expect(rowsOn(contract("nobody/knows"), "2026-11-20")).toEqual([["rule-unknown", "open", null, null, null]]);
    const odd = contract("fluxpunkt/subscription", { termMonths: 7 });
    expect(rowsOn(odd, "2026-11-20")).toEqual([["rule-unknown", "open", null, null, null]]);
  });

  it("give way to a notice in force; what is not confirmed is asked after in 14 days", () => {
    const notice = { id: "n", receivedOn: "2026-11-01", endsOn: "2027-03-31", confirmed: false };
    expect(rowsOn({ ...blue, notice }, "2026-11-14")).toEqual([
      ["notice-unconfirmed", "waiting", "2026-12-31", "2026-12-28", 3_000],
    ]);
    expect(rowsOn({ ...blue, notice }, "2026-11-15")[0]?.[1]).toBe("open");
    expect(rowsOn({ ...blue, notice }, "2027-04-30")).toHaveLength(1);
    expect(rowsOn({ ...blue, notice }, "2027-05-01")).toEqual([]);
    expect(rowsOn({ ...blue, notice: { ...notice, confirmed: true } }, "2026-11-20")).toEqual([]);
  });

  it("end with the main contract", () => {
    const part = contract("netinteract/flat", { mainEndsOn: "2027-03-31" });
    expect(rowsOn(part, "2026-11-20")).toEqual([]);
    expect(rowsOn(contract("netinteract/flat"), "2026-11-20")).toHaveLength(1);
  });

  it("do not call missed what somebody had decided to let run", () => {
    const kept = (basis: string): ContractFacts => ({
      ...blue,
      records: new Map([[recordKey("notice", basis), { act: "keep", until: null }]]),
    });
    expect(rowsOn(kept("2026-12-31"), "2027-01-05").map(([kind]) => kind)).toEqual(["notice"]);
    expect(rowsOn(kept("2027-03-31"), "2027-01-05").map(([kind]) => kind)).toEqual(["missed", "notice"]);
  });

  it("leave the amount unknown where the contract's is", () => {
    expect(rowsOn({ ...blue, amountCents: null }, "2026-12-01")[0]?.[4]).toBeNull();
  });
});

describe("what is at stake", () => {
  it.each([
    // to, interval, charges of 100.00 that fall due after the end that was missed
    ["a quarter billed monthly", "netinteract/contract", "month", "2027-03-31", "2027-06-30", 30_000],
    ["a quarter billed quarterly", "netinteract/contract", "quarter", "2027-03-31", "2027-06-30", 10_000],
    ["a year's plan", "fluxpunkt/support", "year", "2026-12-31", "2027-12-31", 10_000],
    [
      "a month billed yearly falls due as a whole year",
      "autphone/extension",
      "year",
      "2027-03-31",
      "2027-04-30",
      10_000,
    ],
    ["the next month of that year is paid for", "autphone/extension", "year", "2027-04-30", "2027-05-31", 0],
  ] as const)("%s", (_, policyId, billingInterval, from, to, cents) => {
    const facts = contract(policyId, { billingInterval, amountCents: 10_000 });
    expect(chargesBetween(facts, from, to)).toBe(cents);
  });
});

describe("a state", () => {
  const row = { opensOn: null };
  const record = (act: DecisionRecord["act"], until: Day | null): DecisionRecord => ({ act, until });
  it.each([
    ["nothing recorded", undefined, "open", null],
    ["undone", record("undo", null), "open", null],
    ["kept for good", record("keep", null), "decided", null],
    ["decided to be done by a day", record("change", "2026-11-21"), "decided", "2026-11-21"],
    ["that day has come", record("change", "2026-11-20"), "open", null],
    ["put aside", record("snooze", "2026-11-21"), "snoozed", "2026-11-21"],
    ["back again", record("snooze", "2026-11-20"), "open", null],
  ] as const)("%s", (_, newest, state, changesOn) => {
    expect(stateOf(row, newest, "2026-11-20")).toEqual({ state, changesOn });
  });

  it("waits for its window whatever was recorded", () => {
    expect(stateOf({ opensOn: "2026-12-01" }, record("keep", null), "2026-11-20")).toEqual({
      state: "waiting",
      changesOn: "2026-12-01",
    });
  });

  it("belongs to its basis: another deadline opens the row anew", () => {
    const records = new Map([[recordKey("notice", "2026-12-31"), record("keep", null)]]);
    const facts = (today: Day) => decisionsOfContract(contract("netinteract/contract", { records }), today);
    expect(facts("2026-12-01").map((each) => each.state)).toEqual(["decided"]);
    expect(facts("2027-01-01").map((each) => [each.basis, each.state])).toEqual([["2027-03-31", "open"]]);
  });
});

describe("a decision stands", () => {
  const dated = { dueOn: "2026-12-31", sendByOn: "2026-12-28" };
  it.each([
    ["kept: as long as the deadline", dated, "keep", "2026-11-20", null],
    ["to give notice: until a week before the send-by day", dated, "give-notice", "2026-11-20", "2026-12-21"],
    ["to change, in that week: until tomorrow", dated, "change", "2026-12-22", "2026-12-23"],
    ["to change, after the deadline: for two weeks", dated, "change", "2027-01-05", "2027-01-19"],
    ["kept without a deadline: for a year", { dueOn: null, sendByOn: null }, "keep", "2026-11-20", "2027-11-20"],
    [
      "to change without a deadline: for two weeks",
      { dueOn: null, sendByOn: null },
      "change",
      "2026-11-20",
      "2026-12-04",
    ],
  ] as const)("%s", (_, row, choice, today, until) => {
    expect(decisionStandsUntil(row, choice, today)).toBe(until);
  });

  it("is a notice only where there is something to give notice to", () => {
    expect(decisionKinds.filter((kind) => choicesFor(kind).includes("give-notice"))).toEqual([
      "notice",
      "notice-rolling",
      "missed",
      "rule-unknown",
      "notice-unconfirmed",
    ]);
  });
});

describe("the line of rolling contracts", () => {
  const line = (members: readonly { monthlyCents: number | null; sinceOn: Day }[], records = new Map()) =>
    rollingLine({ id: "customer", clerkId: "clerk" }, members, records, "2026-11-20");

  it("counts and sums a month", () => {
    const made = line([
      { monthlyCents: 1_000, sinceOn: "2025-01-01" },
      { monthlyCents: 550, sinceOn: "2026-02-01" },
    ]);
    expect(made).toMatchObject({ amountAtStakeCents: 1_550, dueOn: null, sortOn: "2199-12-31", basis: "2026-02-01" });
    expect(made?.detail).toMatchObject({ count: 2, monthlyCents: 1_550, unknownCount: 0 });
  });

  it("leaves the amount unknown as soon as one is", () => {
    const made = line([
      { monthlyCents: 1_000, sinceOn: "2025-01-01" },
      { monthlyCents: null, sinceOn: "2025-01-01" },
    ]);
    expect(made?.amountAtStakeCents).toBeNull();
    expect(made?.detail).toMatchObject({ monthlyCents: 1_000, unknownCount: 1 });
  });

  it("opens anew when a contract joins, and not when one leaves", () => {
    const kept = new Map([[recordKey("notice-rolling", "2026-02-01"), { act: "keep", until: "2027-11-20" }]]);
    const old = { monthlyCents: 1, sinceOn: "2025-01-01" };
    const newer = { monthlyCents: 1, sinceOn: "2026-02-01" };
    expect(line([old, newer], kept)?.state).toBe("decided");
    expect(line([newer], kept)?.state).toBe("decided");
    expect(line([old, newer, { monthlyCents: 1, sinceOn: "2026-11-01" }], kept)?.state).toBe("open");
    expect(line([])).toBeNull();
  });
});

describe("staleness", () => {
  it("is the day before the first change that is still to come, for all rows of the subject", () => {
    const [row] = decisionsOfContract(contract("netinteract/contract"), "2026-12-01");
    expect(row?.staleAfter).toBe("2026-12-31");
    expect(settle([], ["2026-11-20"], new Map(), "2026-11-20")).toEqual([]);
  });

  // The law by which a read finds out what to derive anew: until a row says it is stale, no day changes anything.
  it("is never told too late, over a year of days and random contracts", () => {
    const policies = [
      "fluxpunkt/support",
      "autphone/extension",
      "autphone/minute-package",
      "netinteract/contract",
      "netinteract/flat",
      "netinteract/partial",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.integer({ min: -1_200, max: 60 }),
        fc.integer({ min: 0, max: 90 }),
        fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
        (policyId, startOffset, dayOffset, noticeAgo) => {
          const first = dayAfter("2026-11-20", dayOffset);
          const startsOn = dayAfter("2026-11-20", startOffset);
          const notice =
            noticeAgo === null
              ? null
              : {
                  id: "n",
                  receivedOn: dayAfter(first, -noticeAgo),
                  endsOn: dayAfter(first, 40 - noticeAgo),
                  confirmed: false,
                };
          const facts = contract(policyId, { startsOn, notice });
          let rows = decisionsOfContract(facts, first);
          for (let ahead = 1; ahead <= 365; ahead++) {
            const today = dayAfter(first, ahead);
            const fresh = decisionsOfContract(facts, today);
            const isStale = rows.some((row) => row.staleAfter !== null && row.staleAfter < today);
            if (!isStale) expect(fresh).toEqual(rows);
            rows = fresh;
          }
        },
      ),
      { numRuns: 60, seed: 20261120 },
    );
  });
});
