import type { TenantRows } from "@/db/seed-builder";
import { type Day, dayAfterMonths } from "@/lib/domain/dates";
import { priceLists, printedFigures } from "@/lib/price-lists/index";

/** A saving as the papers say it, from nothing but the rows: what it is about, and its two figures. */
export interface Expected {
  readonly kind: string;
  /** Of the system, or of the contract and its article where each has its own. */
  readonly subject: string;
  readonly yearlyCents: number;
  readonly onceCents: number;
}

type Contract = TenantRows["contracts"][number];
type Position = TenantRows["positions"][number];

/** Half a cent up. */
const half = (numerator: number, denominator: number) => Math.floor((2 * numerator + denominator) / (2 * denominator));

/**
 * Every saving of some rows, found by trying: all larger quantities up to 60 more, each subscription against its purchase, every length of
 * maintenance. It shares nothing with the rules but the printed figures.
 */
export function expectedSavings(rows: TenantRows, today: Day, prices: ReadonlyMap<string, number>): Expected[] {
  const gone = new Set([...rows.customers, ...rows.systems].filter((row) => row.archivedAt).map((row) => row.id));
  const withdrawn = new Set(rows.notices.map((row) => row.noticeId));
  const noticed = new Map(
    rows.notices
      .filter((row) => row.kind === "notice" && !withdrawn.has(row.id))
      .map((row) => [row.contractId, row.endsOn ?? ""]),
  );
  const ending = (row: Contract) =>
    [noticed.get(row.id), row.mainContractId ? noticed.get(row.mainContractId) : undefined].filter((end) => end);
  const begun = rows.contracts.filter(
    (row) => !row.archivedAt && !gone.has(row.systemId) && !gone.has(row.customerId) && row.startsOn <= today,
  );
  const running = begun.filter((row) => ending(row).length === 0);
  const positions = Map.groupBy(rows.positions, (row) => row.contractId);
  const bookedOn = (row: Contract) =>
    (positions.get(row.id) ?? []).filter((each) => each.fromOn <= today && !each.toOn);
  /** Articles that a plan could cover. Where nothing is booked (any more), the contract's own article is, as in Bestand. */
  const stillOn = (row: Contract) => {
    if (!ending(row).every((end) => end !== undefined && end >= today)) return [];
    const standing = (positions.get(row.id) ?? []).filter((each) => !each.toOn || each.toOn >= today);
    return standing.length > 0 ? standing : [{ sku: row.sku, fromOn: row.startsOn }];
  };
  const found: Expected[] = [];

  for (const [systemId, contracts] of Map.groupBy(running, (row) => row.systemId)) {
    const booked = contracts.flatMap(bookedOn);
    const { vendor } = contracts[0] as Contract;
    const units = (sku: string) =>
      booked.filter((each) => each.sku === sku).reduce((sum, each) => sum + each.quantity, 0);
    if (vendor === "autphone") found.push(...extensions(systemId, units("extension")));
    if (vendor === "enreach") found.push(...profiles(systemId, units));
    if (vendor === "fluxpunkt") {
      for (const row of contracts) found.push(...bookedOn(row).flatMap((each) => purchase(row, each)));
      const on = begun.filter((row) => row.systemId === systemId);
      for (const plan of contracts) found.push(...planSaving(rows, plan, on, stillOn));
    }
  }
  return [...found, ...maintenance(rows, gone, today, prices)];
}

/** aut-pbx: 6.50 up to 50, 6.00 up to 100, 5.50 above, for all. */
function extensions(subject: string, quantity: number): Expected[] {
  const cost = (units: number) => units * (units > 100 ? 550 : units > 50 ? 600 : 650);
  if (quantity === 0) return [];
  let least = cost(quantity);
  for (let more = 1; more <= 60; more++) least = Math.min(least, cost(quantity + more));
  const yearlyCents = (cost(quantity) - least) * 12;
  return yearlyCents === 0 ? [] : [{ kind: "larger-quantity", subject, yearlyCents, onceCents: 0 }];
}

/** Enreach: profiles, flats of Advanced, what the whole company saves by 1, 25 and 100 profiles, 25.00 once for each added profile. */
function profiles(subject: string, units: (sku: string) => number): Expected[] {
  const [expert, professional, advanced, flats, starter] = [
    units("expert"),
    units("professional"),
    units("advanced"),
    units("allnet-flat"),
    units("starter"),
  ];
  // More options than users: the list would not sell that.
  if (expert + professional + advanced + starter === 0 || flats > advanced) return [];
  const monthly = (e: number, p: number, a: number, f: number) => {
    const all = e + p + a;
    const each = starter === 0 && f === a ? (all >= 100 ? 400 : all >= 25 ? 300 : 200) : 0;
    return e * 2_490 + p * 1_890 + a * 890 + f * 800 + starter * 490 - all * each;
  };
  const now = monthly(expert, professional, advanced, flats);
  let best = { cents: now, once: 0 };
  const most = (booked: number, used: number) => (booked > 0 ? 60 - used : 0);
  for (let e = 0; e <= most(expert, 0); e++) {
    for (let p = 0; p <= most(professional, e); p++) {
      for (let a = 0; a <= most(advanced, e + p); a++) {
        for (const f of flats === advanced + a ? [flats] : [flats, advanced + a]) {
          const cents = monthly(expert + e, professional + p, advanced + a, f);
          const once = (e + p + a) * 2_500;
          if (cents < best.cents || (cents === best.cents && once < best.once)) best = { cents, once };
        }
      }
    }
  }
  if (best.cents === now) return [];
  return [{ kind: "larger-quantity", subject, yearlyCents: (now - best.cents) * 12, onceCents: best.once }];
}

