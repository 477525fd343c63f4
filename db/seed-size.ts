import { v7 as uuidv7 } from "uuid";
import { type Day, dayAfter, dayAfterMonths } from "@/lib/domain/dates";
import { hashOf, makeTenant } from "./seed";
import { noRows, type TenantRows, TenantStory } from "./seed-builder";
import { DEMO_PASSWORD, type DemoAccount, person } from "./seed-people";
import { addSamplePrices, monthEndIn, XPHONE } from "./seed-xphone";

/** What one system of each vendor has in the size data: the same few contracts again and again, at starts spread over four years. */
interface Shape {
  readonly vendor: string;
  readonly name: string;
  readonly contracts: readonly {
    readonly sku: string;
    readonly policyId: string;
    readonly termMonths?: number;
    readonly monthlyCents: number;
    readonly interval: "month" | "quarter" | "year";
    /** Ends with the system's first contract. */
    readonly isPart?: true;
  }[];
}

const SUBSCRIPTION = "fluxpunkt/subscription";
const shapes: readonly Shape[] = [
  {
    vendor: "fluxpunkt",
    name: "STARFACE",
    contracts: [
      { sku: "group-busy", policyId: SUBSCRIPTION, termMonths: 12, monthlyCents: 700, interval: "month" },
      { sku: "intercom", policyId: SUBSCRIPTION, termMonths: 24, monthlyCents: 929, interval: "quarter" },
      { sku: "pro-ivr", policyId: SUBSCRIPTION, termMonths: 36, monthlyCents: 1_490, interval: "year" },
      { sku: "teams-presence-sync", policyId: SUBSCRIPTION, termMonths: 1, monthlyCents: 3_000, interval: "month" },
      { sku: "support-premium", policyId: "fluxpunkt/support", monthlyCents: 6_900, interval: "year" },
    ],
  },
  {
    vendor: "autphone",
    name: "aut-pbx",
    contracts: [
      { sku: "extension", policyId: "autphone/extension", monthlyCents: 13_000, interval: "month" },
      { sku: "flat-de-s", policyId: "autphone/minute-package", monthlyCents: 1_000, interval: "month", isPart: true },
      { sku: "flat-dach-s", policyId: "autphone/minute-package", monthlyCents: 1_500, interval: "month", isPart: true },
    ],
  },
  {
    vendor: "netinteract",
    name: "bluePBX",
    contracts: [
      { sku: "extension", policyId: "netinteract/contract", monthlyCents: 8_500, interval: "month" },
      { sku: "flat-de", policyId: "netinteract/flat", monthlyCents: 6_900, interval: "month", isPart: true },
      { sku: "queue", policyId: "netinteract/partial", monthlyCents: 1_490, interval: "month", isPart: true },
    ],
  },
  {
    vendor: "enreach",
    name: "Enreach Contact",
    contracts: [{ sku: "advanced", policyId: "enreach/contract", monthlyCents: 8_900, interval: "month" }],
  },
  {
    vendor: XPHONE,
    name: "XPhone",
    contracts: [{ sku: "9130.0000.036", policyId: "c4b/up2date", monthlyCents: 12_000, interval: "year" }],
  },
];
const CONTRACTS_PER_CUSTOMER = 26;
const DAYS_OF_STARTS = 1_400;
const CLERKS = 8;

export const SIZE_ADMIN = "admin@grossbestand.example";
const SIZE_RESELLER = "Großbestand Telekommunikation AG";

/** Rows of one reseller with so many contracts under all policies, the same for the same `today`; numbers of customers begin at 1. */
export function sizeRows(
  resellerId: string,
  contractCount: number,
  clerkIds: readonly string[],
  today: Day,
): TenantRows {
  const story = new TenantStory(resellerId);
  addSamplePrices(story, dayAfter(today, -1_500));
  const rows: TenantRows = { ...noRows(), priceRows: story.rows.priceRows };
  const random = mulberry32(contractCount);
  let customerNumber = 0;
  while (rows.contracts.length < contractCount) {
    customerNumber++;
    const customerId = uuidv7();
    rows.customers.push({
      resellerId,
      id: customerId,
      number: String(100_000 + customerNumber),
      name: `${NAMES[customerNumber % NAMES.length]} ${PLACES[customerNumber % PLACES.length]} ${customerNumber}`,
      land: "DE-NW",
      clerkId: clerkIds[customerNumber % clerkIds.length] ?? null,
    });
    for (let own = 0, at = 0; own < CONTRACTS_PER_CUSTOMER && rows.contracts.length < contractCount; at++) {
      const shape = shapes[at % shapes.length] as Shape;
      own += addSystem(rows, resellerId, customerId, shape, at, random, contractCount, today);
    }
  }
  return rows;
}

