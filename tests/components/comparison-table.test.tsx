import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ComparisonTable } from "@/components/price-lists/comparison-table";
import type { PriceListDocument } from "@/lib/domain/catalog";
import { compareEditions } from "@/lib/domain/edition-comparison";
import de from "@/lib/i18n/messages/de.json";
import en from "@/lib/i18n/messages/en.json";
import { newestEdition } from "@/lib/price-lists/index";

/** There is one edition of each list: a second one is made up, with a dearer article, a gone fee and another notice. */
function twoEditions(): [PriceListDocument, PriceListDocument] {
  const list = newestEdition("netinteract");
  if (list === undefined) throw new Error("no list");
  const policies = list.policies.map((policy) =>
    policy.kind === "rule" && policy.id === "netinteract/contract"
      ? { ...policy, rule: { ...policy.rule, noticeLength: 2 } }
      : policy,
  );
  const printed = list.printed.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => (cell.id === "queue" ? { ...cell, text: "16,40 mtl.", cents: 1640 } : cell)),
  }));
  const conditions = list.conditions.map((each) => (each.kind === "minimum" ? { ...each, atLeast: 5 } : each));
  const fees = list.fees.filter(({ id }) => id !== "paper-invoice");
  return [list, { ...list, edition: "2027-01", policies, printed, conditions, fees }];
}

describe("two editions on a page", () => {
  test.each([
    [
      "de",
      de,
      [
        "geändert",
        "14,90 mtl.",
        "16,40 mtl.",
        "+1,50 €",
        "entfallen",
        "Rechnung in Papierform",
        "Mindestens 3 × Nebenstelle.",
        "Mindestens 5 × Nebenstelle.",
        "Kündigung mit 3 Monaten zum Laufzeitende",
        "Kündigung mit 2 Monaten zum Laufzeitende",
      ],
    ],
    [
      "en",
      en,
      ["changed", "14,90 mtl.", "16,40 mtl.", "+€1.50", "gone", "At least 3 × Extension.", "At least 5 × Extension."],
    ],
  ] as const)("in %s: both texts, the difference, rules and conditions in words", (locale, messages, said) => {
    const [before, after] = twoEditions();
    const { changes } = compareEditions(before, after);
    const markup = renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={messages} timeZone="Europe/Berlin">
        <ComparisonTable before={before} after={after} changes={changes} />
      </NextIntlClientProvider>,
    );
    const text = markup.replaceAll(/<[^>]+>/g, " ");
    expect(said.filter((each) => !text.includes(each))).toEqual([]);
    expect(markup.match(/<tr>/g)).toHaveLength(1 + changes.length);
  });
});
