import { v7 as uuidv7 } from "uuid";
import { noRows, type TenantRows } from "@/db/seed-builder";
import { type Day, dayAfter, dayAfterMonths, dayNumberOf, formatDay, monthEndOf } from "@/lib/domain/dates";

const SUBSCRIBED = ["antifraud", "pro-ivr", "intercom", "call-recording", "insight-analytics", "teams-presence-sync"];
const PLANS = ["support-premium", "support-enterprise"];
const XPHONE = ["3310.0030", "3311.0030", "3320.0030", "3321.0030", "3323.0030", "3410.0030", "3440.0030"];

/**
 * So many contracts of one reseller, by chance: the quantities at which more costs less come up often, and so does everything that must not
 * be counted: contracts that a notice ends or that have not begun, positions with a last day, what is archived.
 */
export function randomPortfolio(resellerId: string, count: number, today: Day, seed: number): TenantRows {
  const rows = noRows();
  const chance = mulberry32(seed);
  const below = (limit: number) => Math.floor(chance() * limit);
  const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  const rarely = () => chance() < 0.06;
  const ago = () => dayAfter(today, -below(1_500));

  const customer = () => {
    const id = uuidv7();
    const archivedAt = rarely() ? new Date() : null;
    const number = String(10_000 + rows.customers.length);
    rows.customers.push({ resellerId, id, number, name: `Kunde ${number}`, archivedAt });
    return id;
  };
  const system = (customerId: string, vendor: string, release: number | null = null) => {
    const id = uuidv7();
    const name = `${vendor} ${rows.systems.length}`;
    const archivedAt = rarely() ? new Date() : null;
    rows.systems.push({ resellerId, id, customerId, vendor, name, release, archivedAt });
    return { resellerId, customerId, id, vendor };
  };
  type System = ReturnType<typeof system>;
  const contract = (of: System, sku: string, policyId: string, termMonths: number | null, startsOn = ago()) => {
    const id = uuidv7();
    const begins = rarely() ? dayAfter(today, 1 + below(90)) : startsOn;
    rows.contracts.push({
      resellerId,
      id,
      customerId: of.customerId,
      systemId: of.id,
      vendor: of.vendor,
      sku,
      policyId,
      termMonths,
      startsOn: begins,
      billingParty: "reseller",
      billingInterval: "month",
      archivedAt: rarely() ? new Date() : null,
    });
    if (rarely()) notice(of, id);
    return id;
  };
  const notice = ({ customerId }: System, contractId: string) => {
    const id = uuidv7();
    const endsOn = dayAfter(today, below(200) - 60);
    const common = { resellerId, customerId, contractId, receivedOn: dayAfter(today, -100), channel: "email" as const };
    rows.notices.push({ ...common, id, kind: "notice", endsOn });
    if (chance() < 0.4) rows.notices.push({ ...common, id: uuidv7(), kind: "withdrawal", noticeId: id });
  };
  const position = (
    { customerId }: System,
    contractId: string,
    sku: string,
    quantity: number,
    more: { readonly users?: number; readonly profile?: string } = {},
  ) => {
    if (quantity === 0) return;
    const fromOn = rarely() ? dayAfter(today, 1 + below(60)) : dayAfter(today, -below(1_000));
    const toOn = rarely() ? dayAfter(today, below(400) - 200) : null;
    rows.positions.push({ resellerId, id: uuidv7(), customerId, contractId, sku, quantity, fromOn, toOn, ...more });
  };
  const buy = ({ customerId, id: systemId, vendor }: System, sku: string, quantity: number, days: readonly Day[]) => {
    const licenceId = uuidv7();
    rows.licences.push({ resellerId, id: licenceId, customerId, systemId, vendor, sku });
    for (const purchasedOn of days) {
      rows.purchases.push({ resellerId, id: uuidv7(), customerId, licenceId, purchasedOn, quantity });
    }
  };

  const autphone = (customerId: string) => {
    const of = system(customerId, "autphone");
    const whole = oneOf([1 + below(140), 47 + below(6), 91 + below(12)]);
    const first = chance() < 0.3 ? below(whole) : whole;
    for (const quantity of [first, whole - first]) {
      if (quantity === 0) continue;
      position(of, contract(of, "extension", "autphone/extension", null), "extension", quantity);
    }
    const main = rows.contracts.at(-1)?.id ?? null;
    const part = contract(of, "flat-de-m", "autphone/minute-package", null);
    const row = rows.contracts.at(-1);
    if (row !== undefined && chance() < 0.5) row.mainContractId = main;
    position(of, part, "flat-de-m", 1);
  };
  const enreach = (customerId: string) => {
    const of = system(customerId, "enreach");
    const id = contract(of, "professional", "enreach/contract", null);
    const large = () => oneOf([0, below(30), 20 + below(6), 90 + below(12), below(120)]);
    const advanced = oneOf([0, 0, 1 + below(8), large()]);
    const few = chance() < 0.25 ? below(3) : 0;
    position(of, id, "expert", oneOf([0, below(5), large()]), { profile: "expert" });
    position(of, id, "professional", large(), { profile: "professional" });
    position(of, id, "advanced", advanced, { profile: "advanced" });
    position(of, id, "allnet-flat", Math.max(0, advanced - few), { profile: "advanced" });
    if (chance() < 0.1) position(of, id, "starter", 1, { profile: "starter" });
  };
  const fluxpunkt = (customerId: string) => {
    const of = system(customerId, "fluxpunkt");
    for (let at = below(4); at >= 0; at--) {
      const sku = oneOf(SUBSCRIBED);
      const id = contract(of, sku, "fluxpunkt/subscription", oneOf([12, 24, 36]));
      const users = /call|insight|presence/.test(sku) ? { users: 1 + below(300) } : {};
      position(of, id, sku, 1 + below(2), users);
    }
    for (let at = below(3); at > 0; at--) {
      const day = dayAfter(today, -900 - below(600));
      buy(of, at === 1 ? "monitoring" : "group-busy", 1, chance() < 0.3 ? [day, ago()] : [day]);
    }
    if (chance() < 0.6) {
      const plan = oneOf(PLANS);
      position(of, contract(of, plan, "fluxpunkt/support", null, dayAfter(today, -below(1_100))), plan, 1);
    }
  };
  const xphone = (customerId: string) => {
    const of = system(customerId, "c4b", oneOf([null, 4, 5, 6, 7, 8]));
    buy(of, oneOf(["3210.0030", "3212.0010"]), 1, [ago()]);
    for (const sku of XPHONE) if (chance() < 0.6) buy(of, sku, 1 + below(60), [ago(), ...(rarely() ? [ago()] : [])]);
    for (let renewals = 1 + below(2); renewals > 0; renewals--) {
      const id = contract(of, "9130.0000.012", "c4b/up2date", null);
      const years = 1 + below(5);
      const end = dayAfterMonths(today, below(17) - 2 - 12 * (renewals - 1));
      const endsOn = formatDay(monthEndOf(dayNumberOf(end)));
      const startsOn = dayAfterMonths(dayAfter(endsOn, 1), -12 * years);
      const { customerId: owner } = of;
      const term = { resellerId, id: uuidv7(), customerId: owner, contractId: id, kind: "up2date" as const };
      rows.terms.push({ ...term, startsOn, endsOn, months: 12 * years });
    }
  };
  const netinteract = (customerId: string) => {
    const of = system(customerId, "netinteract");
    position(of, contract(of, "extension", "netinteract/contract", null), "extension", 3 + below(20));
  };

  while (rows.contracts.length < count) {
    const customerId = customer();
    for (const make of [autphone, enreach, fluxpunkt, xphone, netinteract]) if (chance() < 0.8) make(customerId);
  }
  return rows;
}

/** A small generator of numbers from 0 to 1 that gives the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
