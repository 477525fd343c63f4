/** The page of one edition, at a search or at a fragment of it. */
export function listHref(
  { vendor, edition }: { readonly vendor: string; readonly edition: string },
  at: { readonly suche?: string; readonly anchor?: string } = {},
): string {
  const search = at.suche ? `?${new URLSearchParams({ suche: at.suche })}` : "";
  return `/preislisten/${vendor}/${edition}${search}${at.anchor ? `#${at.anchor}` : ""}`;
}

export function compareHref(vendor: string): string {
  return `/preislisten/${vendor}/vergleich`;
}

/** The reseller's own prices with their filter, the article that a new price is for, and where the list goes on. */
export interface OwnPricesAddress {
  readonly art?: string;
  readonly anbieter?: string;
  readonly suche?: string;
  readonly stand?: string;
  readonly nach?: string;
  /** `vendor/sku`. */
  readonly artikel?: string;
  readonly getan?: string;
}

export function ownPricesHref(address: OwnPricesAddress = {}, anchor?: string): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value) search.set(name, value);
  const text = search.toString();
  return `/preislisten/eigene${text === "" ? "" : `?${text}`}${anchor === undefined ? "" : `#${anchor}`}`;
}
