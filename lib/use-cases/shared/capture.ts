import type { Day } from "@/lib/domain/dates";
import { type Refusal, type Refusals, refusalsOf, refuse } from "@/lib/domain/refusal";
import type { WrittenRow } from "@/lib/import-export/read-row";
import { meaningOf } from "./import-meaning";
import type { MeantContract, MeantPurchase } from "./import-rows";
import type { PricedSystem } from "./system-at-hand";

/** Characters of a licence key. */
export const KEY_AT_MOST = 200;

const NAME_AT_MOST = 200;

/** What is wrong with a system's name, or null; that another system has it, the database knows. */
export function faultOfSystemName(name: string): Refusal | null {
  if (name === "") return refuse("system-name-missing", {}, "name");
  if (name.length > NAME_AT_MOST) return refuse("customer-field-too-long", { most: NAME_AT_MOST }, "name");
  return /\p{Cc}/u.test(name) ? refuse("customer-field-unreadable", {}, "name") : null;
}

/** What is recorded about an article, by hand or by a program: the fields of the import file, with the same meaning. */
export type WrittenArticle = Pick<
  WrittenRow,
  "quantity" | "mode" | "term_months" | "users" | "profile" | "term_end" | "interval" | "unit_price" | "amount"
> & { readonly sku: string; readonly start: Day };

/** The field of a form or of the API that a column of the file stands for. */
const fieldOf: Readonly<Record<string, string>> = {
  term_months: "termMonths",
  term_end: "termEndsOn",
  unit_price: "unitPriceCents",
  amount: "amountCents",
  interval: "billingInterval",
};

/** What is meant, with what the price list knows of it and what is noted beside it; or everything that is wrong with it. */
export function meantArticle(
  { row, customer, ownPrices }: PricedSystem,
  written: WrittenArticle,
  today: Day,
): { readonly what: MeantPurchase | MeantContract; readonly notes: readonly Refusal[] } | Refusals {
  const values: WrittenRow = {
    ...written,
    customer_number: customer.number,
    vendor: row.vendor,
    system: row.name,
  };
  const { installedUsers, installedLightUsers } = row;
  const meant = meaningOf(
    { line: 1, values, problems: [] },
    {
      today,
      installedUsers: () => (installedUsers === null ? null : installedUsers + (installedLightUsers ?? 0)),
      ownPrices,
    },
  );
  const told = (level: "error" | "warning") =>
    meant.problems
      .filter((problem) => problem.level === level)
      .map(({ code, params, field }) =>
        refuse(code, params, field === "start" ? firstDayField(meant.what) : (fieldOf[field] ?? field)),
      );
  const faults = refusalsOf(told("error"));
  if (faults !== null) return faults;
  if (meant.what === null) throw new Error("a row without meaning and without a reason");
  return { what: meant.what, notes: told("warning") };
}

const firstDayField = (what: MeantPurchase | MeantContract | null) =>
  what?.kind === "purchase" ? "purchasedOn" : "startsOn";
