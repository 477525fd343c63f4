import { type Day, dayAfter, dayAfterMonths } from "@/lib/domain/dates";
import { listPrice, noticedEnd, startWithDeadline, TenantStory } from "./seed-builder";
import type { peopleOfNorth } from "./seed-people";
import { addSamplePrices, addUp2Date, buysXPhone, monthEndIn, XPHONE } from "./seed-xphone";

const STARFACE = "fluxpunkt";
const AUT = "autphone";
const ENREACH = "enreach";
const BLUE = "netinteract";

/** Two subscriptions that somebody has dealt with by the time the story begins. */
export const KEPT_SKU = "hd-ringtones";
export const SNOOZED_SKU = "intercom";

/** The north's customers. Every date is made from today, so that each trap is there on every day of the calendar. */
export function storyOfNorth(resellerId: string, people: ReturnType<typeof peopleOfNorth>, today: Day): TenantStory {
  const story = new TenantStory(resellerId);
  const ago = (days: number) => dayAfter(today, -days);
  const jonas = { clerkId: people.clerk.id, deputyId: people.admin.id };
  const meike = { clerkId: people.confined.id, deputyId: people.clerk.id };
  addSamplePrices(story, ago(1_500));

  reederei(story, jonas, today);
  kanzleiHarms(story, jonas, ago);
  autohaus(story, meike, today);
  klinikum(story, meike, today);
  baeckerei(story, meike, today);
  architekten(story, jonas, today);
  spedition(story, jonas, today);
  bergmann(story, jonas, ago);
  zahnarzt(story, jonas, today);
  werbeagentur(story, jonas, today);
  return story;
}

type Clerks = { readonly clerkId: string; readonly deputyId: string };
type Ago = (days: number) => Day;

/** A STARFACE whose tier is full: the 41st user moves three articles at once. */
function reederei(story: TenantStory, clerks: Clerks, today: Day): void {
  const ago: Ago = (days) => dayAfter(today, -days);
  const customer = story.customer({
    number: "10001",
    name: "Reederei Claasen & Söhne",
    land: "DE-HH",
    contact: ["Swantje Claasen", "s.claasen@reederei-claasen.example", "040 5550 1200"],
    ...clerks,
  });
  const users = { users: 34, lightUsers: 6 };
  const pbx = story.system(customer, {
    vendor: STARFACE,
    name: "STARFACE Hafencity",
    serverKey: "SF-7K2M-Q9XA-41TD-2231",
    ...users,
  });
  for (const [sku, paid] of [
    ["call-recording", 1],
    ["insight-analytics", 0.9],
    ["active-directory-sync", 1],
  ] as const) {
    const { oneOffCents } = listPrice(STARFACE, [{ sku, mode: "purchase", users: 38 }]);
    const paidCents = Math.round(oneOffCents * paid);
    story.buys(pbx, STARFACE, sku, {
      on: ago(640),
      tier: "21-40",
      users: 38,
      listPriceCents: oneOffCents,
      paidCents,
      order: "AB-2231",
      key: `MOD-58HF-20LC-${6103 + sku.length}`,
    });
  }
  const runs = { policyId: "fluxpunkt/subscription", termMonths: 12 };
  const item = { sku: "teams-presence-sync", mode: "subscription" as const, termMonths: 12, users: 40 };
  const { monthlyCents } = listPrice(STARFACE, [item]);
  story.contract(pbx, STARFACE, {
    ...runs,
    sku: item.sku,
    startsOn: startWithDeadline(runs, today, 0, 4, "sendByOn"),
    billingParty: "reseller",
    billingInterval: "month",
    amountCents: monthlyCents,
    positions: [{ sku: item.sku, quantity: 8, monthlyCents }],
  });
}

