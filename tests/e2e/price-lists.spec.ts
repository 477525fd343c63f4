import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parseTable, TABLE_FILE } from "../price-lists/read-documents";
import { expectAccessible } from "../support/axe";
import { filesUnder } from "../support/source-tree";
import { expect, goTo, languages, test, views } from "./fixtures";

const printed = parseTable(readFileSync(TABLE_FILE, "utf8"));

/** Vendor and edition of each list, by its file. */
const editions = filesUnder("lib/price-lists").flatMap((file) => {
  const [, vendor = "", edition = ""] = /^lib\/price-lists\/([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
  return vendor === "" ? [] : [{ vendor, edition }];
});

/** Every figure that the page shows in its printed tables, as a line of the committed table of printed cells. */
function figuresOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("table[data-printed] td[data-column]")].map((cell) => {
      const row = cell.closest("tr");
      const textOf = (selector: string) => row?.querySelector(selector)?.textContent ?? "";
      const line = textOf("[data-line]");
      const column = (cell as HTMLElement).dataset.column ?? "";
      return [
        (cell.closest("table") as HTMLElement).dataset.printed,
        textOf("[data-article]"),
        [line, column].filter((part) => part !== "").join(" | "),
        cell.querySelector("[data-figure]")?.textContent,
      ].join(" ¦ ");
    }),
  );
}

for (const language of languages) {
  test.describe(`the five documents in ${language}`, () => {
    test.use({ who: "finance", language });

    test("are all there", () => {
      expect(editions.map(({ vendor }) => vendor).toSorted()).toEqual(
        [...new Set(printed.map(({ document }) => document))].toSorted(),
      );
    });

    for (const { vendor, edition } of editions) {
      test(`${vendor}: every printed figure stands in its table, under a fragment of its own`, async ({ page }) => {
        await page.goto(`/preislisten/${vendor}/${edition}`);
        const onPaper = printed
          .filter(({ document }) => document === vendor)
          .map(({ table, article, column, text }) => [table, article, column, text].join(" ¦ "));
        expect(onPaper.length).toBeGreaterThan(20);
        const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\s+/g, " ")).toSorted();
        expect(plain(await figuresOn(page))).toEqual(plain(onPaper));
        const ids = await page.locator("[id]").evaluateAll((elements) => elements.map((element) => element.id));
        expect(ids.filter((each, index) => ids.indexOf(each) !== index)).toEqual([]);
        const dead = await page
          .locator('a[href^="#"]')
          .evaluateAll((links) =>
            links
              .map((link) => link.getAttribute("href") ?? "")
              .filter((href) => !document.getElementById(href.slice(1))),
          );
        expect(dead, "links to fragments that are not there").toEqual([]);
      });
    }
  });
}

