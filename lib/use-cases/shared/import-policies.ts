import type { Article, PriceList } from "@/lib/domain/catalog";
import { cellsById } from "@/lib/domain/price-slots";

export type Interval = "month" | "quarter" | "year";

/**
 * What the paper says of a vendor's contracts where an article has no policy of its own. `recurring`: the policy of whatever else is paid by
 * the month. `main`: the article whose contract of the same system the policy's contracts belong to and end with.
 */
const recurring: Readonly<Record<string, string>> = {
  fluxpunkt: "fluxpunkt/subscription",
  autphone: "autphone/extension",
  enreach: "enreach/contract",
  netinteract: "netinteract/partial",
};

const mainOf: Readonly<Record<string, string>> = {
  "netinteract/flat": "extension",
  "netinteract/partial": "extension",
  "autphone/minute-package": "extension",
};

/** Where the paper leaves the choice, all of them; else what follows from how its prices are stated. */
const choosable: Readonly<Record<string, readonly Interval[]>> = {
  "fluxpunkt/subscription": ["month", "quarter", "year"],
  // Bought for years at once: the paper knows no interval that could be missed.
  "c4b/up2date": ["month", "quarter", "year"],
};

export function recurringPolicy(vendor: string): string | undefined {
  return recurring[vendor];
}

/** The main article of a policy whose contracts are parts of another; undefined where they stand alone. */
export function mainArticleOf(policyId: string): string | undefined {
  return mainOf[policyId];
}

/** The intervals that the paper knows for a contract, by its policy and by how the article's price is stated. */
export function intervalsOnPaper(policyId: string, charge: "monthly" | "yearly"): readonly Interval[] {
  return choosable[policyId] ?? [charge === "monthly" ? "month" : "year"];
}

/** How an article is paid: once, by the month, by the year, or in the form that is chosen. */
export type Payment = "once" | "monthly" | "yearly" | "by-form";

/** An article with a price paid once and nothing, or 0.00, each month is paid once. Without a printed price it is bought. */
export function paymentOf(list: PriceList, { price }: Article): Payment {
  const cents = (cell: string | undefined) => (cell === undefined ? null : (cellsById(list).get(cell)?.cents ?? null));
  switch (price.kind) {
    case "none":
      return "once";
    case "flat": {
      if ((cents(price.yearly) ?? 0) > 0) return "yearly";
      if ((cents(price.monthly) ?? 0) > 0) return "monthly";
      const once = cents(price.oneOff);
      if (once !== null && once > 0) return "once";
      return price.monthly !== undefined ? "monthly" : "once";
    }
    case "by-form":
    case "by-users":
      return "by-form";
    case "volume":
    case "first-free":
      return price.charge === "oneOff" ? "once" : price.charge;
    case "by-profile":
      return "monthly";
  }
}