/** A STARFACE above its tier, and a support plan that came after the modules. */
function kanzleiHarms(story: TenantStory, clerks: Clerks, ago: Ago): void {
  const customer = story.customer({
    number: "10002",
    name: "Steuerkanzlei Dr. Harms",
    land: "DE-SH",
    contact: ["Dr. Wiebke Harms", "kanzlei@dr-harms.example", "0451 5550 310"],
    ...clerks,
  });
  const pbx = story.system(customer, {
    vendor: STARFACE,
    name: "STARFACE Lübeck",
    users: 42,
    lightUsers: 4,
    serverKey: "SF-3PLB-87NE-X0CW-2387",
  });
  for (const sku of ["call-recording", "insight-analytics"]) {
    const { oneOffCents } = listPrice(STARFACE, [{ sku, mode: "purchase", users: 35 }]);
    const price = { listPriceCents: oneOffCents, paidCents: sku === "call-recording" ? oneOffCents : null };
    story.buys(pbx, STARFACE, sku, { on: ago(520), tier: "21-40", users: 35, ...price, order: "AB-2387" });
  }
  const { yearlyCents } = listPrice(STARFACE, [{ sku: "support-premium" }]);
  story.contract(pbx, STARFACE, {
    policyId: "fluxpunkt/support",
    sku: "support-premium",
    startsOn: ago(260),
    billingParty: "reseller",
    billingInterval: "year",
    amountCents: yearlyCents,
    positions: [{ sku: "support-premium", quantity: 1, yearlyCents }],
  });
}

/** SMART SERVER with 20 OFFICE (5 included, 15 bought), twice: Up2Date with 13 months, too early to renew, and with 11. */
function autohaus(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "10003",
    name: "Autohaus Feddersen GmbH",
    land: "DE-SH",
    contact: ["Lars Feddersen", "l.feddersen@autohaus-feddersen.example", "0461 5550 770"],
    ...clerks,
  });
  const holdings = { "3212.0010": 1, "3310.0030": 15 };
  for (const [name, months, years] of [
    ["XPhone Flensburg", 13, 2],
    ["XPhone Husum", 11, 1],
  ] as const) {
    const system = story.system(customer, { vendor: XPHONE, name, release: 8, usage: { dataSources: 2 } });
    const endsOn = monthEndIn(today, months);
    const boughtOn = dayAfterMonths(dayAfter(endsOn, 1), -12 * years);
    buysXPhone(story, system, holdings, boughtOn, `AB-24${months}`);
    addUp2Date(story, system, holdings, years, endsOn);
  }
}

/** A SERVER whose TEAMDESK and FAX lack what they need, and an Up2Date that ends this month. */
function klinikum(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "10004",
    name: "Klinikum Elbmarsch gGmbH",
    land: "DE-NI",
    contact: ["Dr. Nadine Ohlsen", "it@klinikum-elbmarsch.example", "04171 5550 90"],
    ...clerks,
  });
  const usage = { dataSources: 4, faxInClient: true };
  const system = story.system(customer, {
    vendor: XPHONE,
    name: "XPhone Winsen",
    release: 8,
    usage,
    serverKey: "XPC8-55D1-WN03-7A9E-1140",
  });
  const holdings = { "3210.0030": 1, "3310.0030": 60, "3311.0030": 4, "3323.0030": 6, "3320.0030": 40 };
  const endsOn = monthEndIn(today, 0);
  buysXPhone(story, system, holdings, dayAfterMonths(dayAfter(endsOn, 1), -36), "AB-1988");
  addUp2Date(story, system, holdings, 3, endsOn);
}

/** An Up2Date that has lapsed: back in only with a OneTime Upgrade from release 7. */
function baeckerei(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "10005",
    name: "Holsteiner Landbäckerei KG",
    land: "DE-SH",
    contact: ["Birte Sievers", "b.sievers@landbaeckerei.example", "04321 5550 15"],
    ...clerks,
  });
  const system = story.system(customer, { vendor: XPHONE, name: "XPhone Neumünster", release: 7, usage: {} });
  const holdings = { "3210.0030": 1, "3310.0030": 25, "3440.0030": 2, "3321.0030": 10 };
  const endsOn = monthEndIn(today, -4);
  buysXPhone(story, system, holdings, dayAfterMonths(dayAfter(endsOn, 1), -12), "AB-2102");
  addUp2Date(story, system, holdings, 1, endsOn);
}

