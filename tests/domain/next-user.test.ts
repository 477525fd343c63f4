import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer } from "@/lib/calc/answer";
import { cheaperWays, type NextUserSystem, type NextUsers, nextUsers } from "@/lib/domain/next-user";
import type { QuoteItem } from "@/lib/domain/pricing";
import type { TieredHolding } from "@/lib/domain/tier-usage";
import { sentence } from "@/lib/format/reasons";
import { LOCALES } from "@/lib/format/wording";
import { codes, listOf, quoted } from "../support/quotes";
import {
  FAX,
  IP_CHANNEL,
  OFFICE,
  prerequisites,
  SERVER,
  SMART,
  TEAMDESK,
  UPG_OFFICE,
  UPG_SERVER,
  up2date,
} from "../support/xphone";

const owned = (sku: string, tier: string, paidCents: number | null, units = 1): TieredHolding => ({
  sku,
  mode: "purchase",
  tier,
  units,
  paidCents,
  since: "2025-01-01",
});

const premium = (installedUsers: number, more: Partial<NextUserSystem & { kind: "tiers" }> = {}): NextUserSystem => ({
  kind: "tiers",
  systemId: "pbx",
  list: listOf("fluxpunkt"),
  installedUsers,
  installedPerUser: 1,
  owned: [
    owned("active-directory-sync", "21-40", null),
    owned("call-recording", "21-40", null),
    owned("insight-analytics", "21-40", null),
  ],
  subscribed: [],
  coveredPerUser: {},
  ...more,
});

const account = (vendor: string, items: readonly QuoteItem[], perUser: readonly QuoteItem[]): NextUserSystem => ({
  kind: "booked",
  systemId: vendor,
  list: listOf(vendor),
  items,
  perUser,
});

const prices = { [SMART]: 100_000, [SERVER]: 200_000, [UPG_SERVER]: 110_000, [OFFICE]: 10_000, [UPG_OFFICE]: 4_000 };
const xphone = (more: Partial<NextUserSystem & { kind: "licences" }> = {}): NextUserSystem => ({
  kind: "licences",
  systemId: "xphone",
  rules: prerequisites,
  system: { [SMART]: 1, [OFFICE]: 15 },
  usage: {},
  perUser: { [OFFICE]: 1 },
  prices: { ...prices, "3311.0030": 15_000 },
  maintenance: null,
  ...more,
});

const costs = (oneOffCents: number | null, monthlyCents: number | null) => ({
  oneOffCents,
  monthlyCents,
  yearlyCents: 0,
});
/** The users who hurt, of the first system. */
const hurting = (found: NextUsers) => found.systems[0]?.steps.filter(({ hurts }) => hurts).map(({ user }) => user);

