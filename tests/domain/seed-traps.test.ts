import { describe, expect, it } from "vitest";
import type { TenantRows } from "@/db/seed-builder";
import { storyOfNorth } from "@/db/seed-north";
import { peopleOfNorth, peopleOfSouth } from "@/db/seed-people";
import { storyOfSouth } from "@/db/seed-south";
import { type Day, dayAfter, daysBetween } from "@/lib/domain/dates";
import type { DecisionKind, DerivedDecision } from "@/lib/domain/decisions";
import { standingOf } from "@/lib/domain/decisions-system";
import { dueOverTiers } from "@/lib/domain/tier-usage";
import { systemFactsFrom } from "@/lib/use-cases/shared/facts";
import { decisionsOfStory, sourcesOf } from "../support/story-facts";

/** A story on one day, asked by customer number. */
class Told {
  readonly rows: TenantRows;
  readonly decisions: readonly DerivedDecision[];

  constructor(
    rows: TenantRows,
    readonly today: Day,
  ) {
    this.rows = rows;
    this.decisions = decisionsOfStory(rows, today);
  }

  /** Rows that are to be decided on this day. */
  open(number: string, kind: DecisionKind): DerivedDecision[] {
    const customer = this.rows.customers.find((row) => row.number === number);
    return this.decisions.filter(
      (row) => row.customerId === customer?.id && row.kind === kind && row.state === "open" && !row.folded,
    );
  }

  all(number: string, kind: DecisionKind): DerivedDecision[] {
    const customer = this.rows.customers.find((row) => row.number === number);
    return this.decisions.filter((row) => row.customerId === customer?.id && row.kind === kind);
  }

  standing(number: string) {
    const customer = this.rows.customers.find((row) => row.number === number);
    const facts = systemFactsFrom(sourcesOf(this.rows), this.today);
    return facts.filter((each) => each.customerId === customer?.id).map((each) => standingOf(each, this.today));
  }
}

const daysTo = (told: Told, day: Day | null | undefined): number => daysBetween(told.today, day ?? "1990-01-01");

