import type { Day } from "@/lib/domain/dates";
import { isLand, LAENDER } from "@/lib/domain/holidays";
import type { Cents } from "@/lib/domain/money";
import { isRefusals, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { meantArticle } from "./capture";
import type { MeantContract } from "./import-rows";
import type { WrittenRule } from "./own-rule";
import type { PricedSystem } from "./system-at-hand";

/** A contract with its first position. What is absent follows from the price list, or is not known. */
export interface NewContract {
  readonly systemId: string;
  readonly sku: string;
  readonly startsOn: Day;
  readonly quantity?: number;
  readonly termMonths?: number;
  readonly users?: number;
  readonly profile?: string;
  /** Only for what lapses: the present end. */
  readonly termEndsOn?: Day;
  readonly billingInterval?: "month" | "quarter" | "year";
  readonly billingParty?: "vendor" | "reseller";
  readonly unitPriceCents?: Cents;
  /** Per billing interval. */
  readonly amountCents?: Cents;
  /** Whose holidays count for Werktage. */
  readonly land?: string;
  /** Goes before the price list's rule. */
  readonly ownRule?: WrittenRule;
}

/**
 * The contract that is meant: its policy, term, interval and amount follow from the article where they are not given. Refused as in
 * `createContract`, but for what the database knows.
 */
export function meantContract(
  system: PricedSystem,
  input: NewContract,
  today: Day,
): { readonly what: MeantContract; readonly notes: readonly Refusal[] } | Refusal | Refusals {
  const { sku, startsOn, land = null, billingParty } = input;
  if (land !== null && !isLand(land)) return refuse("land-unknown", { choices: LAENDER.join(", ") }, "land");
  const meant = meantArticle(system, { sku, start: startsOn, ...writtenOf(input) }, today);
  if (isRefusals(meant)) return meant;
  const { what, notes } = meant;
  if (what.kind !== "contract") return refuse("capture-is-purchase", {}, "sku");
  if (billingParty === "reseller" && what.billingParty === "vendor")
    return refuse("capture-resale-forbidden", {}, "billingParty");
  return { what, notes };
}

function writtenOf(input: NewContract) {
  const { quantity, termMonths, users, profile, termEndsOn, billingInterval, unitPriceCents, amountCents } = input;
  return {
    ...(quantity === undefined ? {} : { quantity }),
    ...(termMonths === undefined ? {} : { term_months: termMonths }),
    ...(users === undefined ? {} : { users }),
    ...(profile === undefined ? {} : { profile }),
    ...(termEndsOn === undefined ? {} : { term_end: termEndsOn }),
    ...(billingInterval === undefined ? {} : { interval: billingInterval }),
    ...(unitPriceCents === undefined ? {} : { unit_price: unitPriceCents }),
    ...(amountCents === undefined ? {} : { amount: amountCents }),
  };
}