describe("users installed on a PBX", () => {
  test("the 41st moves three tiers: 4,000.00 once; the 40th and the 42nd cost nothing", () => {
    const found = nextUsers([premium(39)], 3);
    expect(found.steps.map((step) => step.costs)).toEqual([costs(0, 0), costs(400_000, 0), costs(0, 0)]);
    expect(found.worst).toEqual({ user: 2, hurtsOn: ["pbx"] });
    expect(
      codes(found.systems[0]?.steps[1]?.reasons ?? []).filter((code) => code === "next-user-moves-tier"),
    ).toHaveLength(3);
    expect(found.systems[0]?.steps[1]?.reasons[0]?.source?.clause).toContain("41-80");
  });
  test("the credit is what was paid, for each server licence", () => {
    const one = nextUsers([premium(40, { owned: [owned("call-recording", "21-40", 2 * 100_000, 2)] })], 1);
    const price = quoted("fluxpunkt", [{ sku: "call-recording", mode: "purchase", users: 41 }]).totals.oneOffCents ?? 0;
    expect(one.total).toEqual(costs(2 * (price - 100_000), 0));
  });
  test("what is exceeded already is not the next user's", () => {
    const found = nextUsers([premium(45)], 40);
    expect(hurting(found)).toEqual([36]);
    expect(codes(found.systems[0]?.hints ?? [])).toEqual(Array(3).fill("next-user-tier-exceeded-before"));
  });
  test("subscriptions move to the new tier's monthly price, with an assumption; packs start", () => {
    const subscribed: QuoteItem[] = [
      { sku: "call-recording", mode: "subscription", termMonths: 12, users: 30 },
      { sku: "teams-presence-sync", mode: "subscription", termMonths: 12, users: 9 },
      { sku: "antifraud", mode: "subscription", termMonths: 12 },
    ];
    const system = premium(39, { owned: [], subscribed, coveredPerUser: { "teams-presence-sync": 1 } });
    const found = nextUsers([system], 3);
    const monthly = (users: number) =>
      quoted("fluxpunkt", [{ sku: "call-recording", mode: "subscription", termMonths: 12, users }]).totals
        .monthlyCents ?? 0;
    expect(found.steps.map((step) => step.costs.monthlyCents)).toEqual([0, monthly(41) - monthly(40) + 740, 0]);
    expect(codes(found.systems[0]?.assumptions ?? [])).toEqual(["subscription-tier-not-regulated"]);
    expect(codes(found.systems[0]?.steps[1]?.reasons ?? [])).toEqual([
      "next-user-moves-subscription",
      "next-user-starts-pack",
    ]);
  });
  test("a subscription chosen for more users than are installed does not move before they are reached", () => {
    const subscribed: QuoteItem[] = [{ sku: "call-recording", mode: "subscription", termMonths: 12, users: 60 }];
    expect(hurting(nextUsers([premium(39, { owned: [], subscribed })], 43))).toEqual([42]);
  });
  test("users who are not installed there cost nothing there", () => {
    expect(nextUsers([premium(40, { installedPerUser: 0 })], 5).total).toEqual(costs(0, 0));
  });
  test("random systems: the steps add up to one upgrade through the calculator", () => {
    const tiers = listOf("fluxpunkt").userTiers;
    fc.assert(
      fc.property(
        fc.constantFrom("active-directory-sync", "call-recording", "insight-analytics"),
        fc.integer({ min: 1, max: 260 }),
        fc.integer({ min: 1, max: 120 }),
        fc.option(fc.integer({ min: 0, max: 500_000 })),
        (sku, installed, users, paid) => {
          const tier = tiers.find(({ upTo }) => upTo === null || installed <= upTo);
          const found = nextUsers([premium(installed, { owned: [owned(sku, tier?.label ?? "", paid)] })], users);
          const request = {
            op: "tier-upgrade",
            vendor: "fluxpunkt",
            sku,
            fromUsers: installed,
            toUsers: installed + users,
          };
          const said = answer(paid === null ? request : { ...request, paidCents: paid });
          expect(found.total.oneOffCents).toBe(said.ok ? said.dueCents : 0);
        },
      ),
      { numRuns: 300, seed: 20_261_127 },
    );
  });
});