function addSystem(
  rows: TenantRows,
  resellerId: string,
  customerId: string,
  shape: Shape,
  at: number,
  random: () => number,
  atMost: number,
  today: Day,
): number {
  const systemId = uuidv7();
  const { vendor } = shape;
  const owner = { resellerId, customerId };
  const name = `${shape.name} ${at + 1}`;
  const users = { installedUsers: 10 + Math.floor(random() * 80), installedLightUsers: 0 };
  rows.systems.push({ ...owner, id: systemId, vendor, name, ...users, release: vendor === XPHONE ? 8 : null });
  if (vendor === XPHONE) addLicences(rows, owner, systemId, today);
  let mainContractId: string | null = null;
  let added = 0;
  for (const contract of shape.contracts) {
    if (rows.contracts.length >= atMost) break;
    const id = uuidv7();
    const isUp2Date = contract.policyId === "c4b/up2date";
    const endsOn = monthEndIn(today, Math.floor(random() * 40) - 4);
    const startsOn = isUp2Date
      ? dayAfterMonths(dayAfter(endsOn, 1), -36)
      : dayAfter(today, -Math.floor(random() * DAYS_OF_STARTS));
    const months = contract.interval === "month" ? 1 : contract.interval === "quarter" ? 3 : 12;
    rows.contracts.push({
      ...owner,
      id,
      systemId,
      vendor,
      sku: contract.sku,
      policyId: contract.policyId,
      termMonths: contract.termMonths ?? null,
      startsOn,
      billingParty: vendor === "netinteract" ? "vendor" : "reseller",
      billingInterval: contract.interval,
      amountCents: contract.monthlyCents * months,
      mainContractId: contract.isPart ? mainContractId : null,
    });
    mainContractId ??= id;
    if (isUp2Date) {
      const term = { kind: "up2date" as const, startsOn, endsOn, months: 36, percentPerYear: 18 };
      rows.terms.push({ ...owner, id: uuidv7(), contractId: id, ...term, amountCents: contract.monthlyCents * 36 });
    }
    added++;
  }
  return added;
}

function addLicences(
  rows: TenantRows,
  owner: { readonly resellerId: string; readonly customerId: string },
  systemId: string,
  today: Day,
): void {
  for (const [sku, quantity] of [
    ["3212.0010", 1],
    ["3310.0030", 12],
  ] as const) {
    const licenceId = uuidv7();
    rows.licences.push({ ...owner, id: licenceId, systemId, vendor: XPHONE, sku });
    rows.purchases.push({ ...owner, id: uuidv7(), licenceId, purchasedOn: dayAfter(today, -1_200), quantity });
  }
}

/** Makes a further reseller with so many contracts, not yet derived. Its id, and how to sign in. */
export async function seedSize(
  contractCount: number,
  today: Day,
): Promise<{ readonly resellerId: string; readonly account: DemoAccount }> {
  const suffix = uuidv7().slice(-6);
  const admin = person("reseller-admin", "Friedrich Groß", SIZE_ADMIN.replace("@", `-${suffix}@`));
  const clerks = Array.from({ length: CLERKS }, (_, at) =>
    person("clerk", `Sachbearbeitung ${at + 1}`, `team${at + 1}-${suffix}@grossbestand.example`),
  );
  const name = `${SIZE_RESELLER} ${suffix}`;
  const clerkIds = clerks.map((clerk) => clerk.id);
  const tell = (id: string) => ({ rows: sizeRows(id, contractCount, clerkIds, today) });
  const resellerId = await makeTenant(name, tell, [admin, ...clerks], await hashOf(DEMO_PASSWORD));
  return { resellerId, account: { role: admin.role, email: admin.email, password: DEMO_PASSWORD, of: name } };
}

/** A small generator of numbers from 0 to 1 that gives the same row for the same seed, and does not repeat within this size. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NAMES = [
  "Bäckerei",
  "Autohaus",
  "Kanzlei",
  "Praxis",
  "Spedition",
  "Hotel",
  "Stadtwerke",
  "Schreinerei",
  "Apotheke",
];
const PLACES = [
  "Ahaus",
  "Bocholt",
  "Coesfeld",
  "Dülmen",
  "Emsdetten",
  "Gronau",
  "Hamm",
  "Iserlohn",
  "Lüdinghausen",
  "Münster",
  "Olpe",
];
