import { describe, expect, test } from "vitest";
import { oneTimeUpgrade } from "@/lib/domain/one-time-upgrade";
import type { SystemHoldings } from "@/lib/domain/prerequisites-rules";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { type ListPrices, systemPrice } from "@/lib/domain/system-price";
import {
  type FirstDay,
  newUp2Date,
  reenterUp2Date,
  renewalStanding,
  renewalWindow,
  renewUp2Date,
  up2DateEnd,
} from "@/lib/domain/up2date";
import { additionalUp2Date } from "@/lib/domain/up2date-additional";
import {
  IP_CHANNEL,
  OFFICE,
  OFFICE_PLUS,
  prerequisites,
  SERVER,
  SMART,
  UPG_OFFICE,
  UPG_SERVER,
  up2date,
} from "../support/xphone";

const prices = {
  [SMART]: 50_000,
  [SERVER]: 150_000,
  [UPG_SERVER]: 110_000,
  [OFFICE]: 10_000,
  [OFFICE_PLUS]: 16_000,
  [UPG_OFFICE]: 7_000,
  [IP_CHANNEL]: 15_000,
};
const tenThousandEuro = { [SERVER]: 1_000_000 };

function at(system: SystemHoldings, list: ListPrices = prices) {
  return { prerequisites, up2date, system, prices: list };
}

function agreed(startsOn: string): FirstDay {
  return { kind: "agreed", startsOn };
}

function given<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(`refused: ${value.code}`);
  return value;
}

describe("the percentage of the whole system, times the years", () => {
  test.each([
    [1, 20, 200_000, "9130.0000.012"],
    [2, 19, 380_000, "9130.0000.024"],
    [3, 18, 540_000, "9130.0000.036"],
    [4, 17, 680_000, "9130.0000.048"],
    [5, 16, 800_000, "9130.0000.060"],
  ])("%i years: %i %% a year", (years, percent, amountCents, sku) => {
    const offer = given(newUp2Date(at({ [SERVER]: 1 }, tenThousandEuro), years, agreed("2026-04-01")));
    expect(offer).toMatchObject({ sku, basisCents: 1_000_000, basisPointsPerYear: percent * 100, amountCents });
  });

  test.each([0, 6, -1])("there is no term of %i years", (years) => {
    expect(newUp2Date(at({ [SERVER]: 1 }), years, agreed("2026-04-01"))).toMatchObject({ code: "years-unknown" });
  });

  test("rounds once, half a cent up, after the sum", () => {
    // 20 % of 2 cents is 0.4, of 3 cents 0.6; 16 % x 5 of 3 cents is 2.4; 18 % x 3 of 25 cents is 13.5.
    const amount = (cents: number, years: number) =>
      given(newUp2Date(at({ [SERVER]: 1 }, { [SERVER]: cents }), years, agreed("2026-04-01"))).amountCents;
    expect([amount(2, 1), amount(3, 1), amount(3, 5), amount(25, 3)]).toEqual([0, 1, 2, 14]);
    const parts = { [SERVER]: 2, [OFFICE]: 2 };
    expect(given(newUp2Date(at({ [SERVER]: 1, [OFFICE]: 4 }, parts), 1, agreed("2026-04-01"))).amountCents).toBe(2);
  });

  test("stays exact beyond the safe integers and refuses a sum that does not fit", () => {
    const huge = { [SERVER]: 1, [OFFICE]: 9007 };
    const list = { [SERVER]: 199_254_740_991, [OFFICE]: 1_000_000_000_000 };
    const offer = given(newUp2Date(at(huge, list), 5, agreed("2026-04-01")));
    expect(offer.basisCents).toBe(9_007_199_254_740_991);
    expect(offer.amountCents).toBe(Number((9_007_199_254_740_991n * 80n + 50n) / 100n));
    expect(newUp2Date(at({ [SERVER]: 1, [OFFICE]: 9008 }, list), 5, agreed("2026-04-01"))).toMatchObject({
      code: "amount-too-large",
    });
  });
});

