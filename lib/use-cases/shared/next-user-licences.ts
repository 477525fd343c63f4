import type { AgreedEnd } from "@/db/queries/contracts";
import { smallestBasket } from "@/lib/domain/basket";
import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import { type LicencedSystem, wishFor } from "@/lib/domain/next-user-licences";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal } from "@/lib/domain/refusal";
import { articleName } from "@/lib/price-lists/index";
import { listPricesOn } from "./facts";
import { type AtHand, askedOf, nothing, type Readied } from "./next-user-ready";
import { chosenOf, licenceFields } from "./user-offers";

/** A system of licences that need each other, at the reseller's list prices and with the maintenance that runs on it. */
export function licencesOf(at: AtHand, list: PriceList, users: number): Readied {
  const { facts, row, locale } = at;
  const { prerequisites: rules, up2date } = list;
  if (rules === undefined) return nothing;
  const { prices, samples } = listPricesOn(at.prices, at.today);
  const fields = licenceFields(askedOf(at, list), prices);
  const perUser = Object.fromEntries(chosenOf(fields).map(({ item }) => [item.sku, 1]));
  const running = runningTerm(at.ends, at.today);
  const term = up2date?.terms.find(({ years }) => years * 12 === running?.months);
  const maintenance =
    up2date === undefined || running === null || term === undefined
      ? null
      : {
          rules: up2date,
          basisPointsPerYear: term.basisPointsPerYear,
          purchasedOn: at.today,
          currentEnd: running.endsOn,
        };
  const system: LicencedSystem = {
    kind: "licences",
    systemId: row.id,
    rules,
    system: facts.holdings,
    usage: facts.usage,
    perUser,
    prices,
    maintenance,
  };
  const wanted = neededFor(system, users);
  const missing = wanted.filter((sku) => !Object.hasOwn(prices, sku));
  const held = Object.entries(facts.holdings).filter(([, quantity]) => quantity > 0);
  return {
    ...nothing,
    fields,
    system,
    samplePrices: samples.size > 0,
    sample: wanted.some((sku) => samples.has(sku)),
    has: held.map(([sku, quantity]) => ({ name: articleName(row.vendor, sku, locale), quantity, tier: null })),
    notes: [
      ...(missing.length === 0
        ? []
        : [
            {
              code: "next-user-price-missing",
              params: { articles: missing.map((sku) => articleName(row.vendor, sku, locale)).join(", ") },
            },
          ]),
      ...maintenanceNotes(at, running, maintenance !== null),
    ],
  };
}

/** Articles that the users and their basket take; those of the users alone where the system cannot exist. */
function neededFor(system: LicencedSystem, users: number): string[] {
  const { rules, usage, prices } = system;
  const wish = wishFor(system, users);
  const answer = smallestBasket(rules, { system: system.system, usage, wish, prices });
  const basket = isRefusal(answer) ? [] : answer.basket.articles.map(({ sku }) => sku);
  return [...new Set([...Object.keys(wish), ...basket])];
}

function maintenanceNotes(at: AtHand, running: RunningTerm | null, reckoned: boolean): Reason[] {
  if (running !== null && !reckoned) {
    return [{ code: "next-user-up2date-rate-unknown", params: { endsOn: running.endsOn } }];
  }
  if (running !== null) return [{ code: "next-user-up2date-counts", params: { endsOn: running.endsOn } }];
  const endsOn = at.facts.maintenance?.endsOn ?? null;
  return [
    endsOn === null
      ? { code: "next-user-no-up2date", params: {} }
      : { code: "next-user-up2date-over", params: { endsOn } },
  ];
}

interface RunningTerm {
  readonly endsOn: Day;
  readonly months: number | null;
}

/** The agreed term that runs on a day; of several that of which the end lies furthest. */
function runningTerm(ends: readonly AgreedEnd[], today: Day): RunningTerm | null {
  return ends.reduce<RunningTerm | null>((found, { startsOn, endsOn, months }) => {
    if (endsOn === null || startsOn > today || endsOn < today) return found;
    return found === null || endsOn > found.endsOn ? { endsOn, months } : found;
  }, null);
}
