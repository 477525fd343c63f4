import { expect, test } from "vitest";
import { type OwnPrices, type QuoteItem, quote } from "@/lib/domain/pricing";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal } from "@/lib/domain/refusal";
import { tierUpgrade } from "@/lib/domain/tier-upgrade";
import { sentence } from "@/lib/format/reasons";
import { wordsPricing } from "@/lib/format/words-pricing";
import { editionInForce } from "@/lib/price-lists/index";
import { listOf } from "../support/quotes";

/** All that is said of a request, or of its refusal. */
function said(vendor: string, items: QuoteItem[], own?: OwnPrices): Pick<Reason, "code" | "params">[] {
  const answer = quote(listOf(vendor), items, own);
  return isRefusal(answer) ? [answer] : [...answer.derivation, ...answer.assumptions, ...answer.hints];
}

function upgrade(
  sku: string,
  fromUsers: number,
  toUsers: number,
  paidCents?: number,
): Pick<Reason, "code" | "params">[] {
  const answer = tierUpgrade(listOf("fluxpunkt"), { sku, fromUsers, toUsers, paidCents });
  return isRefusal(answer) ? [answer] : [...answer.derivation, ...answer.assumptions, ...answer.hints];
}

test("every sentence reads whole in both languages, and none is left unused", () => {
  const module = { sku: "antifraud", mode: "subscription", termMonths: 36 } as const;
  const extensions = (quantity: number) => ({ sku: "extension", quantity });
  const adv = (quantity: number) => ({ sku: "advanced", quantity });
  const flat = (quantity: number, profile = "advanced") => ({ sku: "allnet-flat", profile, quantity });
  const reasons = [
    said("fluxpunkt", [
      { sku: "user-template-pro", mode: "purchase" },
      { sku: "call-recording", mode: "purchase", users: 20 },
      { sku: "support-premium" },
    ]),
    said("fluxpunkt", [module]),
    said("fluxpunkt", [{ sku: "nothing" }]),
    said("fluxpunkt", [{ ...module, users: 3 }]),
    said("fluxpunkt", [{ sku: "support-premium", quantity: 2 }]),
    said("fluxpunkt", [{ sku: "support-premium" }, { sku: "support-basic" }]),
    said("fluxpunkt", [{ sku: "antifraud" }]),
    said("fluxpunkt", [{ ...module, sku: "teams-presence-sync", mode: "purchase", users: 5 }]),
    said("fluxpunkt", [{ ...module, sku: "teams-presence-sync" }]),
    said("fluxpunkt", [{ ...module, mode: "purchase" }]),
    said("fluxpunkt", [{ sku: "antifraud", mode: "subscription" }]),
    said("fluxpunkt", [{ ...module, termMonths: 1 }]),
    said("fluxpunkt", [{ sku: "call-recording", mode: "purchase" }]),
    upgrade("call-recording", 20, 21),
    upgrade("call-recording", 20, 21, 999_999),
    upgrade("call-recording", 20, 20),
    upgrade("call-recording", 21, 20),
    upgrade("antifraud", 20, 21),
    said("autphone", [extensions(50), { sku: "porting", quantity: 2 }, { sku: "flat-europa-s" }]),
    said("autphone", [{ sku: "number-range" }], () => ({ cents: 900 })),
    said("autphone", [{ sku: "number-range" }], () => ({ cents: 900, sample: true })),
    said("enreach", [{ sku: "expert", quantity: 90 }, adv(9), flat(9), { sku: "contact-tapi", profile: "expert" }]),
    said("enreach", [{ sku: "expert", quantity: 100 }, { sku: "dialox-level-1" }]),
    said("enreach", [{ sku: "expert", quantity: 24 }]),
    said("enreach", [{ sku: "expert" }, { sku: "starter" }, adv(2), flat(1)]),
    said("enreach", [{ sku: "crm-integration" }]),
    said("enreach", [{ sku: "crm-integration", profile: "deluxe" }]),
    said("enreach", [{ sku: "starter" }, { sku: "crm-integration", profile: "starter" }]),
    said("enreach", [adv(1), flat(2)]),
    said("enreach", [
      { sku: "expert" },
      { sku: "fmc-flat-5", profile: "expert" },
      { sku: "fmc-flat-10", profile: "expert" },
    ]),
    said("enreach", [{ sku: "whatsapp-number" }]),
    said("netinteract", [
      extensions(15),
      { sku: "flat-eu-mobile", quantity: 15 },
      { sku: "setup" },
      { sku: "porting-out" },
      { sku: "device-preconfiguration" },
    ]),
    said("netinteract", [extensions(2)]),
    said("netinteract", [extensions(4), { sku: "flat-de", quantity: 3 }]),
    said("netinteract", [extensions(9), { sku: "flat-de-mobile", quantity: 9 }]),
    said("netinteract", [extensions(3), { sku: "premium-support" }]),
    said("c4b", [{ sku: "3310.0030" }]),
    editionInForce("fluxpunkt", "2000-01-01")?.assumptions ?? [],
  ].flat();
  for (const reason of reasons) {
    for (const locale of ["de", "en"] as const) {
      const text = sentence(reason, locale);
      expect(text, reason.code).toMatch(/^[\p{L}\d€„"].*[.:]$/u);
      expect(text, reason.code).not.toMatch(/undefined|NaN|null|\[object|\{/);
    }
  }
  // Both are said where a request is read.
  const elsewhere = ["items-empty", "vendor-without-prices"];
  const seen = new Set([...reasons.map((reason) => reason.code), ...elsewhere]);
  expect(Object.keys(wordsPricing).filter((code) => !seen.has(code))).toEqual([]);
});

test("the calculator's German is Sie-form with German figures", () => {
  const text = (vendor: string, items: QuoteItem[], code: string) =>
    said(vendor, items)
      .filter((reason) => reason.code === code)
      .map((reason) => [sentence(reason, "de"), sentence(reason, "en")]);
  expect(text("autphone", [{ sku: "extension", quantity: 48 }], "larger-quantity-costs-less")).toEqual([
    [
      "51 × Nebenstelle aut-pbx kosten weniger als 48: 306,00 € statt 312,00 € im Monat, weil der Staffelpreis für alle gilt.",
      "51 × aut-pbx extension cost less than 48: €306.00 instead of €312.00 a month, because the price reached applies to all.",
    ],
  ]);
  expect(text("autphone", [{ sku: "porting", quantity: 3 }], "price-printed")).toEqual([
    [
      "Rufnummernportierung: 2 × 25,00 € = 50,00 € einmalig, 1 frei.",
      "Number porting: 2 × €25.00 = €50.00 once, 1 free.",
    ],
  ]);
  expect(text("enreach", [{ sku: "expert", quantity: 24 }], "adding-profile-ends-discount")[0]?.[0]).toBe(
    "Vorsicht beim Hinzubuchen: Ein Profil Starter kostet 52,90 € im Monat: 4,90 € selbst und 48,00 € verlorenen Vorteil.",
  );
});