describe("first day and end", () => {
  test.each([
    ["2020-03-16", 1, "2021-03-31"],
    ["2026-04-01", 1, "2027-03-31"],
    ["2026-04-02", 1, "2027-04-30"],
    ["2026-03-01", 1, "2027-02-28"],
    ["2027-03-01", 1, "2028-02-29"],
    ["2024-02-29", 1, "2025-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2026-01-31", 1, "2027-01-31"],
    ["2026-12-31", 5, "2031-12-31"],
    ["2026-01-01", 5, "2030-12-31"],
  ])("from %s for %i years to %s", (startsOn, years, endsOn) => {
    expect(up2DateEnd(startsOn, years)).toBe(endsOn);
    expect(given(newUp2Date(at({ [SERVER]: 1 }), years, agreed(startsOn)))).toMatchObject({ startsOn, endsOn });
  });

  test.each<[string, string, string | null, string]>([
    ["the licence is retrieved first", "2026-02-01", "2026-03-15", "2026-03-15"],
    ["three months pass first", "2026-02-01", "2026-09-01", "2026-05-01"],
    ["retrieved on the last possible day", "2026-02-01", "2026-05-01", "2026-05-01"],
    ["retrieved before the invoice", "2026-02-01", "2026-01-20", "2026-01-20"],
    ["nothing is retrieved", "2026-02-01", null, "2026-05-01"],
    ["the invoice's month plus three lacks the day", "2026-11-30", null, "2027-02-28"],
    ["the same in a leap year", "2027-11-30", null, "2028-02-29"],
    ["the invoice of 31 January", "2026-01-31", null, "2026-04-30"],
  ])("%s", (_, invoicedOn, licenceRetrievedOn, startsOn) => {
    const first: FirstDay = { kind: "from-invoice", invoicedOn, licenceRetrievedOn };
    expect(given(newUp2Date(at({ [SERVER]: 1 }), 1, first)).startsOn).toBe(startsOn);
    expect(given(reenterUp2Date(at({ [SERVER]: 1 }), 1, "2026-11-20", 6, first)).startsOn).toBe(startsOn);
  });
});

