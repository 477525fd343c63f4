import { expectAccessible } from "../support/axe";
import { expect, freshTest, goTo, holdScripts, languages, test } from "./fixtures";

/** The ways between the pages: all of them at the left of a wide page, on a phone the first in the bar and the rest behind "Mehr". */
for (const language of languages) {
  test.describe(`Navigation, ${language}`, () => {
    test.use({ who: "reseller-admin", language });

    test("names every page once, in groups, and says where one is", async ({ page, words }) => {
      await page.goto("/preislisten");
      const navigation = page.getByRole("navigation", { name: words("nav.main") });
      const names = await navigation.getByRole("link").allInnerTexts();
      expect(names.length).toBeGreaterThan(6);
      expect(new Set(names).size).toBe(names.length);
      await expect(navigation.getByRole("list", { name: words("nav.group.administration") })).toContainText(
        words("nav.people"),
      );
      await expect(navigation.locator('[aria-current="page"]')).toHaveText([words("nav.priceLists")]);
      await goTo(page, words, "people");
      await expect(page).toHaveURL(/\/benutzer$/);
      await expect(navigation.locator('[aria-current="page"]')).toHaveText([words("nav.people")]);
    });

    test.describe("on a phone", () => {
      test.use({ width: "phone" });

      test("has the rest behind Mehr, which closes by a choice, by Escape and by a touch beside it", async ({
        page,
        words,
      }) => {
        await page.goto("/entscheiden");
        const navigation = page.getByRole("navigation", { name: words("nav.main") });
        const more = navigation.locator("summary");
        await expect(navigation.getByRole("link")).toHaveCount(4);
        const entries = await navigation.evaluate((bar) =>
          [...bar.querySelectorAll(":scope > a, summary")].map((entry) => {
            const word = entry.querySelector("span");
            return { cut: (word?.scrollWidth ?? 1) > (word?.clientWidth ?? 0), height: entry.clientHeight };
          }),
        );
        expect(entries).toHaveLength(5);
        for (const { cut, height } of entries) {
          expect(cut).toBe(false);
          expect(height).toBeGreaterThanOrEqual(44);
        }
        const people = navigation.getByRole("link", { name: words("nav.people") });
        await more.tap();
        await expect(people).toBeInViewport();
        await expectAccessible(page, "the navigation's rest");
        await page.keyboard.press("Escape");
        await expect(people).toBeHidden();
        await more.tap();
        await page.getByRole("heading", { level: 1 }).tap();
        await expect(people).toBeHidden();

        await more.tap();
        await people.tap();
        await expect(page).toHaveURL(/\/benutzer$/);
        await expect(people).toBeHidden();
        await expect(more).toHaveAttribute("aria-current", "true");
        await page.goto("/kunden");
        await expect(more).not.toHaveAttribute("aria-current");
        await expect(navigation.locator('[aria-current="page"]')).toHaveText([words("nav.customers")]);
      });
    });
  });
}

test.describe("Navigation over a slow line on a phone", () => {
  test.use({ who: "clerk", width: "phone" });

  freshTest("stays open where it was opened before its script was there", async ({ page, words }) => {
    const letScriptsCome = await holdScripts(page);
    await page.goto("/entscheiden", { waitUntil: "commit" });
    const navigation = page.getByRole("navigation", { name: words("nav.main") });
    await navigation.locator("summary").tap();
    const account = navigation.getByRole("link", { name: words("nav.account") });
    await expect(account).toBeInViewport();
    letScriptsCome();
    // The search gives its early keys back when the page's script has come.
    await page.waitForFunction(() => document.onkeydown === null);
    await expect(account).toBeInViewport();
    await account.tap();
    await expect(page).toHaveURL(/\/konto$/);
    await expect(account).toBeHidden();
  });
});

test.describe("Navigation without script on a phone", () => {
  test.use({ who: "clerk", width: "phone", javaScriptEnabled: false });

  test("leads everywhere", async ({ page, words }) => {
    await page.goto("/entscheiden");
    await goTo(page, words, "account");
    await expect(page).toHaveURL(/\/konto$/);
  });
});

test.describe("Navigation of a customer's person", () => {
  test.use({ who: "customer-viewer", width: "phone" });

  test("has room for all its ways", async ({ page, words }) => {
    await page.goto("/konto");
    const navigation = page.getByRole("navigation", { name: words("nav.main") });
    await expect(navigation.getByRole("link")).toHaveText([words("nav.ownCustomer"), words("nav.account")]);
    await expect(navigation.locator("summary")).toHaveCount(0);
  });
});
