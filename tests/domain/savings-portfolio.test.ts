import { describe, expect, test } from "vitest";
import { answer } from "@/lib/calc/answer";
import { isRefusal } from "@/lib/domain/refusal";
import type { SavingDraft, SavingFacts } from "@/lib/domain/savings";
import { answerToDraft } from "@/lib/domain/savings-draft";
import { gapOf, type SavingGap, type Summand, savingShape, savingTotals } from "@/lib/domain/savings-portfolio";
import { listOf } from "../support/quotes";
import { OFFICE, SERVER } from "../support/xphone";

describe("how a list's savings hang together", () => {
  test.each([
    ["autphone", "system", []],
    ["enreach", "system", []],
    ["fluxpunkt", "contract", ["support-premium", "support-enterprise"]],
    ["netinteract", "none", []],
    ["c4b", "none", []],
  ])("%s: counted by %s", (vendor, counted, plans) => {
    const shape = savingShape(listOf(vendor));
    expect([shape.counted, [...shape.planSkus]]).toEqual([counted, plans]);
    expect(savingShape(listOf(vendor))).toBe(shape);
  });
});

describe("sums", () => {
  const of = (kind: Summand["kind"], yearlyCents: number, onceCents = 0, sample = false): Summand => {
    return { kind, yearlyCents, onceCents, sample };
  };
  test("by kind in their order, and with everything kept", () => {
    const { byKind, kept } = savingTotals([
      of("maintenance-lapse", 5_000, 900, true),
      of("purchase", 120, 200),
      of("larger-quantity", 70),
      of("purchase", 80, 100),
    ]);
    expect(byKind).toEqual([
      { kind: "larger-quantity", count: 1, yearlyCents: 70, onceCents: 0, sample: false },
      { kind: "purchase", count: 2, yearlyCents: 200, onceCents: 300, sample: false },
      { kind: "maintenance-lapse", count: 1, yearlyCents: 5_000, onceCents: 900, sample: true },
    ]);
    expect(kept).toEqual({ count: 3, yearlyCents: 270, onceCents: 300, sample: false });
  });
  test("of nothing", () => {
    expect(savingTotals([])).toEqual({ byKind: [], kept: { count: 0, yearlyCents: 0, onceCents: 0, sample: false } });
  });
});

describe("what cannot be reckoned with", () => {
  const { prerequisites, up2date } = listOf("c4b");
  const maintained = (prices: Record<string, number>, release: number | null): Partial<SavingFacts> => {
    if (prerequisites === undefined || up2date === undefined) throw new Error("XPhone has rules for systems");
    const at = { prerequisites, up2date, system: { [SERVER]: 1 }, prices };
    return { maintenance: { contractId: "m", at, years: 1, currentEnd: "2027-03-31", release } };
  };
  const booked = (sku: string, quantity: number) => ({ contracts: [{ id: "c", items: [{ sku, quantity }] }] });
  test.each<[string, string, Partial<SavingFacts>, SavingGap | null]>([
    ["a booking", "autphone", booked("extension", 50), null],
    ["a booking that the list would not sell", "enreach", booked("number-single", 11), "booking-refused"],
    ["an article that the list does not have", "autphone", booked("nothing", 1), "booking-refused"],
    ["maintenance", "c4b", maintained({ [SERVER]: 1 }, 8), null],
    ["maintenance without a list price", "c4b", maintained({}, 8), "list-price-missing"],
    ["maintenance without a release", "c4b", maintained({ [SERVER]: 1 }, null), "release-missing"],
  ])("%s", (_, vendor, facts, gap) => {
    const nothing = { contracts: [], plans: [], modules: [], maintenance: null };
    expect(gapOf({ list: listOf(vendor), ...nothing, ...facts }, "2026-11-20")).toBe(gap);
  });
});

describe("the answer to a draft is the calculator's", () => {
  const system = { [SERVER]: 1, [OFFICE]: 30 };
  const priceListCents = { [SERVER]: 200_000, [OFFICE]: 9_937 };
  const said = (draft: SavingDraft) => answer(draft) as unknown as Record<string, unknown>;

  test("a price", () => {
    const items = [{ sku: "expert", quantity: 24 }, { sku: "starter" }];
    const draft = { op: "price", vendor: "enreach", items } as const;
    const found = answerToDraft(listOf("enreach"), draft);
    if (isRefusal(found) || found.op !== "price") throw new Error("it is a price");
    expect(found.totals).toEqual(said(draft).totals);
    expect(found.lines.map(({ sku, monthlyCents }) => ({ sku, monthlyCents }))).toEqual(
      (said(draft).lines as Record<string, unknown>[]).map(({ sku, monthlyCents }) => ({ sku, monthlyCents })),
    );
  });
  test("a renewal", () => {
    const dates = { asOf: "2026-11-20", currentEnd: "2027-03-31" };
    const draft = { op: "up2date", case: "renewal", system, priceListCents, years: 3, ...dates } as const;
    expect(said(draft)).toMatchObject({ amountCents: 268_979, basisCents: 498_110, percentPerYear: 18 });
    expect(answerToDraft(listOf("c4b"), draft)).toMatchObject({
      ...{ amountCents: 268_979, basisCents: 498_110, basisPoints: 1_800, years: 3 },
      ...{ startsOn: said(draft).startsOn, endsOn: said(draft).endsOn },
    });
  });
  test("the way back", () => {
    const draft = { op: "one-time-upgrade", fromRelease: 6, system, priceListCents } as const;
    expect(answerToDraft(listOf("c4b"), draft)).toMatchObject({
      ...{ amountCents: said(draft).amountCents, basisPoints: 5_500, years: null, startsOn: null },
    });
  });
  test("what the calculator refuses is refused", () => {
    const price = { op: "price", vendor: "enreach", items: [{ sku: "nothing" }] } as const;
    expect(answerToDraft(listOf("enreach"), price)).toMatchObject({ code: "article-unknown" });
    const back = { op: "one-time-upgrade", fromRelease: 3, system, priceListCents } as const;
    expect(answerToDraft(listOf("c4b"), back)).toMatchObject({ code: "release-unknown" });
    expect(answerToDraft(listOf("enreach"), back)).toMatchObject({ code: "vendor-without-prices" });
  });
});
