import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { TenantStory } from "@/db/seed-builder";
import { writeRows } from "@/db/seed-write";
import { addUp2Date, buysXPhone } from "@/db/seed-xphone";
import { withTenantId } from "@/db/tenant";
import { answer } from "@/lib/calc/answer";
import { dayAfter } from "@/lib/domain/dates";
import type { QuoteItem } from "@/lib/domain/pricing";
import type { Viewer } from "@/lib/domain/viewer";
import { newestEdition } from "@/lib/price-lists/index";
import { type NextUserSystemView, type NextUserView, priceNextUsers } from "@/lib/use-cases/price-next-users";
import { personsArticles } from "@/lib/use-cases/shared/user-offers";
import { makeReseller, testDatabase } from "../support/database";
import { codes } from "../support/quotes";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";
import { OFFICE, OFFICE_PLUS, SERVER, SMART, UPG_SERVER } from "../support/xphone";

testDatabase();

const today = "2026-11-20";
let story: StoryTenant;
beforeAll(async () => {
  story = await tellStory(today);
});

/** What is chosen on each system of a customer, by the system's name or for all. */
type Choice = Readonly<Record<string, string>>;

async function priced(
  viewer: Viewer,
  customerId: string,
  users: number,
  choice: Choice | ((systemId: string) => Choice | undefined),
): Promise<NextUserView> {
  const of = typeof choice === "function" ? choice : () => choice;
  const said = (systemId: string, field: string) => {
    const chosen = of(systemId);
    return chosen === undefined ? undefined : { anlage: "ja", ...chosen }[field];
  };
  return found(await priceNextUsers(viewer, { customerId, users, said }, today));
}

const ofStory = (number: string, users: number, choice: Choice) =>
  priced(story.admin, story.customerOf(number), users, choice);
const only = (view: NextUserView): NextUserSystemView => found(view.systems[0]);
const hurting = (system: NextUserSystemView) =>
  system.priced?.steps.filter(({ hurts }) => hurts).map(({ user }) => user) ?? [];

/** What the calculator answers for a whole account; nothing booked costs nothing. */
function calcPrice(vendor: string, items: readonly QuoteItem[]): { oneOffCents: number | null; monthlyCents: number } {
  if (items.length === 0) return { oneOffCents: 0, monthlyCents: 0 };
  const said = answer({ op: "price", vendor, items });
  if (!said.ok) throw new Error(JSON.stringify(said));
  return said.totals as { oneOffCents: number; monthlyCents: number };
}

function calcUpgrade(sku: string, fromUsers: number, toUsers: number, paidCents: number | null): number {
  const said = answer({
    op: "tier-upgrade",
    vendor: "fluxpunkt",
    sku,
    fromUsers,
    toUsers,
    ...(paidCents === null ? {} : { paidCents }),
  });
  return said.ok ? (said.dueCents as number) : 0;
}

const difference = (vendor: string, before: readonly QuoteItem[], after: readonly QuoteItem[]) => {
  const [was, is] = [calcPrice(vendor, before), calcPrice(vendor, after)];
  return {
    oneOffCents: was.oneOffCents === null || is.oneOffCents === null ? null : is.oneOffCents - was.oneOffCents,
    monthlyCents: is.monthlyCents - was.monthlyCents,
    yearlyCents: 0,
  };
};