/** Each trap of the story, and how it is found. */
const traps: readonly (readonly [name: string, found: (north: Told, south: Told) => boolean])[] = [
  [
    "a STARFACE with 40 users and three tiered articles: the next user moves all three",
    (north) => {
      const [pbx] = north.standing("10001");
      const full = pbx?.tiers.filter((tier) => !tier.exceeded && tier.neededTier === "41-80") ?? [];
      return (
        full.length === 3 && (dueOverTiers(full, "full") ?? 0) > 0 && north.all("10001", "tier-exceeded").length === 0
      );
    },
  ],
  [
    "users over the tier, with the credit-reduced difference of two articles",
    (north) => {
      const [row] = north.open("10002", "tier-exceeded");
      // 2,400.00 - 1,200.00 each for call recording and insight analytics in tier 41-80, as printed.
      return row?.detail.users === 46 && row.detail.count === 2 && row.amountAtStakeCents === 360_000;
    },
  ],
  [
    "a support plan bought after its modules",
    (north) => north.open("10002", "coverage-gap")[0]?.detail.skus === "call-recording,insight-analytics",
  ],
  [
    "SMART SERVER with 20 OFFICE in all breaks nothing",
    (north) =>
      north.rows.purchases.filter((row) => row.quantity === 15).length === 2 &&
      north.open("10003", "prerequisite-broken").length === 0,
  ],
  [
    "Up2Date with 11 months may be renewed, with 13 not yet",
    (north) => {
      const [open, ...more] = north.open("10003", "renewal-window");
      const waiting = north.all("10003", "renewal-window").filter((row) => row.state === "waiting");
      return more.length === 0 && daysTo(north, open?.dueOn) > 300 && daysTo(north, waiting[0]?.dueOn) > 366;
    },
  ],
  [
    "Up2Date that ends this month",
    (north) => {
      const [row] = north.open("10004", "up2date-end");
      return (
        row?.detail.lapsed === false && row.dueOn?.slice(0, 7) === north.today.slice(0, 7) && row.detail.sample === true
      );
    },
  ],
  [
    "Up2Date that has lapsed, with the OneTime Upgrade on top",
    (north) => {
      const [row] = north.open("10005", "up2date-end");
      const { renewalCents, reentryCents } = row?.detail ?? {};
      return (
        row?.detail.lapsed === true &&
        Number(reentryCents) > 0 &&
        row.amountAtStakeCents === Number(renewalCents) + Number(reentryCents)
      );
    },
  ],
  ["a broken prerequisite", (north) => north.open("10004", "prerequisite-broken").length === 1],
  [
    "aut-pbx with 50, to be decided soon",
    (north) => {
      const [row] = north.open("10006", "notice");
      return row?.amountAtStakeCents === 32_500 && daysTo(north, row.dueOn) >= 12 && daysTo(north, row.dueOn) <= 22;
    },
  ],
  [
    "a minute package that can end every month",
    (north) => north.open("10006", "notice-rolling")[0]?.detail.count === 1,
  ],
  [
    "Enreach with exactly 25 under a rule of its own that counts in a Land",
    (north) => {
      const contract = north.rows.contracts.find((row) => row.vendor === "enreach" && row.land !== null);
      const [row] = north.open("10007", "notice");
      return (
        contract?.ownRule?.noticeUnit === "werktag" &&
        row?.contractId === contract.id &&
        row.amountAtStakeCents !== null
      );
    },
  ],
  ["Enreach with a Starter and an unknown rule", (north) => north.open("10008", "rule-unknown").length === 1],
  [
    "bluePBX with 3 extensions whose notice day has just passed, brokered",
    (north) => {
      const [row] = north.open("10009", "missed");
      const days = daysTo(north, row?.dueOn);
      // Three months of 3 x 8.50.
      return days <= -5 && days >= -14 && row?.amountAtStakeCents === 7_650;
    },
  ],
  ["flat and queue that can end every month", (north) => north.open("10009", "notice-rolling")[0]?.detail.count === 2],
  [
    "subscriptions that can end every month, of 1 and after 12 months",
    (north) => north.open("10010", "notice-rolling")[0]?.detail.count === 2,
  ],
  ["an unconfirmed notice", (north) => north.open("10010", "notice-unconfirmed").length === 1],
  [
    "a deadline so near that a letter comes too late",
    (north) =>
      north
        .open("10010", "notice")
        .some((row) => (row.sendByOn ?? "") < north.today && (row.dueOn ?? "") > north.today),
  ],
  [
    "something to send within the week",
    (north) =>
      north.open("10001", "notice").some((row) => daysTo(north, row.sendByOn) >= 0 && daysTo(north, row.sendByOn) <= 4),
  ],
  [
    "the other reseller's mobile flat for ten, and a rolling contract",
    (_, south) =>
      south.open("20003", "notice").length === 1 &&
      south.open("20001", "notice-rolling")[0]?.amountAtStakeCents === 5_850,
  ],
  [
    "a plan that covers what was bought with it, and XPhone in good order",
    (_, south) =>
      south.all("20002", "coverage-gap").length === 0 &&
      south.all("20004", "prerequisite-broken").length === 0 &&
      south.all("20004", "coverage-gap").length === 0,
  ],
];

describe("the story", () => {
  it("holds every trap on each of 400 days, a leap day among them", () => {
    const missing: string[] = [];
    for (let ahead = 0; ahead < 400; ahead++) {
      const today = dayAfter("2027-03-01", ahead);
      const north = new Told(storyOfNorth("north", peopleOfNorth(), today).rows, today);
      const south = new Told(storyOfSouth("south", peopleOfSouth(), today).rows, today);
      for (const [name, found] of traps) if (!found(north, south)) missing.push(`${today}: ${name}`);
    }
    expect(missing).toEqual([]);
  });

  it("has a contract of every grammar, at least eight customers, and bluePBX brokered", () => {
    const today = "2026-11-20";
    const stories = [
      storyOfNorth("north", peopleOfNorth(), today).rows,
      storyOfSouth("south", peopleOfSouth(), today).rows,
    ];
    const contracts = stories.flatMap((rows) => rows.contracts);
    expect(stories.flatMap((rows) => rows.customers).length).toBeGreaterThanOrEqual(8);
    expect([...new Set(contracts.map((row) => row.policyId))].sort()).toEqual([
      "autphone/extension",
      "autphone/minute-package",
      "c4b/up2date",
      "enreach/contract",
      "fluxpunkt/subscription",
      "fluxpunkt/support",
      "netinteract/contract",
      "netinteract/flat",
      "netinteract/partial",
    ]);
    const subscriptions = contracts.filter((row) => row.policyId === "fluxpunkt/subscription");
    expect([...new Set(subscriptions.map((row) => row.termMonths))].sort()).toEqual([1, 12, 24, 36]);
    expect(contracts.filter((row) => (row.billingParty === "vendor") !== (row.vendor === "netinteract"))).toEqual([]);
    expect(stories.flatMap((rows) => rows.priceRows).every((row) => row.sample)).toBe(true);
  });
});