describe("what is booked a month", () => {
  const flats = { sku: "allnet-flat", profile: "advanced" };
  test("one Starter beside 24 flat users: 52.90 a month, of which 48.00 are lost discount", () => {
    const items = [
      { sku: "expert", quantity: 20 },
      { sku: "advanced", quantity: 4 },
      { ...flats, quantity: 4 },
    ];
    const found = nextUsers([account("enreach", items, [{ sku: "starter" }])], 2);
    expect(found.steps.map((step) => step.costs)).toEqual([costs(2_500, 5_290), costs(2_500, 490)]);
    expect(found.steps[0]?.beyond).toEqual(costs(0, 4_800));
    expect(hurting(found)).toEqual([1]);
    expect(codes(found.systems[0]?.steps[0]?.reasons ?? [])).toEqual(["next-user-ends-discount"]);
    expect(sentence(found.systems[0]?.steps[0]?.reasons[0] as never, "de")).toBe(
      "Profil Starter beendet den unternehmensweiten Vorteil: 24 × 2,00 €, also 48,00 € im Monat.",
    );
  });
  test("an Advanced without its flat ends the discount too; with it he does not", () => {
    const items = [{ sku: "expert", quantity: 9 }];
    expect(hurting(nextUsers([account("enreach", items, [{ sku: "advanced" }])], 3))).toEqual([1]);
    expect(hurting(nextUsers([account("enreach", items, [{ sku: "advanced" }, flats])], 3))).toEqual([]);
  });
  test("the 25th profile lifts the discount for all: he makes the rest cheaper, and hurts nobody", () => {
    const found = nextUsers(
      [account("enreach", [{ sku: "professional", quantity: 23 }], [{ sku: "professional" }])],
      2,
    );
    expect(found.steps.map((step) => step.costs.monthlyCents)).toEqual([1_690, 39_750 - 40_560]);
    expect(hurting(found)).toEqual([]);
    expect(codes(found.systems[0]?.steps[1]?.reasons ?? [])).toEqual(["next-user-reaches-discount"]);
    expect(found.worst).toBeNull();
  });
  test("the 51st aut-pbx extension lowers the price of all", () => {
    const found = nextUsers([account("autphone", [{ sku: "extension", quantity: 49 }], [{ sku: "extension" }])], 3);
    expect(found.steps.map((step) => step.costs.monthlyCents)).toEqual([650, 30_600 - 32_500, 600]);
    expect(codes(found.systems[0]?.steps[1]?.reasons ?? [])).toEqual(["next-user-reaches-step"]);
    expect(hurting(found)).toEqual([]);
  });
  test("the 11th bluePBX extension: flats follow, and set-up is on request", () => {
    const items = [{ sku: "extension", quantity: 9 }, { sku: "flat-de", quantity: 9 }, { sku: "setup" }];
    const found = nextUsers([account("netinteract", items, [{ sku: "extension" }])], 3);
    expect(found.steps.map((step) => step.costs)).toEqual([costs(0, 1_540), costs(null, 1_540), costs(0, 1_540)]);
    expect(hurting(found)).toEqual([2]);
    expect(found.worst).toEqual({ user: 2, hurtsOn: ["netinteract"] });
    expect(codes(found.systems[0]?.steps[1]?.reasons ?? [])).toEqual([
      "next-user-on-request",
      "next-user-flat-follows",
    ]);
    expect([found.total, found.known]).toEqual([costs(null, 4_620), costs(0, 4_620)]);
  });
  test("a flat that the user gets by himself follows only once", () => {
    const items = [
      { sku: "extension", quantity: 4 },
      { sku: "flat-de", quantity: 4 },
    ];
    const found = nextUsers([account("netinteract", items, [{ sku: "extension" }, { sku: "flat-de" }])], 2);
    expect(found.total).toEqual(costs(0, 2 * 1_540));
    expect(codes(found.systems[0]?.steps[0]?.reasons ?? [])).toEqual([]);
  });
  test("a user whom the list does not take ends the steps, with its reason", () => {
    const option = { sku: "contact-tapi", profile: "professional" };
    const found = nextUsers([account("enreach", [{ sku: "professional", quantity: 2 }], [option])], 4);
    expect(found.systems[0]?.refused).toMatchObject({ user: 3, refusal: { code: "more-options-than-users" } });
    expect([found.steps.length, found.total.monthlyCents]).toEqual([2, 600]);
  });
  test("what stands wrong already takes nobody", () => {
    const found = nextUsers([account("netinteract", [{ sku: "extension", quantity: 2 }], [{ sku: "extension" }])], 1);
    expect(found.systems[0]?.refused).toMatchObject({ user: 1, refusal: { code: "below-minimum" } });
  });
  test("nothing booked yet: the first users cost their profile", () => {
    expect(nextUsers([account("enreach", [], [{ sku: "expert" }])], 2).total).toEqual(costs(5_000, 2 * 2_290));
  });
  test("random accounts: the steps add up to the difference of two prices of the calculator", () => {
    const priced = (items: readonly QuoteItem[]) => {
      const said = answer({ op: "price", vendor: "enreach", items: items.filter(({ quantity }) => quantity !== 0) });
      return said.totals as { oneOffCents: number; monthlyCents: number };
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom("starter", "advanced", "professional", "expert"),
        fc.integer({ min: 1, max: 30 }),
        (expert, advanced, profile, users) => {
          const items = [
            { sku: "expert", quantity: expert },
            { sku: "advanced", quantity: advanced },
            { sku: "allnet-flat", profile: "advanced", quantity: advanced },
          ].filter(({ quantity }) => quantity > 0);
          const found = nextUsers([account("enreach", items, [{ sku: profile }])], users);
          const [was, is] = [priced(items), priced([...items, { sku: profile, quantity: users }])];
          expect(found.total).toEqual(costs(is.oneOffCents - was.oneOffCents, is.monthlyCents - was.monthlyCents));
        },
      ),
      { numRuns: 200, seed: 20_261_128 },
    );
  });
});