for (const { language, width, name } of views) {
  test.describe(`Preislisten, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("a figure is found over all lists, with its place and its readings", async ({ page, words }) => {
      await page.goto("/");
      await goTo(page, words, "priceLists");
      await expect(page.getByRole("heading", { level: 1, name: words("priceLists.title") })).toBeVisible();
      await expect(page.locator("[data-queue-link]")).toHaveCount(5);
      await expect(page.getByText(words("priceLists.brokered"))).toHaveCount(1);

      const search = page.getByLabel(words("priceLists.searchAll"));
      await search.fill("Schreibmaschine");
      await search.press("Enter");
      await expect(page.getByText(words("priceLists.nothingFound", { text: "Schreibmaschine" }))).toBeVisible();
      await search.fill("call recording kauf 81-150");
      await search.press("Enter");
      await expect(page.getByText("4.800,00 €")).toBeVisible();
      await expectAccessible(page, "hits over all lists");
      await page.getByRole("link", { name: "Call Recording", exact: true }).click();
      await expect(page).toHaveURL(/\/preislisten\/fluxpunkt\/2022-09#zelle-call-recording-purchase-81-150$/);
      const cell = page.locator("#zelle-call-recording-purchase-81-150");
      await expect(cell).toBeInViewport();
      await expect(cell.locator("[data-figure]")).toHaveText("4.800,00 €");

      await page.goto("/preislisten/enreach/2026-03");
      const own = page.getByLabel(words("priceLists.searchOne", { product: "Enreach Contact" }));
      await own.fill("allnet advanced 10,00");
      await own.press("Enter");
      await expect(page).toHaveURL(/suche=allnet/);
      const misprint = page.locator("#zelle-rates-page-allnet-flat-advanced");
      await expect(misprint).toContainText("10,00€");
      await expect(misprint).toContainText(
        language === "de" ? "gelesen 8,00 €, Unterschied 2,00 €" : "read €8.00, difference €2.00",
      );
      await misprint.getByRole("link").click();
      await expect(page.locator("#lesart-allnet-flat-price")).toBeInViewport();
      await expectAccessible(page, "what a search leaves of a list");
      await page.getByRole("link", { name: words("priceLists.reset") }).click();
      await expect(page.locator("#lesart-special-numbers-in-cents")).toBeVisible();
      const call = page.locator("#tarif-special-01377");
      await expect(call).toContainText(language === "de" ? "84,0336 ct" : "84.0336 ct");
      await expect(call).toContainText(language === "de" ? "1,00 € brutto" : "€1.00 gross");
    });

    test("a destination is looked up by country and by number; two zones are both said", async ({ page, words }) => {
      await page.goto("/preislisten");
      await page.getByRole("link", { name: words("priceLists.toLookup") }).click();
      const target = page.getByLabel(words("lookup.target"));
      const both = words("lookup.ambiguous", { zones: "Länderzone International 2, Länderzone International 3" });
      for (const [asked, country] of [
        ["Israel", "Israel"],
        ["+381 11 222 33 44", language === "de" ? "Serbien" : "Serbia"],
      ] as const) {
        await target.fill(asked);
        await target.press("Enter");
        await expect(page.getByRole("heading", { level: 2, name: country })).toBeVisible();
        await expect(page.getByText(both)).toBeVisible();
        await expect(page.getByText(language === "de" ? "0,099 €" : "€0.099").first()).toBeVisible();
        await expect(page.getByText(language === "de" ? "0,29 €" : "€0.29").first()).toBeVisible();
      }
      await expect(page).toHaveTitle(new RegExp(words("lookup.title")));
      await expectAccessible(page, "a country in two zones");
      await target.fill("01377");
      await target.press("Enter");
      await expect(page.getByText(language === "de" ? "84,0336 ct" : "84.0336 ct").first()).toBeVisible();
      await expect(page.getByText(language === "de" ? "1,00 € brutto" : "€1.00 gross").first()).toBeVisible();
      await target.fill("Absurdistan");
      await target.press("Enter");
      await expect(page.getByText(words("lookup.notFoundTitle", { target: "Absurdistan" }))).toBeVisible();
      await expectAccessible(page, "a destination that is none");
    });

    test("editions are compared, or there is but one and the page says so", async ({ page, words }) => {
      await page.goto("/preislisten/enreach/2026-03");
      await page.getByRole("link", { name: words("priceLists.toCompare") }).click();
      await expect(page.getByText(words("priceLists.compare.onlyOne", { product: "Enreach Contact" }))).toBeVisible();
    });
  });

  test.describe(`Eigene Preise, ${name}`, () => {
    test.use({
      who: "reseller-admin",
      language,
      width,
      provoked: [{ status: 400, path: /^\/api\/portal\/price-rows$/ }],
    });

    test("a price is recorded, stands beside the printed one, and is withdrawn", async ({ page, words, openAs }) => {
      // Each view has a day of its own: the same price for the same day would be refused.
      const day = {
        "de desk": "02.01.2031",
        "de phone": "03.01.2031",
        "en desk": "04.01.2031",
        "en phone": "05.01.2031",
      }[`${language} ${width}`];
      const shown = language === "de" ? "3,21 €" : "€3.21";
      await page.goto("/preislisten/eigene");
      await page.getByLabel(words("priceRows.article"), { exact: true }).selectOption("enreach/ccc-agent");
      await page.getByRole("button", { name: words("priceRows.choose") }).click();
      const form = page.getByRole("form", { name: words("priceRows.form", { name: "Casual Contact Center Agent" }) });
      await form.getByLabel(words("priceRows.kind")).selectOption("customer");
      await form.getByLabel(words("priceRows.priceNet")).fill("1,234");
      await form.getByLabel(words("priceRows.validFrom")).fill(day);
      await form.getByRole("button", { name: words("priceRows.submit") }).click();
      await expect(form.getByRole("alert")).toContainText("1.234,50");
      await expect(form.getByLabel(words("priceRows.priceNet"))).toHaveAttribute("aria-invalid", "true");
      await expectAccessible(page, "a price that is none");
      await form.getByLabel(words("priceRows.priceNet")).fill("3,21");
      await form.getByRole("button", { name: words("priceRows.submit") }).click();
      await expect(page.getByText(words("priceRows.done.added"))).toBeVisible();

      const row = page
        .getByRole("row")
        .filter({ hasText: shown })
        .filter({ hasText: language === "de" ? day : dayIn(day) });
      await expect(row).toHaveCount(1);
      await expect(row).toContainText(words("priceRows.standings.coming"));
      await expect(row).toContainText(language === "de" ? "4,00 €" : "€4.00");
      await expectAccessible(page, "own prices");

      const clerk = await openAs("clerk");
      await clerk.goto("/preislisten/eigene?anbieter=enreach");
      await expect(clerk.getByText(shown).first()).toBeVisible();
      await expect(clerk.getByText(words("priceRows.newTitle"))).toHaveCount(0);
      await expect(clerk.getByText(words("priceRows.withdraw"), { exact: true })).toHaveCount(0);

      await row.getByText(words("priceRows.withdraw"), { exact: true }).click();
      await row.getByRole("button").click();
      await expect(page.getByText(words("priceRows.done.withdrawn"))).toBeVisible();
      await expect(row).toHaveCount(0);
      await page.goto("/preislisten/eigene?stand=withdrawn");
      await expect(row).toHaveCount(1);
      await expect(row.getByRole("button")).toHaveCount(0);
    });
  });
}

/** 04.01.2031 as English pages show it. */
const dayIn = (day: string) => `${Number(day.slice(0, 2))} Jan ${day.slice(6)}`;

test.describe("sample prices", () => {
  test.use({ who: "clerk" });
  test("say that they are, in the list of own prices and beside the article", async ({ page, words }) => {
    await page.goto("/preislisten/eigene?anbieter=c4b");
    const rows = page.locator("tbody tr");
    expect(await rows.count()).toBeGreaterThan(10);
    await expect(rows.filter({ hasText: words("common.samplePrice") })).toHaveCount(await rows.count());
    await page.goto("/preislisten/c4b/2020-03-16#artikel-3210-0030");
    await expect(page.locator("#artikel-3210-0030")).toContainText(words("common.samplePrice"));
  });
});

test.describe("what no list knows", () => {
  test.use({ who: "clerk", provoked: [{ status: 404, path: /^\/preislisten\// }] });
  for (const path of [
    "/preislisten/niemand/2026-03",
    "/preislisten/enreach/1999-01",
    "/preislisten/niemand/vergleich",
  ]) {
    test(`${path} is not found`, async ({ page, words }) => {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: words("notFound.title") })).toBeVisible();
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ who: "reseller-admin", javaScriptEnabled: false });
  test("a list is searched, and a price is recorded and refused by native forms", async ({ page, words }) => {
    await page.goto("/preislisten/autphone/undated");
    await page.getByLabel(words("priceLists.searchOne", { product: "aut-pbx" })).fill("5,50");
    await page.getByRole("button", { name: words("priceLists.submit") }).click();
    await expect(page.locator("#zelle-extension-step-101")).toContainText("5,50 €");
    await expect(page.locator("#zelle-extension-step-1")).toHaveCount(0);

    await page.goto("/preislisten/eigene?artikel=autphone%2Fflat-de-s");
    const form = page.getByRole("form", { name: /Deutschland S/ });
    for (const [price, said] of [
      ["zwölf", /1\.234,50/],
      ["12,00", new RegExp(words("priceRows.done.added").slice(0, 20))],
      ["13,00", /12,00 €/],
    ] as const) {
      await page.goto("/preislisten/eigene?artikel=autphone%2Fflat-de-s");
      await form.getByLabel(words("priceRows.priceNet")).fill(price);
      await form.getByLabel(words("priceRows.validFrom")).fill("01.02.2032");
      await form.getByRole("button", { name: words("priceRows.submit") }).click();
      await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
    }
  });
});