/** aut-pbx with 50 extensions: one more would cost less. With a minute package that ends with it. */
function architekten(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "10006",
    name: "Architekturbüro Nissen + Thoms",
    land: "DE-HH",
    contact: ["Imke Nissen", "buero@nissen-thoms.example", "040 5550 4410"],
    ...clerks,
  });
  const pbx = story.system(customer, { vendor: AUT, name: "aut-pbx Altona", users: 50, lightUsers: 0 });
  const sold = { billingParty: "reseller", billingInterval: "month" } as const;
  const runs = { policyId: "autphone/extension" };
  const startsOn = startWithDeadline(runs, today, 12, 22);
  const { monthlyCents } = listPrice(AUT, [{ sku: "extension", quantity: 50 }]);
  const positions = [{ sku: "extension", quantity: 50, monthlyCents }];
  const main = { ...runs, ...sold, sku: "extension", startsOn, amountCents: monthlyCents, positions };
  const mainContractId = story.contract(pbx, AUT, main);
  const minutes = listPrice(AUT, [{ sku: "flat-de-m" }]).monthlyCents;
  story.contract(pbx, AUT, {
    policyId: "autphone/minute-package",
    ...sold,
    sku: "flat-de-m",
    startsOn: dayAfterMonths(startsOn, 2),
    amountCents: minutes,
    mainContractId,
    positions: [{ sku: "flat-de-m", quantity: 1, monthlyCents: minutes }],
  });
}

/** Enreach with exactly 25 profiles and a rule of its own, which counts in Werktage of a Land. */
function spedition(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "10007",
    name: "Spedition Jansen GmbH & Co. KG",
    land: "DE-HB",
    contact: ["Arne Jansen", "a.jansen@spedition-jansen.example", "0421 5550 680"],
    ...clerks,
  });
  const account = story.system(customer, { vendor: ENREACH, name: "Enreach Bremen", users: 25, lightUsers: 0 });
  const items = [{ sku: "professional", quantity: 25 }];
  const { monthlyCents } = listPrice(ENREACH, items);
  const ownRule = {
    minimumMonths: 24,
    renewalMonths: 12,
    noticeLength: 60,
    noticeUnit: "werktag",
    to: "term-end",
    source: "Rahmenvertrag Jansen",
    clause: "Ziffer 7",
  } as const;
  const runs = { policyId: "enreach/contract", ownRule, land: "DE-BE" as const };
  story.contract(account, ENREACH, {
    ...runs,
    sku: "professional",
    startsOn: startWithDeadline(runs, today, 40, 60),
    billingParty: "reseller",
    billingInterval: "quarter",
    amountCents: monthlyCents * 3,
    positions: [{ sku: "professional", quantity: 25, profile: "professional", monthlyCents }],
  });
}

/** Enreach with a Starter, which takes everybody's discount, and a rule that nobody has asked for yet. */
function bergmann(story: TenantStory, clerks: Clerks, ago: Ago): void {
  const customer = story.customer({
    number: "10008",
    name: "Kanzlei Bergmann & Partner",
    land: "DE-HH",
    contact: ["Friederike Bergmann", "f.bergmann@kanzlei-bergmann.example", "040 5550 9901"],
    ...clerks,
  });
  const account = story.system(customer, { vendor: ENREACH, name: "Enreach Kanzlei", users: 11, lightUsers: 0 });
  const expert = listPrice(ENREACH, [{ sku: "expert", quantity: 10 }, { sku: "starter" }]).monthlyCents;
  const starter = listPrice(ENREACH, [{ sku: "starter" }]).monthlyCents;
  story.contract(account, ENREACH, {
    policyId: "enreach/contract",
    sku: "expert",
    startsOn: ago(610),
    billingParty: "reseller",
    billingInterval: "month",
    amountCents: expert,
    positions: [
      { sku: "expert", quantity: 10, profile: "expert", monthlyCents: expert - starter },
      { sku: "starter", quantity: 1, profile: "starter", monthlyCents: starter },
    ],
  });
}