describe("licences that need each other", () => {
  test("the 21st OFFICE on a SMART SERVER needs the upgrade", () => {
    const found = nextUsers([xphone({ system: { [SMART]: 1, [OFFICE]: 14 } })], 3);
    expect(found.steps.map((step) => step.costs)).toEqual([costs(10_000, 0), costs(120_000, 0), costs(10_000, 0)]);
    expect(hurting(found)).toEqual([2]);
    expect(codes(found.systems[0]?.steps[1]?.reasons ?? [])).toEqual(["next-user-needs-article", "limit-of-server"]);
    expect(found.systems[0]?.steps[1]?.reasons[0]?.params).toEqual({
      article: "Upg. SMART SERVER>SERVER",
      quantity: 1,
    });
  });
  test("with the maintenance of what is added, while it runs", () => {
    const maintenance = {
      rules: up2date,
      basisPointsPerYear: 2_000,
      purchasedOn: "2026-11-20",
      currentEnd: "2027-04-30",
    };
    const found = nextUsers([xphone({ maintenance })], 1);
    const said = answer({
      op: "up2date-additional",
      add: { [OFFICE]: 1, [UPG_SERVER]: 1 },
      priceListCents: prices,
      percentPerYear: 20,
      purchasedOn: "2026-11-20",
      currentEnd: "2027-04-30",
    });
    expect(found.total).toEqual(costs(120_000 + (said.amountCents as number), 0));
    expect(codes(found.systems[0]?.assumptions ?? [])).toContain("percent-of-running-term");
  });
  test("a cent of rounding is no price beyond the user's own", () => {
    // FAX without its channels is broken before: the basket that mends it is rounded together with every user's licence.
    const maintenance = {
      rules: up2date,
      basisPointsPerYear: 1_900,
      purchasedOn: "2026-11-20",
      currentEnd: "2027-04-30",
    };
    const system = { [SERVER]: 1, [FAX]: 1 };
    const odd = { [IP_CHANNEL]: 7_003, [OFFICE]: 10_001 };
    const found = nextUsers([xphone({ system, maintenance, prices: odd })], 40);
    expect(hurting(found)).toEqual([]);
    expect(found.steps.every(({ beyond }) => beyond.oneOffCents === 0)).toBe(true);
    expect(new Set(found.steps.map((step) => step.costs.oneOffCents)).size).toBe(2);
  });
  test("a TEAMDESK takes an OFFICE PLUS each: for every user the same, by an upgrade while OFFICE are there", () => {
    const system = { [SERVER]: 1, [OFFICE]: 2 };
    const found = nextUsers(
      [xphone({ system, perUser: { [TEAMDESK]: 1 }, prices: { ...prices, [TEAMDESK]: 1_000, "3311.0030": 15_000 } })],
      3,
    );
    expect(found.steps.map((step) => step.costs.oneOffCents)).toEqual([5_000, 5_000, 16_000]);
    expect(hurting(found)).toEqual([1, 2, 3]);
  });
  test("what was broken before is not the next user's", () => {
    const system = { [SERVER]: 1, [FAX]: 1 };
    expect(nextUsers([xphone({ system, prices: { ...prices, [IP_CHANNEL]: 7_000 } })], 1).total).toEqual(
      costs(10_000, 0),
    );
  });
  test("without a price nobody knows, and the step is marked all the same", () => {
    const found = nextUsers([xphone({ system: { [SMART]: 1, [OFFICE]: 14 }, prices: {} })], 2);
    expect(found.total.oneOffCents).toBeNull();
    expect(hurting(found)).toEqual([2]);
  });
  test("a second server for each user is refused", () => {
    const found = nextUsers([xphone({ perUser: { [SERVER]: 1 } })], 2);
    expect(found.systems[0]?.refused).toMatchObject({ user: 2, refusal: { code: "more-than-one" } });
  });
});

