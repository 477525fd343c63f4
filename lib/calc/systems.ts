import { licenceUnknown } from "@/lib/domain/holdings";
import type { PrerequisiteRules, SystemHoldings } from "@/lib/domain/prerequisites-rules";
import type { ListPrices } from "@/lib/domain/system-price";
import type { Up2DateRules } from "@/lib/domain/up2date-rules";
import { newestEdition } from "@/lib/price-lists/index";
import { type Fields, MAX_QUANTITY, shown } from "./fields";

/** The one vendor whose systems have prerequisites and Up2Date; the operations below read its newest edition. */
export const SYSTEM_VENDOR = "c4b";

export const { prerequisites, up2date } = requirementsOf(SYSTEM_VENDOR);

const licenceSkus = new Set(prerequisites.licences.map((licence) => licence.sku));

/** An object of quantities by article number; `least` is 0 for a system and 1 for what is added to one. */
export function readHoldings(request: Fields, name: string, least: 0 | 1): SystemHoldings {
  const fields = request.object(name);
  const quantities: [string, number][] = [];
  for (const sku of Object.keys(fields.values)) {
    if (!licenceSkus.has(sku)) {
      fields.fail(licenceUnknown(prerequisites, shown(sku), fields.pathOf(shown(sku))));
      break;
    }
    quantities.push([sku, fields.whole(sku, least, MAX_QUANTITY)]);
  }
  return Object.fromEntries(quantities);
}

/** List prices in cents by article number. Articles that no system holds may be among them: a whole price list can be sent. */
export function readPrices(request: Fields): ListPrices {
  const fields = request.object("priceListCents");
  return Object.fromEntries(Object.keys(fields.values).map((sku) => [sku, fields.cents(sku)]));
}

/** The range of releases that an upgrade leads from. */
export function readRelease(request: Fields): number {
  const releases = up2date.oneTimeUpgrades.map((upgrade) => upgrade.fromRelease);
  return request.whole("fromRelease", Math.min(...releases), Math.max(...releases));
}

function requirementsOf(vendor: string): { prerequisites: PrerequisiteRules; up2date: Up2DateRules } {
  const list = newestEdition(vendor);
  if (!list?.prerequisites || !list.up2date) throw new Error(`the price list of ${vendor} has no rules for systems`);
  return { prerequisites: list.prerequisites, up2date: list.up2date };
}