describe("the story's customers, as the calculator has it", () => {
  it("the 41st STARFACE user moves three tiers and starts a pack", async () => {
    const view = await ofStory("10001", 1, { benutzer: "ja", "paket.teams-presence-sync": "ja" });
    const paid = story.rows.purchases.filter((row) => row.customerId === story.customerOf("10001"));
    const licences = new Map(story.rows.licences.map((row) => [row.id, row.sku]));
    const due = paid.reduce(
      (sum, row) => sum + calcUpgrade(found(licences.get(row.licenceId)), 40, 41, row.paidCents ?? null),
      0,
    );
    const packs = (users: number): QuoteItem[] => [
      { sku: "teams-presence-sync", mode: "subscription", termMonths: 12, users },
    ];
    const { monthlyCents } = difference("fluxpunkt", packs(40), packs(41));
    expect(due).toBeGreaterThan(400_000);
    expect(view.priced?.total).toEqual({ oneOffCents: due, monthlyCents, yearlyCents: 0 });
    expect(view.priced?.worst).toEqual({ user: 1, hurtsOn: [only(view).id] });
    expect(codes(only(view).notes)).toEqual(["next-user-licence-not-listed", "next-user-packs-full"]);
    expect(
      codes(only(view).priced?.steps[0]?.reasons ?? []).filter((code) => code === "next-user-moves-tier"),
    ).toHaveLength(3);
  });

  it("a user who is not installed there moves nothing", async () => {
    const view = await ofStory("10001", 1, { "paket.teams-presence-sync": "ja" });
    expect(view.priced?.total).toMatchObject({ oneOffCents: 0 });
  });

  it("what stands above its tier already is not the next user's, and is said", async () => {
    const view = await ofStory("10002", 3, { benutzer: "ja" });
    expect(view.priced?.total).toEqual({ oneOffCents: 0, monthlyCents: 0, yearlyCents: 0 });
    expect(codes(only(view).priced?.hints ?? [])).toEqual([
      "next-user-tier-exceeded-before",
      "next-user-tier-exceeded-before",
    ]);
  });

  it("the 21st OFFICE on a SMART SERVER needs the upgrade, with Up2Date for both while it runs", async () => {
    const view = await ofStory("10003", 2, { client: OFFICE });
    expect(view.systems).toHaveLength(2);
    const prices = Object.fromEntries(story.rows.priceRows.map((row) => [row.sku, row.cents]));
    for (const system of view.systems) {
      const term = found(
        story.rows.terms.find((row) =>
          story.rows.contracts.some(({ id, systemId }) => id === row.contractId && systemId === system.id),
        ),
      );
      const add = { [OFFICE]: 2, [UPG_SERVER]: 1 };
      const upkeep = answer({
        op: "up2date-additional",
        add,
        priceListCents: prices,
        percentPerYear: term.percentPerYear,
        purchasedOn: today,
        currentEnd: term.endsOn,
      });
      const licences = 2 * found(prices[OFFICE]) + found(prices[UPG_SERVER]);
      expect(system.priced?.total.oneOffCents).toBe(licences + (upkeep.amountCents as number));
      expect(hurting(system)).toEqual([1]);
      expect(system.sample).toBe(true);
      expect(codes(system.notes)).toEqual(["next-user-up2date-counts"]);
      const check = answer({ op: "check", vendor: "c4b", system: { [SMART]: 1, [OFFICE]: 17, [UPG_SERVER]: 1 } });
      expect(check.ok).toBe(true);
    }
    expect(view.priced?.worst?.hurtsOn).toHaveLength(2);
  });

  it("Up2Date that has lapsed costs new licences nothing, and is said", async () => {
    const view = await ofStory("10005", 1, { client: OFFICE });
    expect(view.priced?.total.oneOffCents).toBe(8_900);
    expect(codes(only(view).notes)).toEqual(["next-user-up2date-over"]);
  });

  it("a renewal that is agreed already counts to its own end at the rate of the term that runs, and a term that has yet to begin is none that runs", async () => {
    const reseller = await makeReseller();
    let days = 10;
    const made = (terms: readonly (readonly [startsOn: string, endsOn: string, months: number])[]) =>
      write(reseller, (told, customer) => {
        const system = told.system(customer, { vendor: "c4b", name: "XPhone", release: 8 });
        buysXPhone(told, system, { [SERVER]: 1 }, "2024-01-01", "A-1");
        told.price("c4b", OFFICE, 10_000, `2020-01-${days++}`);
        const runs = { ...enreach, policyId: "c4b/up2date", sku: "9130.0000.012", startsOn: "2024-01-01" };
        const contract = told.contract(system, "c4b", { ...runs, positions: [] });
        for (const [startsOn, endsOn, months] of terms)
          told.term(contract, { kind: "up2date", startsOn, endsOn, months });
      });
    const costOf = async ({ customerId }: { customerId: string }) =>
      (await priced(reseller, customerId, 1, { client: OFFICE })).priced?.total.oneOffCents;
    const upkeep = (percentPerYear: number, currentEnd: string) => {
      const request = { op: "up2date-additional", add: { [OFFICE]: 1 }, priceListCents: { [OFFICE]: 10_000 } };
      return answer({ ...request, percentPerYear, purchasedOn: today, currentEnd }).amountCents as number;
    };
    const running = ["2025-12-01", "2026-11-30", 12] as const;
    expect(await costOf(await made([running]))).toBe(10_000 + upkeep(20, "2026-11-30"));
    const renewed = ["2026-12-01", "2028-11-30", 24] as const;
    expect(await costOf(await made([running, renewed]))).toBe(10_000 + upkeep(20, "2028-11-30"));
    expect(await costOf(await made([renewed]))).toBe(10_000);
    const odd = await made([["2025-12-01", "2026-11-30", 11]]);
    const view = await priced(reseller, odd.customerId, 1, { client: OFFICE });
    expect(codes(only(view).notes)).toEqual(["next-user-up2date-rate-unknown"]);
  });

  it("the 51st aut-pbx extension lowers the price of all", async () => {
    const view = await ofStory("10006", 1, { "dazu.extension": "ja" });
    const flat = { sku: "flat-de-m" };
    expect(view.priced?.total).toEqual(
      difference("autphone", [{ sku: "extension", quantity: 50 }, flat], [{ sku: "extension", quantity: 51 }, flat]),
    );
    expect(hurting(only(view))).toEqual([]);
  });

  it("one Starter beside 25 Professional ends the discount, and another profile costs less", async () => {
    const view = await ofStory("10007", 1, { profil: "starter" });
    const before = [{ sku: "professional", quantity: 25 }];
    expect(view.priced?.total).toEqual(difference("enreach", before, [...before, { sku: "starter" }]));
    expect(view.priced?.steps[0]?.beyond.monthlyCents).toBe(7_500);
    const [way, ...others] = only(view).priced?.cheaper ?? [];
    expect(way).toMatchObject({
      code: "next-user-other-profile",
      params: { profile: "Profil Advanced", option: "AllNet Flat VoIP" },
    });
    expect(others).not.toEqual([]);
    const advanced = [...before, { sku: "advanced" }, { sku: "allnet-flat", profile: "advanced" }];
    expect(way?.params.monthlyCents).toBe(difference("enreach", before, advanced).monthlyCents);
  });

  it("options count with their profile; those of another profile are not chosen", async () => {
    const choice = { profil: "advanced", "advanced.allnet-flat": "ja", "professional.crm-integration": "ja" };
    const view = await ofStory("10008", 2, choice);
    const before = [{ sku: "expert", quantity: 10 }, { sku: "starter" }];
    const after = [
      ...before,
      { sku: "advanced", quantity: 2 },
      { sku: "allnet-flat", profile: "advanced", quantity: 2 },
    ];
    expect(view.priced?.total).toEqual(difference("enreach", before, after));
    expect(only(view).perUser.map(({ name }) => name)).toEqual(["Profil Advanced", "AllNet Flat VoIP"]);
  });

  it("the 11th bluePBX extension makes set-up unknown, and the flat follows by itself", async () => {
    const view = await ofStory("10009", 8, { extension: "extension" });
    const booked = (extensions: number): QuoteItem[] => [
      { sku: "extension", quantity: extensions },
      { sku: "flat-de", quantity: extensions },
      { sku: "queue" },
    ];
    const { monthlyCents } = difference("netinteract", booked(3), booked(11));
    expect(view.priced?.total).toEqual({ oneOffCents: null, monthlyCents, yearlyCents: 0 });
    expect(view.priced?.known).toEqual({ oneOffCents: 0, monthlyCents, yearlyCents: 0 });
    expect(hurting(only(view))).toEqual([8]);
    expect(only(view).follows).toEqual(["Deutschland Festnetz Flat"]);
    expect(only(view).fields.map(({ name }) => name)).not.toContain("dazu.flat-de");
  });

  it("a subscription that is under notice still runs and is counted", async () => {
    const view = await ofStory("10010", 3, { benutzer: "ja" });
    const item = (users: number): QuoteItem[] => [
      { sku: "call-recording", mode: "subscription", termMonths: 36, users },
    ];
    expect(view.priced?.total).toEqual(difference("fluxpunkt", item(18), item(21)));
    expect(codes(only(view).notes)).toContain("next-user-counts-what-ends");
    expect(hurting(only(view))).toEqual([3]);
  });
});