describe("over the systems of one customer", () => {
  const systems = [premium(40), account("enreach", [{ sku: "expert", quantity: 24 }], [{ sku: "starter" }]), xphone()];
  test("each user adds up, and every system that hurts is named", () => {
    const found = nextUsers(systems, 5);
    expect(found.steps[0]).toMatchObject({
      costs: costs(400_000 + 2_500 + 120_000, 5_290),
      hurtsOn: ["pbx", "enreach", "xphone"],
    });
    expect(found.total).toEqual(costs(400_000 + 5 * 2_500 + 110_000 + 5 * 10_000, 4_800 + 5 * 490));
    expect(found.worst).toEqual({ user: 1, hurtsOn: ["pbx", "enreach", "xphone"] });
  });
  test("where one system's price is unknown, what the others cost is known all the same", () => {
    const blue = account("netinteract", [{ sku: "extension", quantity: 10 }], [{ sku: "extension" }]);
    const found = nextUsers([premium(40), blue], 1);
    expect([found.total, found.known]).toEqual([costs(null, 850), costs(400_000, 850)]);
  });
  test("a user whom one system refuses is no user of all", () => {
    const found = nextUsers([premium(40), xphone({ perUser: { [SERVER]: 1 } })], 5);
    expect(found.steps).toHaveLength(1);
    expect(found.systems.map(({ steps }) => steps.length)).toEqual([5, 1]);
  });
  test("no systems, no costs", () => expect(nextUsers([], 3).total).toEqual(costs(0, 0)));
  test("five hundred users in two seconds of processor time", () => {
    const start = process.cpuUsage();
    nextUsers(systems, 500);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
  test("every sentence is whole in both languages", () => {
    const found = nextUsers(
      [
        ...systems,
        premium(45, {
          subscribed: [
            { sku: "teams-presence-sync", mode: "subscription", termMonths: 1, users: 5 },
            { sku: "call-recording", mode: "subscription", termMonths: 12, users: 45 },
          ],
          coveredPerUser: { "teams-presence-sync": 1 },
        }),
        account(
          "netinteract",
          [
            { sku: "extension", quantity: 10 },
            { sku: "flat-de", quantity: 10 },
          ],
          [{ sku: "extension" }],
        ),
        account("autphone", [{ sku: "extension", quantity: 50 }], [{ sku: "extension" }]),
        account("enreach", [{ sku: "expert", quantity: 24 }], [{ sku: "expert" }]),
      ],
      40,
    );
    const said = found.systems.flatMap(({ steps, assumptions, hints }) => [
      ...assumptions,
      ...hints,
      ...steps.flatMap(({ reasons }) => reasons),
    ]);
    expect(new Set(codes(said)).size).toBeGreaterThan(15);
    for (const reason of said) {
      for (const locale of LOCALES) expect(sentence(reason, locale)).not.toMatch(/undefined|NaN|null/);
    }
  });
});

describe("ways that cost less", () => {
  const cheaper = (system: NextUserSystem, users: number) =>
    cheaperWays(system, users, nextUsers([system], users).systems[0] as never);
  test("beside 24 flat users an Advanced with its flat instead of a Starter: the discount stays, and is lifted for all", () => {
    const items = [{ sku: "expert", quantity: 24 }];
    const ways = cheaper(account("enreach", items, [{ sku: "starter" }]), 1);
    const advanced = [...items, { sku: "advanced" }, { sku: "allnet-flat", profile: "advanced" }];
    const monthly = (each: readonly QuoteItem[]) => quoted("enreach", each).totals.monthlyCents ?? 0;
    expect(ways[0]).toMatchObject({
      code: "next-user-other-profile",
      params: { profile: "Profil Advanced", monthlyCents: monthly(advanced) - monthly(items), insteadCents: 5_290 },
    });
    expect(ways.map(({ params }) => params.profile)).toEqual([
      "Profil Advanced",
      "Profil Professional",
      "Profil Expert",
    ]);
  });
  test("a cheaper profile with less in it is no such way, nor is one that has not what was chosen", () => {
    const items = [{ sku: "expert", quantity: 24 }];
    expect(cheaper(account("enreach", items, [{ sku: "expert" }]), 3)).toEqual([]);
    const withFlat = [{ sku: "advanced" }, { sku: "contact-tapi", profile: "advanced" }];
    const ways = cheaper(account("enreach", items, withFlat), 1);
    // Contact TAPI is in the Expert's price; the Advanced lacked its flat.
    expect(ways.map(({ params }) => params.profile)).toEqual(["Profil Professional", "Profil Expert"]);
  });
  test("a few more users cost less in all: 48 to 50 aut-pbx extensions", () => {
    const at = (quantity: number) => account("autphone", [{ sku: "extension", quantity }], [{ sku: "extension" }]);
    expect([46, 47, 49, 50].map((quantity) => cheaper(at(quantity), 1).map(({ params }) => params))).toEqual([
      [],
      [{ more: 3, users: 4, savedCents: 600, oneOffCents: 0 }],
      [{ more: 1, users: 2, savedCents: 1_900, oneOffCents: 0 }],
      [],
    ]);
  });
  test("more profiles cost less a month and something once: both are said", () => {
    const [way] = cheaper(account("enreach", [{ sku: "expert", quantity: 23 }], [{ sku: "expert" }]), 1);
    expect(way).toMatchObject({ code: "next-user-more-cost-less", params: { more: 1, oneOffCents: 2_500 } });
  });
  test("nothing where a user was refused, a price is unknown, or the users are installed", () => {
    const option = { sku: "contact-tapi", profile: "professional" };
    expect(cheaper(account("enreach", [{ sku: "professional" }], [option]), 2)).toEqual([]);
    expect(cheaper(premium(40), 5)).toEqual([]);
    expect(cheaper(xphone({ prices: {} }), 1)).toEqual([]);
  });
  test("a basket that is not the smallest but costs less", () => {
    const dear = { ...prices, [UPG_SERVER]: 110_000, [SERVER]: 50_000, "3311.0030": 15_000 };
    expect(cheaper(xphone({ prices: dear }), 1)).toMatchObject([
      {
        code: "next-user-other-basket",
        params: { articles: "1 × SERVER", priceCents: 50_000, savedCents: 60_000 },
      },
    ]);
    expect(cheaper(xphone(), 1)).toEqual([]);
  });
  test("every way has its sentence", () => {
    for (const locale of LOCALES) {
      for (const system of [
        account("enreach", [{ sku: "expert", quantity: 24 }], [{ sku: "starter" }]),
        account("enreach", [{ sku: "expert", quantity: 23 }], [{ sku: "expert" }]),
      ])
        for (const way of cheaper(system, 1)) expect(sentence(way, locale)).toMatch(/\.$/);
    }
  });
});
