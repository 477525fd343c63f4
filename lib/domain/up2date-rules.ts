/** One length of a software maintenance that may be bought. */
export interface MaintenanceTerm {
  readonly sku: string;
  readonly years: number;
  /** Of the whole system's list price, for each year. 20 % are 2000. */
  readonly basisPointsPerYear: number;
  readonly clause: string;
}

/** What brings a system of an older release up to the newest, and with it the right to buy maintenance at the same time. */
export interface OneTimeUpgradeRule {
  readonly sku: string;
  readonly fromRelease: number;
  /** Of the target system's list price. */
  readonly basisPoints: number;
  readonly reading?: string;
  readonly clause: string;
}

/** A vendor's rules for maintenance that is bought for years, covers the whole system, and lapses. Read from the price list. */
export interface Up2DateRules {
  /** The paper that the clauses stand in. */
  readonly document: string;
  readonly terms: readonly MaintenanceTerm[];
  readonly start: { readonly latestMonthsAfterInvoice: number; readonly clause: string };
  readonly end: { readonly clause: string };
  readonly renewal: { readonly monthsLeftAtMost: number; readonly clause: string };
  readonly additional: { readonly sku: string; readonly clause: string };
  readonly oneTimeUpgrades: readonly OneTimeUpgradeRule[];
  /** The release that the paper describes: an upgrade from it needs a newer one, which the paper does not know. */
  readonly newestRelease: number;
}
