import type { AgreedEnd } from "@/db/queries/contracts";
import type { PriceRow } from "@/db/queries/price-rows";
import type { SystemRow } from "@/db/queries/systems";
import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import type { SystemFacts } from "@/lib/domain/decisions-system";
import type { NextUserSystem } from "@/lib/domain/next-user";
import type { Reason } from "@/lib/domain/reason";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import type { Booking } from "./booked";
import type { Said, UserField } from "./user-offers";

/** What is known of one system. */
export interface AtHand {
  readonly row: SystemRow;
  readonly facts: SystemFacts;
  readonly booking: Booking;
  readonly ends: readonly AgreedEnd[];
  /** The reseller's own list prices of its vendor. */
  readonly prices: readonly PriceRow[];
  readonly locale: Viewer["locale"];
  readonly said: Said;
  readonly today: Day;
}

/** A system with its choices, ready to be reckoned where nothing stands in the way. */
export interface Readied {
  readonly system: NextUserSystem | null;
  readonly fields: readonly UserField[];
  readonly follows: readonly string[];
  readonly has: readonly { readonly name: string; readonly quantity: number; readonly tier: string | null }[];
  readonly asksInstalled: boolean;
  readonly installedTold: number | null;
  readonly obstacles: readonly Reason[];
  readonly notes: readonly Reason[];
  readonly samplePrices: boolean;
  readonly sample: boolean;
}

/** Nothing to choose and nothing to reckon. */
export const nothing: Readied = {
  system: null,
  fields: [],
  follows: [],
  has: [],
  asksInstalled: false,
  installedTold: null,
  obstacles: [],
  notes: [],
  samplePrices: false,
  sample: false,
};

export const askedOf = ({ locale, said }: AtHand, list: PriceList) => ({ list, locale, said });

/** An article's name as parameters of a reason. */
export function named({ row }: AtHand, sku: string): Record<string, string> {
  return { article: articleName(row.vendor, sku, "de"), articleEn: articleName(row.vendor, sku, "en") };
}