describe("what is not known, not chosen or not to be seen", () => {
  it("only ticked systems count, and only with what was chosen", async () => {
    const customerId = story.customerOf("10003");
    const [husum] = story.rows.systems.filter((row) => row.customerId === customerId && row.name.endsWith("Husum"));
    const view = await priced(story.admin, customerId, 1, (id) => (id === husum?.id ? { client: OFFICE } : undefined));
    expect(view.systems.map(({ ticked, priced: own }) => [ticked, own !== null])).toEqual([
      [false, false],
      [true, true],
    ]);
    const bare = await ofStory("10003", 1, {});
    expect([bare.priced, bare.left.length]).toEqual([null, 2]);
    expect(bare.systems.every((system) => system.obstacles.length === 0 && system.perUser.length === 0)).toBe(true);
  });

  it("an article without a list price leaves the purchase unknown, and is named", async () => {
    const reseller = await makeReseller();
    const { customerId } = await write(reseller, (told, customer) => {
      const system = told.system(customer, { vendor: "c4b", name: "XPhone", release: 8 });
      buysXPhone(told, system, { [SERVER]: 1 }, "2020-01-01", "A-1");
    });
    const view = await priced(reseller, customerId, 2, { client: OFFICE_PLUS });
    expect(view.priced?.total.oneOffCents).toBeNull();
    expect(only(view).notes).toEqual([
      { code: "next-user-price-missing", params: { articles: "OFFICE PLUS" } },
      { code: "next-user-no-up2date", params: {} },
    ]);
    expect(only(view).sample).toBe(false);
  });

  it("installed users that nobody recorded are asked for, and count as told", async () => {
    const reseller = await makeReseller();
    const { customerId } = await write(reseller, (told, customer) => {
      const system = told.system(customer, { vendor: "fluxpunkt", name: "STARFACE" });
      const price = { listPriceCents: 100, paidCents: 100, order: "A-1" };
      told.buys(system, "fluxpunkt", "call-recording", { on: "2025-01-01", tier: "21-40", ...price });
    });
    const unknown = await priced(reseller, customerId, 1, { benutzer: "ja" });
    expect([unknown.priced, only(unknown).asksInstalled, codes(only(unknown).obstacles)]).toEqual([
      null,
      true,
      ["next-user-installed-unknown"],
    ]);
    for (const wrong of ["0", "-1", "1.5", "viele", "1e3", "10000000"]) {
      expect((await priced(reseller, customerId, 1, { benutzer: "ja", bestand: wrong })).priced).toBeNull();
    }
    const told = await priced(reseller, customerId, 1, { benutzer: "ja", bestand: "40" });
    expect(told.priced?.total.oneOffCents).toBe(calcUpgrade("call-recording", 40, 41, 100));
    expect(codes(only(told).notes)).toContain("next-user-installed-told");
  });

  it("a running contract of which nobody recorded what it books stands in the way", async () => {
    const reseller = await makeReseller();
    const { customerId } = await write(reseller, (told, customer) => {
      const system = told.system(customer, { vendor: "enreach", name: "Enreach" });
      told.contract(system, "enreach", { ...enreach, startsOn: "2026-01-01", positions: [] });
      const other = told.system(customer, { vendor: "enreach", name: "Anderes" });
      told.contract(other, "enreach", {
        ...enreach,
        startsOn: dayAfter(today, 1),
        positions: [{ sku: "expert", quantity: 9 }],
      });
    });
    const view = await priced(reseller, customerId, 1, { profil: "starter" });
    expect(view.left.map(({ name }) => name)).toEqual(["Enreach"]);
    const [later, unrecorded] = view.systems;
    expect(codes(unrecorded?.obstacles ?? [])).toEqual(["next-user-booking-unrecorded"]);
    expect(codes(later?.notes ?? [])).toEqual(["next-user-leaves-what-comes"]);
    expect(later?.priced?.total.monthlyCents).toBe(490);
  });

  it("a list price of the reseller's own goes before the printed one, in what is offered and in what it comes to", async () => {
    const reseller = await makeReseller();
    const { customerId } = await write(reseller, (told, customer) => {
      const system = told.system(customer, { vendor: "enreach", name: "Enreach" });
      const positions = [{ sku: "expert", quantity: 1 }];
      told.contract(system, "enreach", { ...enreach, startsOn: "2026-01-01", positions });
      told.price("enreach", "starter", 100, "2026-01-01");
      told.price("enreach", "starter", 200, dayAfter(today, 1));
    });
    const own = await priced(reseller, customerId, 1, { profil: "starter" });
    // One Starter ends the discount of the user who is there: 2,00 beside his own price.
    expect(own.priced?.steps[0]).toMatchObject({ costs: { monthlyCents: 300 }, beyond: { monthlyCents: 200 } });
    const [profiles] = only(own).fields;
    const starter = profiles?.kind === "one-of" ? profiles.options.find(({ value }) => value === "starter") : undefined;
    expect(starter?.prices).toContainEqual({ charge: "monthly", cents: 100 });
    const printed = await priced(reseller, customerId, 1, { profil: "expert" });
    expect(printed.priced?.total.monthlyCents).toBe(2_290);
  });

  it("what does not depend on users stands in nobody's way, however little is recorded of it", async () => {
    const reseller = await makeReseller();
    const { customerId } = await write(reseller, (told, customer) => {
      const system = told.system(customer, { vendor: "fluxpunkt", name: "STARFACE", users: 10, lightUsers: 0 });
      const runs = { ...enreach, policyId: "fluxpunkt/support", startsOn: "2026-01-01" };
      told.contract(system, "fluxpunkt", { ...runs, sku: "support-premium", positions: [] });
      // Without its term, which it costs by.
      told.contract(system, "fluxpunkt", {
        ...runs,
        sku: "group-busy",
        positions: [{ sku: "group-busy", quantity: 1 }],
      });
    });
    const view = await priced(reseller, customerId, 30, { benutzer: "ja" });
    expect(view.priced?.total).toEqual({ oneOffCents: 0, monthlyCents: 0, yearlyCents: 0 });
    expect(codes(only(view).notes)).toContain("next-user-nothing-by-users");
  });

  it("a position that the price list cannot price stands in the way", async () => {
    const reseller = await makeReseller();
    const { customerId } = await write(reseller, (told, customer) => {
      const system = told.system(customer, { vendor: "enreach", name: "Enreach" });
      told.contract(system, "enreach", {
        ...enreach,
        startsOn: "2026-01-01",
        positions: [{ sku: "nie-gehört", quantity: 1 }],
      });
    });
    const view = await priced(reseller, customerId, 1, { profil: "starter" });
    expect([view.priced, codes(only(view).obstacles)]).toEqual([null, ["next-user-booking-unclear"]]);
  });

  it("nobody sees what is not his", async () => {
    const customerId = story.customerOf("10001");
    const question = { customerId, users: 1, said: () => undefined };
    const stranger = await makeReseller();
    expect(await priceNextUsers(stranger, question, today)).toBeNull();
    expect(await priceNextUsers(story.confinedTo("10002"), question, today)).toBeNull();
    expect((await priceNextUsers(story.confinedTo("10001"), question, today))?.customer.number).toBe("10001");
    expect((await priceNextUsers(story.finance, question, today))?.customer.number).toBe("10001");
    expect(await priceNextUsers(story.admin, { ...question, customerId: uuidv7() }, today)).toBeNull();
    expect(await priceNextUsers(story.admin, { ...question, customerId: "x" }, today)).toBeNull();
    await expect(priceNextUsers(story.personOf("10001"), question, today)).rejects.toThrow("customer-viewer");
  });
});

