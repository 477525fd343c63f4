import { type Day, dayAfter, dayAfterMonths } from "@/lib/domain/dates";
import { listPrice, startWithDeadline, TenantStory } from "./seed-builder";
import type { peopleOfSouth } from "./seed-people";
import { addSamplePrices, addUp2Date, buysXPhone, monthEndIn, XPHONE } from "./seed-xphone";

const STARFACE = "fluxpunkt";
const AUT = "autphone";
const BLUE = "netinteract";

/** The south's customers: the other tenant, which the first must never see. */
export function storyOfSouth(resellerId: string, people: ReturnType<typeof peopleOfSouth>, today: Day): TenantStory {
  const story = new TenantStory(resellerId);
  const sabine = { clerkId: people.clerk.id, deputyId: people.admin.id };
  const tobias = { clerkId: people.confined.id, deputyId: people.clerk.id };
  addSamplePrices(story, dayAfter(today, -1_500));
  weingut(story, sabine, today);
  maschinenbau(story, sabine, today);
  hotel(story, tobias, today);
  gemeinde(story, sabine, today);
  return story;
}

type Clerks = { readonly clerkId: string; readonly deputyId: string };

/** An extension contract long past its minimum: it can end every month. */
function weingut(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "20001",
    name: "Weingut Keller & Töchter",
    land: "DE-BW",
    contact: ["Regina Keller", "r.keller@weingut-keller.example", "07668 5550 41"],
    ...clerks,
  });
  const pbx = story.system(customer, { vendor: AUT, name: "aut-pbx Ihringen", users: 9, lightUsers: 0 });
  const { monthlyCents } = listPrice(AUT, [{ sku: "extension", quantity: 9 }]);
  story.contract(pbx, AUT, {
    policyId: "autphone/extension",
    sku: "extension",
    startsOn: dayAfter(today, -800),
    billingParty: "reseller",
    billingInterval: "month",
    amountCents: monthlyCents,
    positions: [{ sku: "extension", quantity: 9, monthlyCents }],
  });
}

/** STARFACE with an Enterprise plan from the first day, modules bought with it, and aut-pbx in the branch. */
function maschinenbau(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "20002",
    name: "Huber Maschinenbau GmbH",
    land: "DE-BW",
    contact: ["Matthias Huber", "m.huber@huber-maschinenbau.example", "0761 5550 800"],
    ...clerks,
  });
  const since = dayAfter(today, -420);
  const pbx = story.system(customer, {
    vendor: STARFACE,
    name: "STARFACE Werk 1",
    users: 120,
    lightUsers: 12,
    serverKey: "SF-W1ST-0H8G-52RB-9017",
  });
  const { yearlyCents } = listPrice(STARFACE, [{ sku: "support-enterprise" }]);
  story.contract(pbx, STARFACE, {
    policyId: "fluxpunkt/support",
    sku: "support-enterprise",
    startsOn: since,
    billingParty: "reseller",
    billingInterval: "year",
    amountCents: yearlyCents,
    positions: [{ sku: "support-enterprise", quantity: 1, yearlyCents }],
  });
  const { oneOffCents } = listPrice(STARFACE, [{ sku: "insight-analytics", mode: "purchase", users: 132 }]);
  const price = { listPriceCents: oneOffCents, paidCents: oneOffCents };
  story.buys(pbx, STARFACE, "insight-analytics", { on: since, tier: "81-150", users: 132, ...price, order: "AB-7012" });
  const branch = story.system(customer, { vendor: AUT, name: "aut-pbx Werk 2", users: 60, lightUsers: 0 });
  const runs = { policyId: "autphone/extension" };
  const { monthlyCents } = listPrice(AUT, [{ sku: "extension", quantity: 60 }]);
  story.contract(branch, AUT, {
    ...runs,
    sku: "extension",
    startsOn: startWithDeadline(runs, today, 25, 40),
    billingParty: "reseller",
    billingInterval: "month",
    amountCents: monthlyCents,
    positions: [{ sku: "extension", quantity: 60, monthlyCents }],
  });
}

/** bluePBX with ten extensions and the mobile flat that needs ten; brokered. */
function hotel(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "20003",
    name: "Hotel Schwarzwaldblick",
    land: "DE-BW",
    contact: ["Clara Dold", "c.dold@hotel-schwarzwaldblick.example", "07652 5550 60"],
    ...clerks,
  });
  const pbx = story.system(customer, { vendor: BLUE, name: "bluePBX Hinterzarten", users: 10, lightUsers: 0 });
  const runs = { policyId: "netinteract/contract" };
  const startsOn = startWithDeadline(runs, today, 8, 20);
  const brokered = { billingParty: "vendor", billingInterval: "month" } as const;
  const extensions = listPrice(BLUE, [{ sku: "extension", quantity: 10 }]).monthlyCents;
  const mainContractId = story.contract(pbx, BLUE, {
    ...runs,
    ...brokered,
    sku: "extension",
    startsOn,
    amountCents: extensions,
    positions: [{ sku: "extension", quantity: 10, monthlyCents: extensions }],
  });
  const items = [
    { sku: "extension", quantity: 10 },
    { sku: "flat-de-mobile", quantity: 10 },
  ];
  const flat = listPrice(BLUE, items).monthlyCents - extensions;
  story.contract(pbx, BLUE, {
    policyId: "netinteract/flat",
    ...brokered,
    sku: "flat-de-mobile",
    startsOn: dayAfterMonths(startsOn, 1),
    amountCents: flat,
    mainContractId,
    positions: [{ sku: "flat-de-mobile", quantity: 10, monthlyCents: flat }],
  });
}

/** XPhone in good order: SERVER, OFFICE PLUS with TEAMDESK, channels for the fax, Up2Date for two more years. */
function gemeinde(story: TenantStory, clerks: Clerks, today: Day): void {
  const customer = story.customer({
    number: "20004",
    name: "Gemeinde Oberried",
    land: "DE-BW",
    contact: ["Andrea Lauby", "hauptamt@gemeinde-oberried.example", "07661 5550 0"],
    ...clerks,
  });
  const usage = { dataSources: 3, faxInClient: true };
  const system = story.system(customer, { vendor: XPHONE, name: "XPhone Rathaus", release: 8, usage });
  const holdings = { "3210.0030": 1, "3310.0030": 18, "3311.0030": 4, "3323.0030": 2, "3320.0030": 6, "3440.0030": 2 };
  const endsOn = monthEndIn(today, 24);
  buysXPhone(story, system, holdings, dayAfterMonths(dayAfter(endsOn, 1), -36), "AB-7105");
  addUp2Date(story, system, holdings, 3, endsOn);
}