/** bluePBX with three extensions, brokered, whose notice day has just passed; a flat and a queue that end with it. */
function zahnarzt(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "10009",
    name: "Zahnarztpraxis am Deich",
    land: "DE-SH",
    contact: ["Dr. Henrike Boysen", "praxis@zahnarzt-am-deich.example", "04841 5550 22"],
    ...clerks,
  });
  const pbx = story.system(customer, { vendor: BLUE, name: "bluePBX Husum", users: 3, lightUsers: 0 });
  const brokered = { billingParty: "vendor", billingInterval: "month" } as const;
  const runs = { policyId: "netinteract/contract" };
  const startsOn = startWithDeadline(runs, today, -14, -5);
  const extensions = listPrice(BLUE, [{ sku: "extension", quantity: 3 }]).monthlyCents;
  const mainContractId = story.contract(pbx, BLUE, {
    ...runs,
    ...brokered,
    sku: "extension",
    startsOn,
    amountCents: extensions,
    positions: [{ sku: "extension", quantity: 3, monthlyCents: extensions }],
  });
  for (const [sku, policyId, quantity] of [
    ["flat-de", "netinteract/flat", 3],
    ["queue", "netinteract/partial", 1],
  ] as const) {
    const all = listPrice(BLUE, [
      { sku: "extension", quantity: 3 },
      { sku, quantity },
    ]).monthlyCents;
    const monthlyCents = all - extensions;
    const positions = [{ sku, quantity, monthlyCents }];
    story.contract(pbx, BLUE, {
      policyId,
      ...brokered,
      sku,
      startsOn,
      amountCents: monthlyCents,
      mainContractId,
      positions,
    });
  }
}

/** Subscriptions of every length: one rolling, one in its first term, one whose notice nobody has confirmed, one whose notice is settled. */
function werbeagentur(story: TenantStory, clerks: Clerks, today: Day): void {
  const ago: Ago = (days) => dayAfter(today, -days);
  const customer = story.customer({
    number: "10010",
    name: "Ändern & Söhne Werbeagentur",
    land: "DE-HH",
    contact: ["Malte Ändern", "malte@aendern-soehne.example", "040 5550 3366"],
    ...clerks,
  });
  const pbx = story.system(customer, { vendor: STARFACE, name: "STARFACE Ottensen", users: 18, lightUsers: 0 });
  const subscribe = (sku: string, termMonths: 1 | 12 | 24 | 36, startsOn: Day) => {
    const tiered = sku === "call-recording" ? { users: 18 } : {};
    const { monthlyCents } = listPrice(STARFACE, [{ sku, mode: "subscription", termMonths, ...tiered }]);
    return story.contract(pbx, STARFACE, {
      policyId: "fluxpunkt/subscription",
      termMonths,
      sku,
      startsOn,
      billingParty: "reseller",
      billingInterval: "month",
      amountCents: monthlyCents,
      positions: [{ sku, quantity: 1, ...tiered, monthlyCents }],
    });
  };
  const runs = (termMonths: number) => ({ policyId: "fluxpunkt/subscription", termMonths });
  const presence = listPrice(STARFACE, [
    { sku: "teams-presence-sync", mode: "subscription", termMonths: 1, users: 18 },
  ]);
  story.contract(pbx, STARFACE, {
    ...runs(1),
    sku: "teams-presence-sync",
    startsOn: ago(75),
    billingParty: "reseller",
    billingInterval: "month",
    amountCents: presence.monthlyCents,
    positions: [{ sku: "teams-presence-sync", quantity: 4, monthlyCents: presence.monthlyCents }],
  });
  subscribe("group-busy", 12, ago(500));
  for (const sku of [KEPT_SKU, SNOOZED_SKU]) subscribe(sku, 12, startWithDeadline(runs(12), today, 50, 80));
  subscribe("reverse-lookup-pro", 24, startWithDeadline(runs(24), today, 1, 2));
  const settled = subscribe("call-recording", 36, startWithDeadline(runs(36), today, 100, 130));
  const settledStart = story.rows.contracts.find((row) => row.id === settled)?.startsOn ?? today;
  story.notice(settled, {
    receivedOn: ago(30),
    endsOn: noticedEnd(runs(36), settledStart, ago(30)),
    channel: "letter",
    note: "Wechsel auf die gekaufte Lizenz",
    confirmedOn: ago(21),
  });
  const open = startWithDeadline(runs(12), today, 30, 45);
  const unconfirmed = subscribe("monitoring", 12, open);
  story.notice(unconfirmed, {
    receivedOn: ago(20),
    endsOn: noticedEnd(runs(12), open, ago(20)),
    channel: "email",
    note: "Monitoring übernimmt künftig ein anderer Dienst",
  });
}