describe("what a person can get", () => {
  it("is on the price lists, under every number and name that is offered", () => {
    const sold = personsArticles.map(({ vendor, sku }) =>
      newestEdition(vendor)?.articles.some((each) => each.sku === sku),
    );
    expect(personsArticles.length).toBeGreaterThan(10);
    expect(sold).toEqual(personsArticles.map(() => true));
  });

  it("names each field once, and options only where the profile has them", async () => {
    const view = await ofStory("10007", 1, {});
    const [profiles] = only(view).fields;
    if (profiles?.kind !== "one-of") throw new Error("no profiles");
    const names = profiles.options.map(({ value, fields }) => [value, fields.map(({ name }) => name)] as const);
    expect(Object.fromEntries(names)).toMatchObject({
      starter: [],
      expert: expect.arrayContaining(["expert.crm-integration"]),
    });
    expect(new Set(names.flatMap(([, each]) => each)).size).toBe(names.flatMap(([, each]) => each).length);
    expect(profiles.options.find(({ value }) => value === "expert")?.included).toContain("Contact TAPI");
  });
});

const enreach = {
  policyId: "enreach/contract",
  sku: "expert",
  billingParty: "reseller",
  billingInterval: "month",
  amountCents: null,
} as const;

/** A customer of a reseller with what the test tells of him. */
async function write(
  viewer: Viewer,
  tell: (told: TenantStory, customerId: string) => void,
): Promise<{ customerId: string }> {
  const told = new TenantStory(viewer.resellerId ?? "");
  const customerId = addCustomer(told);
  tell(told, customerId);
  await withTenantId(told.resellerId, (tx) => writeRows(tx, told.rows));
  return { customerId };
}