const printed = new Map(
  priceLists
    .filter(({ vendor }) => vendor === "fluxpunkt")
    .flatMap(printedFigures)
    .map((figure) => [`${figure.article} ¦ ${figure.column}`, figure.cents]),
);
const NAMES: Readonly<Record<string, string>> = {
  antifraud: "AntiFraud",
  "pro-ivr": "Pro IVR",
  intercom: "Intercom",
  "call-recording": "Call Recording",
  "insight-analytics": "Insight Analytics",
};

/** STARFACE modules: the printed subscription a year against the printed purchase, by the tier of the users named. */
function purchase(row: Contract, { sku, quantity, users }: Position): Expected[] {
  const name = NAMES[sku];
  if (name === undefined) return [];
  const tier = TIERS.find(([upTo]) => (users ?? 0) <= upTo)?.[1] ?? ">250";
  const figure = (column: string) => {
    const cents = printed.get(`${name} ¦ ${column}${users ? ` | ${tier}` : ""}`);
    if (cents === undefined) throw new Error(`nothing printed for ${name}, ${column}, ${tier}`);
    return cents;
  };
  const yearlyCents = figure(`Abo ${row.termMonths} Monate`) * 12 * quantity;
  return [{ kind: "purchase", subject: `${row.id} ${sku}`, yearlyCents, onceCents: figure("Kauf") * quantity }];
}
const TIERS = [
  [20, "1-20"],
  [40, "21-40"],
  [80, "41-80"],
  [150, "81-150"],
  [250, "151-250"],
] as const;

/** A plan that is younger than everything it could cover. */
function planSaving(
  rows: TenantRows,
  plan: Contract,
  onSystem: readonly Contract[],
  stillOn: (row: Contract) => readonly Pick<Position, "sku" | "fromOn">[],
): Expected[] {
  const price = { "support-premium": 82_800, "support-enterprise": 154_800 }[plan.sku];
  if (price === undefined) return [];
  const licences = rows.licences.filter((row) => row.systemId === plan.systemId).map((row) => row.id);
  const days = [
    ...rows.purchases.filter((row) => licences.includes(row.licenceId)).map((row) => row.purchasedOn),
    ...onSystem.flatMap(stillOn).flatMap((each) => (each.sku.startsWith("support-") ? [] : [each.fromOn])),
  ];
  if (days.length === 0 || days.some((day) => day >= plan.startsOn)) return [];
  return [{ kind: "plan-after-modules", subject: plan.id, yearlyCents: price, onceCents: 0 }];
}

const PERCENT = [20, 19, 18, 17, 16];
const WAY_BACK: Readonly<Record<number, number>> = { 4: 100, 5: 75, 6: 55, 7: 35, 8: 35 };

/** XPhone: 20 to 16 % a year by length, and the way back from each release, of what the system lists at. */
function maintenance(
  rows: TenantRows,
  gone: ReadonlySet<string>,
  today: Day,
  prices: ReadonlyMap<string, number>,
): Expected[] {
  const found: Expected[] = [];
  const live = rows.contracts.filter((row) => !row.archivedAt && row.vendor === "c4b");
  const quantities = Map.groupBy(rows.purchases, (row) => row.licenceId);
  const licences = Map.groupBy(rows.licences, (row) => row.systemId);
  const order = (row: TenantRows["terms"][number]) => `${row.endsOn} ${row.startsOn} ${row.id}`;
  for (const system of rows.systems) {
    if (system.vendor !== "c4b" || gone.has(system.id) || gone.has(system.customerId)) continue;
    const own = live.filter((row) => row.systemId === system.id).map((row) => row.id);
    const last = rows.terms
      .filter((row) => own.includes(row.contractId))
      .toSorted((left, right) => (order(left) < order(right) ? -1 : 1))
      .at(-1);
    const end = last?.endsOn;
    if (last === undefined || !end || end < today || dayAfterMonths(today, 12) < end) continue;
    const basis = (licences.get(system.id) ?? []).reduce((sum, row) => {
      const units = (quantities.get(row.id) ?? []).reduce((all, each) => all + each.quantity, 0);
      return sum + units * (prices.get(row.sku) ?? Number.NaN);
    }, 0);
    const amount = (years: number) => half(basis * years * (PERCENT[years - 1] ?? 0), 100);
    const years = (last.months ?? 0) / 12;
    const gains = [2, 3, 4, 5]
      .filter((longer) => longer > years)
      .map((longer) => half(amount(years) * longer - amount(longer) * years, years * longer));
    const best = Math.max(0, ...gains);
    const of = { subject: last.contractId };
    if (best > 0) found.push({ kind: "maintenance-length", ...of, yearlyCents: best, onceCents: 0 });
    const back = system.release ? WAY_BACK[system.release] : undefined;
    if (back === undefined) continue;
    const yearlyCents = half(amount(years), years);
    found.push({ kind: "maintenance-lapse", ...of, yearlyCents, onceCents: half(basis * back, 100) });
  }
  return found;
}
