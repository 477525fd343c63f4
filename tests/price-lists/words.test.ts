import { describe, expect, test } from "vitest";
import { entriesOf } from "@/lib/domain/price-list-entries";
import { priceSlots } from "@/lib/domain/price-slots";
import de from "@/lib/i18n/messages/de.json";
import en from "@/lib/i18n/messages/en.json";
import { priceLists } from "@/lib/price-lists/index";

/** What a page says of a list by a name that the list itself brings: a new edition with a new name must not show the bare name. */
describe.each([
  ["de", de.priceLists],
  ["en", en.priceLists],
] as const)("%s has a word for", (locale, words) => {
  const missing = (names: Iterable<string>, known: Readonly<Record<string, string>>) =>
    [...new Set(names)].filter((name) => !known[name]);

  test("each group of articles", () => {
    expect(
      missing(
        priceLists.flatMap(({ articles }) => articles.map(({ group }) => group)),
        words.group,
      ),
    ).toEqual([]);
  });

  test("each way to use a system, each kind of rate, unit of use, statute, charge and offer", () => {
    const rules = priceLists.flatMap(({ prerequisites }) => prerequisites ?? []);
    const rates = priceLists.flatMap((list) => list.rates);
    const slots = priceLists.flatMap((list) => list.articles.flatMap((article) => priceSlots(list, article)));
    expect(
      missing(
        rules.flatMap(({ usageFlags }) => usageFlags),
        words.usage,
      ),
    ).toEqual([]);
    expect(
      missing(
        rules.flatMap(({ usageCounts }) => usageCounts),
        words.usageCount,
      ),
    ).toEqual([]);
    expect(
      missing(
        rates.map(({ group }) => group),
        words.rateGroup,
      ),
    ).toEqual([]);
    expect(
      missing(
        rates.map(({ per }) => per),
        words.per,
      ),
    ).toEqual([]);
    expect(
      missing(
        slots.map(({ charge }) => charge),
        words.charge,
      ),
    ).toEqual([]);
    expect(
      missing(
        slots.flatMap(({ offer }) => (["priced", "free"].includes(offer) ? [] : [offer])),
        words.offer,
      ),
    ).toEqual([]);
    const statutes = priceLists.flatMap(({ policies }) => policies.flatMap((policy) => [...policy.statutes]));
    expect(missing(statutes, words.statute)).toEqual([]);
  });

  test("each condition and each kind of what can be found", () => {
    const conditions = priceLists.flatMap((list) => list.conditions.map(({ kind }) => kind));
    expect(missing(conditions, words.condition)).toEqual([]);
    expect(
      missing(
        priceLists.flatMap((list) => entriesOf(list, locale).map(({ kind }) => kind)),
        words.kind,
      ),
    ).toEqual([]);
  });
});