function addCustomer(told: TenantStory): string {
  const number = uuidv7().slice(-12);
  const contact = ["Niemand", "n@example.org", "0"] as const;
  return told.customer({ number, name: `Kunde ${number}`, land: "DE-HH", contact, clerkId: uuidv7() });
}

describe("a hundred random customers", () => {
  const modules = ["active-directory-sync", "call-recording", "insight-analytics"] as const;
  const limits = [20, 40, 80, 150, 250];
  const labels = ["1-20", "21-40", "41-80", "81-150", "151-250", ">250"];
  const tierAt = (users: number) => {
    const index = limits.findIndex((limit) => users <= limit);
    return index < 0 ? limits.length : index;
  };
  const wish = fc.record({
    users: fc.integer({ min: 1, max: 60 }),
    installed: fc.integer({ min: 1, max: 260 }),
    owned: fc.array(
      fc.record({ sku: fc.constantFrom(...modules), paid: fc.option(fc.integer({ min: 0, max: 300_000 })) }),
      {
        maxLength: 3,
      },
    ),
    recording: fc.option(fc.constantFrom(12, 24, 36)),
    covered: fc.option(fc.integer({ min: 1, max: 50 })),
    expert: fc.integer({ min: 1, max: 110 }),
    advanced: fc.integer({ min: 0, max: 20 }),
    profile: fc.constantFrom("starter", "advanced", "professional", "expert"),
    crm: fc.boolean(),
    extensions: fc.integer({ min: 3, max: 110 }),
    flat: fc.boolean(),
    smart: fc.boolean(),
    office: fc.integer({ min: 0, max: 15 }),
    plus: fc.boolean(),
    upkeepEnds: fc.option(fc.constantFrom("2026-12-31", "2027-06-30", "2028-01-31")),
  });
  type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

  /** One system of each vendor; what is owned twice counts once. */
  function tellOf(told: TenantStory, made: Wish) {
    const customerId = addCustomer(told);
    const starface = told.system(customerId, {
      vendor: "fluxpunkt",
      name: "STARFACE",
      users: made.installed,
      lightUsers: 0,
    });
    const owned = [...new Map(made.owned.map((each) => [each.sku, each])).values()];
    for (const { sku, paid } of owned) {
      const tier = labels[tierAt(made.installed)] ?? "";
      told.buys(starface, "fluxpunkt", sku, { on: "2025-05-01", tier, listPriceCents: 1, paidCents: paid, order: "A" });
    }
    const subscription = (sku: string, termMonths: number, users: number) =>
      told.contract(starface, "fluxpunkt", {
        ...enreach,
        policyId: "fluxpunkt/subscription",
        sku,
        termMonths,
        startsOn: "2026-03-01",
        positions: [{ sku, quantity: sku === "call-recording" ? 1 : Math.ceil(users / 5), users }],
      });
    if (made.recording !== null) subscription("call-recording", made.recording, made.installed);
    if (made.covered !== null) subscription("teams-presence-sync", 12, made.covered);
    const account = (vendor: string, positions: { sku: string; quantity: number; profile?: string }[]) => {
      const system = told.system(customerId, { vendor, name: vendor });
      const booked = positions.filter(({ quantity }) => quantity > 0);
      told.contract(system, vendor, {
        ...enreach,
        sku: booked[0]?.sku ?? "",
        startsOn: "2026-02-01",
        positions: booked,
      });
      return system;
    };
    const flats = { sku: "allnet-flat", quantity: made.advanced, profile: "advanced" };
    const bookings = {
      enreach: [{ sku: "expert", quantity: made.expert }, { sku: "advanced", quantity: made.advanced }, flats],
      autphone: [{ sku: "extension", quantity: made.extensions }],
      netinteract: [
        { sku: "extension", quantity: made.extensions },
        { sku: "flat-eu", quantity: made.flat ? made.extensions : 0 },
      ],
    };
    const accounts = Object.entries(bookings).map(
      ([vendor, positions]) => [vendor, account(vendor, positions)] as const,
    );
    const xphone = told.system(customerId, { vendor: "c4b", name: "XPhone", release: 8 });
    const holdings = { [made.smart ? SMART : SERVER]: 1, ...(made.office > 0 ? { [OFFICE]: made.office } : {}) };
    buysXPhone(told, xphone, holdings, "2024-01-01", "A");
    if (made.upkeepEnds !== null) addUp2Date(told, xphone, holdings, 2, made.upkeepEnds);
    return { customerId, starface, xphone, owned, bookings, accounts: Object.fromEntries(accounts) };
  }

  const choiceOf = (made: Wish, vendor: string): Choice =>
    ({
      fluxpunkt: { benutzer: "ja", "paket.teams-presence-sync": "ja" },
      enreach: { profil: made.profile, ...(made.crm ? { [`${made.profile}.crm-integration`]: "ja" } : {}) },
      autphone: { "dazu.extension": "ja" },
      netinteract: { extension: "extension" },
      c4b: { client: made.plus ? OFFICE_PLUS : OFFICE },
    })[vendor] ?? {};

  it("cost what the calculator answers for before and after, on every system and in all", async () => {
    const reseller = await makeReseller();
    const told = new TenantStory(reseller.resellerId ?? "");
    const prices: Readonly<Record<string, number>> = {
      [SERVER]: 249_000,
      [SMART]: 99_000,
      [UPG_SERVER]: 165_001,
      [OFFICE]: 8_903,
      [OFFICE_PLUS]: 14_907,
    };
    for (const [sku, cents] of Object.entries(prices)) told.price("c4b", sku, cents, "2020-01-01");
    const customers = fc
      .sample(wish, { numRuns: 100, seed: 20_261_129 })
      .map((made) => ({ made, ...tellOf(told, made) }));
    await withTenantId(told.resellerId, (tx) => writeRows(tx, told.rows));
    const vendorOf = new Map(told.rows.systems.map((row) => [row.id, row.vendor]));
    let reckoned = 0;
    for (const { made, customerId, starface, xphone, owned, bookings, accounts } of customers) {
      const { users } = made;
      const view = await priced(reseller, customerId, users, (id) => choiceOf(made, vendorOf.get(id) ?? ""));
      const totalOf = (systemId: string | undefined) => view.systems.find(({ id }) => id === systemId)?.priced?.total;

      const due = owned.map(({ sku, paid }) => {
        const upTo = limits[tierAt(made.installed)];
        return upTo === undefined ? 0 : calcUpgrade(sku, upTo, made.installed + users, paid);
      });
      const subscribed = (more: number): QuoteItem[] => [
        ...(made.recording === null
          ? []
          : [
              {
                sku: "call-recording",
                mode: "subscription" as const,
                termMonths: made.recording,
                users: made.installed + more,
              },
            ]),
        ...(made.covered === null
          ? []
          : [
              { sku: "teams-presence-sync", mode: "subscription" as const, termMonths: 12, users: made.covered + more },
            ]),
      ];
      expect(totalOf(starface)).toEqual({
        ...difference("fluxpunkt", subscribed(0), subscribed(users)),
        oneOffCents: due.reduce((sum, cents) => sum + cents, 0),
      });

      const booked = bookings.enreach
        .filter(({ quantity }) => quantity > 0)
        .map(({ sku, quantity, ...rest }) => (sku === "allnet-flat" ? { sku, quantity, ...rest } : { sku, quantity }));
      const crm = made.crm && made.profile !== "starter";
      const added: QuoteItem[] = [
        { sku: made.profile, quantity: users },
        ...(crm ? [{ sku: "crm-integration", profile: made.profile, quantity: users }] : []),
      ];
      expect(totalOf(accounts.enreach)).toEqual(difference("enreach", booked, [...booked, ...added]));

      const extensions = (more: number): QuoteItem[] => [{ sku: "extension", quantity: made.extensions + more }];
      expect(totalOf(accounts.autphone)).toEqual(difference("autphone", extensions(0), extensions(users)));
      const blue = (more: number): QuoteItem[] => [
        ...extensions(more),
        ...(made.flat ? [{ sku: "flat-eu", quantity: made.extensions + more }] : []),
      ];
      const setUp = made.extensions <= 10 && made.extensions + users > 10 ? { oneOffCents: null } : {};
      expect(totalOf(accounts.netinteract)).toEqual({ ...difference("netinteract", blue(0), blue(users)), ...setUp });

      const upgrade = made.smart && (made.plus || made.office + 5 + users > 20);
      const add = { [made.plus ? OFFICE_PLUS : OFFICE]: users, ...(upgrade ? { [UPG_SERVER]: 1 } : {}) };
      const holdings = { [made.smart ? SMART : SERVER]: 1, ...(made.office > 0 ? { [OFFICE]: made.office } : {}) };
      const after: Record<string, number> = { ...holdings };
      for (const [sku, quantity] of Object.entries(add)) after[sku] = (after[sku] ?? 0) + quantity;
      expect(answer({ op: "check", vendor: "c4b", system: after }).ok).toBe(true);
      const upkeep =
        made.upkeepEnds === null
          ? 0
          : answer({
              op: "up2date-additional",
              add,
              priceListCents: prices,
              percentPerYear: 19,
              purchasedOn: today,
              currentEnd: made.upkeepEnds,
            }).amountCents;
      const licences = Object.entries(add).reduce((sum, [sku, quantity]) => sum + quantity * (prices[sku] ?? 0), 0);
      expect(totalOf(xphone)).toEqual({ oneOffCents: licences + (upkeep as number), monthlyCents: 0, yearlyCents: 0 });

      const all = view.systems.map(({ priced: own }) => found(own).total);
      expect(view.priced?.total.monthlyCents).toBe(all.reduce((sum, { monthlyCents }) => sum + (monthlyCents ?? 0), 0));
      expect(view.priced?.known.oneOffCents).toBe(
        view.systems
          .flatMap(({ priced: own }) => found(own).steps)
          .reduce((sum, { costs }) => sum + (costs.oneOffCents ?? 0), 0),
      );
      reckoned += view.systems.length;
    }
    expect(reckoned).toBe(500);
  });
});
