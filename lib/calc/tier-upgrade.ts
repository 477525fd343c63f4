import { isRefusal } from "@/lib/domain/refusal";
import { tierUpgrade } from "@/lib/domain/tier-upgrade";
import { newestEdition, vendors } from "@/lib/price-lists/index";
import { MAX_QUANTITY } from "./fields";
import { type Operation, said } from "./operation";

const vendorIds = vendors.map((vendor) => vendor.id);

/** `tier-upgrade`: what a higher user tier costs when the present one is credited. */
export const tierUpgradeOperation: Operation = {
  fields: ["vendor", "sku", "fromUsers", "toUsers", "paidCents"],
  answer(request) {
    const list = newestEdition(request.oneOf("vendor", vendorIds));
    const sku = request.text("sku");
    const fromUsers = request.whole("fromUsers", 1, MAX_QUANTITY);
    const toUsers = request.whole("toUsers", 1, MAX_QUANTITY);
    const paidCents = request.has("paidCents") ? request.cents("paidCents") : undefined;
    if (request.fault) return request.fault;
    if (list === undefined) throw new Error("a vendor without a price list");
    const upgrade = tierUpgrade(list, { sku, fromUsers, toUsers, paidCents });
    if (isRefusal(upgrade)) return upgrade;
    return {
      ok: true,
      fromTier: upgrade.fromTier,
      toTier: upgrade.toTier,
      priceCents: upgrade.priceCents,
      creditCents: upgrade.creditCents,
      dueCents: upgrade.dueCents,
      edition: list.edition,
      assumptions: said(upgrade.assumptions),
      hints: said(upgrade.hints),
      explanation: said(upgrade.derivation),
    };
  },
};
