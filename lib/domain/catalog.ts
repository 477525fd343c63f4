import type { PrerequisiteRules } from "./prerequisites-rules";
import type { TermPolicy } from "./terms";
import type { Up2DateRules } from "./up2date-rules";

/** A short text for people in both languages of the product. */
export interface Wording {
  readonly de: string;
  readonly en: string;
}

/** The key of a printed cell within its list. */
export type CellId = string;

/** When a price falls due: once, every month, or every year in advance. */
export type Charge = "oneOff" | "monthly" | "yearly";

/** Bought for good, or for a term that renews. */
export type Mode = "purchase" | "subscription";

/**
 * One figure as it stands on the paper. `text` is literal; the number beside it is what the text says: whole cents net, or, for call
 * rates, millionths of a euro (1 ct = 10,000), or whole per cent, or a count that is no money ("max. 20 User"). A word ("inkl.") has no number.
 */
export interface PrintedCell {
  readonly id: CellId;
  readonly article: string;
  readonly column: string;
  readonly text: string;
  readonly cents?: number;
  readonly microEuros?: number;
  readonly percent?: number;
  readonly count?: number;
}

export interface PrintedTable {
  readonly table: string;
  readonly clause: string;
  /** Where they are no euro: `cent` as the table's head says, whatever sign stands beside them; `names` are article numbers, no figures. */
  readonly figuresIn?: "cent" | "names";
  readonly cells: readonly PrintedCell[];
}

/** How an option stands to a profile: in its price, for a price of its own, or not to be had. */
export type ProfileOffer =
  | { readonly status: "included"; readonly cell: CellId }
  | { readonly status: "priced"; readonly monthly: CellId; readonly oneOff?: CellId }
  | { readonly status: "unavailable" };

/**
 * How an article's unit price is found.
 * - `none`: the paper prints no price; only a price row of the reseller's own gives one.
 * - `flat`: the same for every unit; `byEffort` names a charge that the paper leaves to effort and that counts as 0.
 * - `by-form`: one price for the purchase, one monthly price for each term in months.
 * - `by-users`: as `by-form`, but each a row of cells, one for each of the list's user tiers.
 * - `volume`: the step reached by all units of the request together is the price of each of them.
 * - `first-free`: so many units of the request cost nothing, each further one the price of `further`.
 * - `by-profile`: depends on the profile that the option is booked for; never more of them than of that profile.
 */
export type Price =
  | { readonly kind: "none" }
  | {
      readonly kind: "flat";
      readonly oneOff?: CellId;
      readonly monthly?: CellId;
      readonly yearly?: CellId;
      readonly byEffort?: Charge;
    }
  | { readonly kind: "by-form"; readonly purchase?: CellId; readonly subscription: readonly TermPrice[] }
  | { readonly kind: "by-users"; readonly purchase: readonly CellId[]; readonly subscription: readonly TierPrices[] }
  | { readonly kind: "volume"; readonly charge: Charge; readonly steps: readonly VolumeStep[] }
  | {
      readonly kind: "first-free";
      readonly charge: Charge;
      readonly freeUnits: number;
      readonly free: CellId;
      readonly further: CellId;
    }
  | { readonly kind: "by-profile"; readonly profiles: Readonly<Record<string, ProfileOffer>> };

export interface TermPrice {
  readonly months: number;
  readonly cell: CellId;
}

export interface TierPrices {
  readonly months: number;
  readonly cells: readonly CellId[];
}

export interface VolumeStep {
  /** The first quantity of the step. */
  readonly from: number;
  readonly cell: CellId;
}

/**
 * What the quantity of a line counts: the quantity asked for; always one; started packs of users; started blocks of minutes. The last
 * two take `users` or `minutes` in place of a quantity.
 */
export type Measure =
  | { readonly kind: "quantity" }
  | { readonly kind: "single" }
  | { readonly kind: "user-packs"; readonly packSize: number }
  | { readonly kind: "started-minutes"; readonly blockMinutes: number };

export interface Article {
  readonly sku: string;
  /** As printed. */
  readonly name: string;
  /** Shorter or translated, where the printed name would not do on a screen. */
  readonly label?: Wording;
  readonly group: string;
  /** What one of it is, for the sentence "7,00 € je …". */
  readonly unit: Wording;
  /** Names that the same paper uses elsewhere for the same thing. */
  readonly aliases: readonly string[];
  readonly clause: string;
  readonly measure: Measure;
  readonly price: Price;
  /** The term policy that a contract on this article follows, where it has a rule of its own. */
  readonly policy?: string;
  /** A price that today's law forbids to charge: it goes on a new quote only with a recorded override. */
  readonly needsOverride?: string;
}

/** A tier of installed users; `upTo` is null for the last one. */
export interface UserTier {
  readonly label: string;
  readonly from: number;
  readonly upTo: number | null;
}

/**
 * What must hold for a request as a whole. Quantities of the same article count together.
 * - `minimum`: at least so many of `skus`, in every request.
 * - `maximum`: at most so many of `skus` together.
 * - `per-user-maximum`: of the options `skus` together at most one for each user of the profile.
 * - `equal-quantity`: as many as of `of`, or none.
 * - `needs-at-least`: only with so many of `of`.
 * - `requires-one-of`: only together with one of `oneOf`.
 * - `on-request-above`: nobody knows the price from more than `above` of `of`.
 * - `whole-company-discount`: a line of its own, taken off each booked profile, where no profile of `forbidden` is booked and each
 *   profile of `needsOption` has its option for every user. The step reached by all booked profiles counts for each.
 */