describe("what a system counts at", () => {
  test.each<[string, SystemHoldings, number]>([
    ["nothing", {}, 0],
    ["quantities of 0", { [SMART]: 0, [OFFICE]: 0, [UPG_OFFICE]: 0 }, 0],
    ["SMART SERVER: its 5 OFFICE add nothing", { [SMART]: 1 }, 50_000],
    ["SMART SERVER and 10 OFFICE", { [SMART]: 1, [OFFICE]: 10 }, 150_000],
    ["SMART SERVER with its upgrade counts as SERVER", { [SMART]: 1, [UPG_SERVER]: 1 }, 150_000],
    ["both servers", { [SMART]: 1, [SERVER]: 1 }, 200_000],
    ["both servers and the upgrade are two SERVER", { [SMART]: 1, [SERVER]: 1, [UPG_SERVER]: 1 }, 300_000],
    ["upgraded OFFICE count as OFFICE PLUS", { [SERVER]: 1, [OFFICE]: 10, [UPG_OFFICE]: 4 }, 150_000 + 60_000 + 64_000],
    [
      "beside bought OFFICE PLUS",
      { [SERVER]: 1, [OFFICE]: 4, [OFFICE_PLUS]: 3, [UPG_OFFICE]: 4 },
      150_000 + 7 * 16_000,
    ],
    ["included ones, upgraded", { [SMART]: 1, [UPG_SERVER]: 1, [UPG_OFFICE]: 5 }, 150_000 + 5 * 16_000],
    ["bought ones first", { [SMART]: 1, [UPG_SERVER]: 1, [OFFICE]: 2, [UPG_OFFICE]: 4 }, 150_000 + 4 * 16_000],
    [
      "bought ones first, some left",
      { [SMART]: 1, [UPG_SERVER]: 1, [OFFICE]: 6, [UPG_OFFICE]: 4 },
      150_000 + 20_000 + 64_000,
    ],
    ["on SMART SERVER, though excluded there", { [SMART]: 1, [UPG_OFFICE]: 3 }, 50_000 + 48_000],
  ])("%s", (_, system, basisCents) => {
    expect(given(systemPrice(prerequisites, system, prices)).basisCents).toBe(basisCents);
  });

  test.each<[string, SystemHoldings, string]>([
    ["a server upgrade without SMART SERVER", { [UPG_SERVER]: 1, [OFFICE]: 3 }, UPG_SERVER],
    ["a server upgrade beside a SERVER", { [SERVER]: 1, [UPG_SERVER]: 1 }, UPG_SERVER],
    ["more OFFICE upgrades than OFFICE", { [SERVER]: 1, [OFFICE]: 3, [UPG_OFFICE]: 4 }, UPG_OFFICE],
    ["more than bought and included", { [SMART]: 1, [OFFICE]: 3, [UPG_OFFICE]: 9 }, UPG_OFFICE],
  ])("%s cannot be priced", (_, system, sku) => {
    const refusal = { code: "upgrade-without-base", path: `system.${sku}` };
    expect(systemPrice(prerequisites, system, prices)).toMatchObject(refusal);
    expect(newUp2Date(at(system), 1, agreed("2026-04-01"))).toMatchObject(refusal);
    expect(oneTimeUpgrade(prerequisites, up2date, 7, system, prices)).toMatchObject(refusal);
  });

  test.each<[string, SystemHoldings, ListPrices, string | null]>([
    ["an article of the system", { [SERVER]: 1, [OFFICE]: 1 }, { [SERVER]: 1 }, OFFICE],
    ["what the server has become", { [SMART]: 1, [UPG_SERVER]: 1 }, { [SMART]: 1, [UPG_SERVER]: 1 }, SERVER],
    [
      "what an OFFICE has become",
      { [SERVER]: 1, [OFFICE]: 1, [UPG_OFFICE]: 1 },
      { [SERVER]: 1, [OFFICE]: 1, [UPG_OFFICE]: 1 },
      OFFICE_PLUS,
    ],
    [
      "nothing: no OFFICE is left, upgrades add nothing",
      { [SERVER]: 1, [OFFICE]: 1, [UPG_OFFICE]: 1 },
      { [SERVER]: 1, [OFFICE_PLUS]: 1 },
      null,
    ],
    ["nothing: included OFFICE add nothing", { [SMART]: 1 }, { [SMART]: 1 }, null],
    ["nothing: a price of 0 is a price", { [SMART]: 1 }, { [SMART]: 0 }, null],
  ])("missing: %s", (_, system, list, sku) => {
    const price = systemPrice(prerequisites, system, list);
    if (sku === null) expect(isRefusal(price)).toBe(false);
    else expect(price).toMatchObject({ code: "price-missing", path: `priceListCents.${sku}` });
  });

  test("two servers cannot be one system", () => {
    expect(systemPrice(prerequisites, { [SERVER]: 2 }, prices)).toMatchObject({
      code: "more-than-one",
      path: `system.${SERVER}`,
    });
  });
});

describe("renewal", () => {
  test.each<[string, string, "too-early" | "open" | "lapsed"]>([
    ["2026-12-30", "2027-12-31", "too-early"],
    ["2026-12-31", "2027-12-31", "open"],
    ["2027-12-31", "2027-12-31", "open"],
    ["2028-01-01", "2027-12-31", "lapsed"],
    ["2027-02-28", "2028-02-29", "too-early"],
    ["2027-03-01", "2028-02-29", "open"],
    ["2024-02-28", "2025-02-28", "open"],
    ["2024-02-27", "2025-02-28", "too-early"],
    ["2024-02-29", "2025-02-28", "open"],
  ])("on %s for an end on %s: %s", (asOf, currentEnd, standing) => {
    expect(renewalStanding(up2date, asOf, currentEnd)).toBe(standing);
    const offer = renewUp2Date(at({ [SERVER]: 1 }), 1, asOf, currentEnd);
    if (standing === "open") expect(isRefusal(offer)).toBe(false);
    else expect(offer).toMatchObject({ code: standing === "lapsed" ? "up2date-lapsed" : "renewal-too-early" });
  });

  test.each([
    ["2027-12-31", "2026-12-31"],
    ["2028-02-29", "2027-03-01"],
    ["2027-02-28", "2026-02-28"],
    ["2025-02-28", "2024-02-28"],
    ["2027-12-15", "2026-12-15"],
  ])("the window for an end on %s opens on %s", (currentEnd, opensOn) => {
    expect(renewalWindow(up2date, currentEnd)).toEqual({ opensOn, closesOn: currentEnd });
    expect(renewalStanding(up2date, opensOn, currentEnd)).toBe("open");
  });

  test("follows the present end and names what it costs to let it lapse", () => {
    const offer = given(renewUp2Date(at({ [SERVER]: 1 }, tenThousandEuro), 2, "2026-06-15", "2026-06-30"));
    expect(offer).toMatchObject({ startsOn: "2026-07-01", endsOn: "2028-06-30", amountCents: 380_000 });
    expect(offer.hints).toContainEqual(
      expect.objectContaining({
        code: "lapse-costs-one-time-upgrade",
        params: { currentEnd: "2026-06-30", percent: 35, oneTimeUpgradeCents: 350_000 },
      }),
    );
  });
});