export type Condition = { readonly id: string; readonly clause: string } & (
  | { readonly kind: "minimum"; readonly skus: readonly string[]; readonly atLeast: number }
  | { readonly kind: "maximum"; readonly skus: readonly string[]; readonly atMost: number }
  | { readonly kind: "per-user-maximum"; readonly skus: readonly string[] }
  | { readonly kind: "equal-quantity"; readonly sku: string; readonly of: string }
  | { readonly kind: "needs-at-least"; readonly sku: string; readonly of: string; readonly atLeast: number }
  | { readonly kind: "requires-one-of"; readonly sku: string; readonly oneOf: readonly string[] }
  | { readonly kind: "on-request-above"; readonly sku: string; readonly of: string; readonly above: number }
  | {
      readonly kind: "whole-company-discount";
      readonly lineSku: string;
      readonly forbidden: readonly string[];
      readonly needsOption: readonly { readonly profile: string; readonly option: string }[];
      readonly steps: readonly VolumeStep[];
    }
);

/** When a remark belongs to a quote. */
export type Occasion =
  | { readonly kind: "always" }
  | { readonly kind: "any-of"; readonly skus: readonly string[]; readonly profile?: string }
  | { readonly kind: "at-least"; readonly sku: string; readonly count: number }
  /** The whole-company discount holds with at least so many profiles, exactly so many of them, or with this article among them. */
  | {
      readonly kind: "discount";
      readonly atLeast?: number;
      readonly exactly?: readonly number[];
      readonly sku?: string;
    };

/** A sentence that the paper makes necessary beside a price: its wording lives under `code` in lib/format. */
export interface Remark {
  readonly as: "hint" | "assumption";
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly clause: string;
  readonly when: Occasion;
}

/** A place where the paper contradicts itself or can be read in two ways, and what the product makes of it. */
export interface Reading {
  readonly id: string;
  readonly clause: string;
  readonly asPrinted: string;
  readonly read: Wording;
  readonly reason: Wording;
  /** The cells beside which a page shows this reading. */
  readonly cells: readonly CellId[];
  readonly confirmWith: Wording;
  /** Where the readings come to different numbers: each case with both. */
  readonly figures?: readonly ReadingFigure[];
}

/**
 * What a reading comes to in one case, beside what the other reading comes to. `in`: `euro` are millionths of a euro, `count` whole
 * numbers. `undecided`: the paper gives both and the reading keeps both. `cell`: the misprinted cell, whose figure is `other`.
 */
export interface ReadingFigure {
  readonly about: Wording;
  readonly in: "euro" | "count";
  readonly read: number;
  readonly other: number;
  readonly undecided?: true;
  readonly cell?: CellId;
}

/** What the paper says beside its figures and a reseller may need to look up. */
export interface Note {
  readonly id: string;
  readonly clause: string;
  readonly text: Wording;
}

/** A list of countries that a price refers to, as printed; `allOthers` where the paper says "all others". */
export interface Area {
  readonly id: string;
  /** Areas of one family exclude each other on paper: a country in two of them is ambiguous and shown as such. */
  readonly family: string;
  readonly name: string;
  readonly clause: string;
  readonly countries: readonly string[];
  readonly allOthers?: boolean;
  /** Areas of the same list that the paper counts in ("inkl. Europa"). */
  readonly includes?: readonly string[];
}

/** A price by use (calls, data, messages), looked up and never rated. */
export interface Rate {
  readonly id: string;
  readonly group: "national" | "international" | "mobile" | "ai" | "special-number" | "roaming";
  readonly destination: Wording;
  readonly per: "minute" | "call" | "sms" | "mb" | "24-hours";
  /** Seconds of the first and of each further step, or the step of data. */
  readonly increment?: string;
  readonly area?: string;
  /** One price for all, or one for each of the profiles or kinds of connection named. None: the paper states no price. */
  readonly prices: readonly {
    readonly cell: CellId;
    readonly profiles?: readonly string[];
    readonly connection?: "fixed" | "mobile";
  }[];
  readonly note?: Wording;
}

/** A price that no contract position carries: reminders, invoices on paper, work by the hour. A cell without a figure is on request. */
export interface Fee {
  readonly id: string;
  readonly name: Wording;
  readonly per: Wording;
  readonly clause: string;
  readonly cell: CellId;
}

/**
 * One vendor's price list of one edition: the paper as transcribed (`printed`), what is sold (`articles`), what holds for a request
 * (`conditions`), what must be said beside it (`remarks`, `readings`, `notes`), and its term rules (`policies`). All prices are net euro.
 */
export interface PriceList {
  readonly vendor: string;
  readonly vendorName: string;
  readonly productName: string;
  /** `brokered`: the customer is the vendor's party, and the reseller never invoices it in his own name. */
  readonly resale: "sold" | "brokered";
  readonly document: { readonly title: string; readonly heading: string; readonly statedAs: string };
  readonly edition: string;
  /** ISO day; null where the paper bears no date. */
  readonly validFrom: string | null;
  readonly currency: "EUR";
  readonly userTiers: readonly UserTier[];
  /** The skus of the profiles that options are booked for, in the paper's order. */
  readonly profiles: readonly string[];
  readonly articles: readonly Article[];
  readonly printed: readonly PrintedTable[];
  readonly conditions: readonly Condition[];
  readonly remarks: readonly Remark[];
  readonly policies: readonly TermPolicy[];
  readonly readings: readonly Reading[];
  readonly notes: readonly Note[];
  /** Which licences may stand together on one system, where the vendor sells such. */
  readonly prerequisites?: PrerequisiteRules;
  /** Maintenance bought for years and the upgrades that lead back to it. */
  readonly up2date?: Up2DateRules;
}

/** A price list with everything on its paper that is looked up and never quoted. */
export interface PriceListDocument extends PriceList {
  readonly areas: readonly Area[];
  readonly rates: readonly Rate[];
  readonly fees: readonly Fee[];
}