describe("OneTime Upgrade and re-entry", () => {
  test.each([
    [4, 100, "9131.0004"],
    [5, 75, "9131.0001"],
    [6, 55, "9131.0002"],
    [7, 35, "9131.0003"],
    [8, 35, "9131.0006"],
  ])("from release %i: %i %%", (fromRelease, percent, sku) => {
    const offer = given(oneTimeUpgrade(prerequisites, up2date, fromRelease, { [SERVER]: 1 }, tenThousandEuro));
    expect(offer).toMatchObject({ sku, basisPoints: percent * 100, amountCents: percent * 10_000 });
    expect(offer.hints.some(({ code }) => code === "newer-release-needed")).toBe(fromRelease === 8);
  });

  test.each([3, 9, 0])("no upgrade leads from release %i", (fromRelease) => {
    expect(oneTimeUpgrade(prerequisites, up2date, fromRelease, { [SERVER]: 1 }, prices)).toMatchObject({
      code: "release-unknown",
    });
  });

  test("re-entry from release 6 for 3 years on 10,000 euro: 5,500 and 5,400", () => {
    const offer = given(reenterUp2Date(at({ [SERVER]: 1 }, tenThousandEuro), 3, "2026-11-20", 6, agreed("2026-11-20")));
    expect(offer).toMatchObject({
      amountCents: 540_000,
      endsOn: "2029-11-30",
      oneTimeUpgrade: { amountCents: 550_000 },
    });
  });
});

describe("additional licences", () => {
  const added = { prerequisites, up2date, add: { [OFFICE_PLUS]: 1 }, prices: { [OFFICE_PLUS]: 120_000 } };
  test.each([
    ["2026-05-10", "2027-03-31", 11],
    ["2026-05-31", "2026-05-31", 1],
    ["2026-05-01", "2026-05-31", 1],
    ["2026-01-01", "2028-12-31", 36],
    ["2026-12-01", "2027-01-31", 2],
  ])("bought on %s, running to %s: %i months", (purchasedOn, currentEnd, remainingMonths) => {
    const offer = given(additionalUp2Date(added, 1_800, purchasedOn, currentEnd));
    expect(offer).toMatchObject({ remainingMonths, amountCents: 1_800 * remainingMonths });
  });

  test("18 % x 17/12 x 1,200.00 is 306.00", () => {
    expect(given(additionalUp2Date(added, 1_800, "2026-05-10", "2027-09-30")).amountCents).toBe(30_600);
  });

  test("only while Up2Date runs", () => {
    expect(additionalUp2Date(added, 2_000, "2027-04-01", "2027-03-31")).toMatchObject({
      code: "up2date-not-running",
      path: "purchasedOn",
    });
  });

  test("upgrades count at their own list price and need no base", () => {
    const upgrades = { ...added, add: { [UPG_OFFICE]: 3, [UPG_SERVER]: 1 }, prices };
    expect(given(additionalUp2Date(upgrades, 2_000, "2026-05-10", "2027-04-30"))).toMatchObject({
      basisCents: 3 * 7_000 + 110_000,
      amountCents: 26_200,
    });
    expect(additionalUp2Date({ ...added, prices: {} }, 2_000, "2026-05-10", "2027-04-30")).toMatchObject({
      code: "price-missing",
      path: `priceListCents.${OFFICE_PLUS}`,
    });
  });
});
