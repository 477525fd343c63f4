import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { contractsWith } from "../support/story-contracts";
import { expect, languages, portal, test, type Who, type Width, widths } from "./fixtures";

/** Every page as it first shows, in both languages, light and dark, at both widths. States further in are looked at where they come up. */

async function eachLook(page: Page, state: string): Promise<void> {
  for (const width of Object.keys(widths) as Width[]) {
    await page.setViewportSize(widths[width]);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(
        page,
        `${state}, ${colorScheme}, ${widths[width].width} px`,
        colorScheme === "light" ? "all" : "colours",
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${state} is wider than ${widths[width].width} px`).toBeLessThanOrEqual(0);
    }
  }
}

const fixed: readonly (readonly [string, Who | null])[] = [
  ["/anmelden", null],
  ["/anmelden?fehler=sign-in-wrong", null],
  ["/entscheiden", "reseller-admin"],
  ["/entscheiden?art=tier-exceeded", "finance"],
  ["/kunden", "reseller-admin"],
  ["/benutzer", "reseller-admin"],
  ["/konto", "reseller-admin"],
  ["/plattform", "platform-admin"],
];

for (const language of languages) {
  for (const [path, who] of fixed) {
    test.describe(`${path} in ${language}`, () => {
      test.use({ who, language });
      test("is accessible", async ({ page }) => {
        await page.goto(path);
        await eachLook(page, `${path} in ${language}`);
      });
    });
  }

  test.describe(`customers and contracts in ${language}`, () => {
    test.use({ who: "reseller-admin", language });
    for (const kind of ["notice", "rule-unknown", "up2date-end", "renewal-window", "tier-exceeded"]) {
      test(`are accessible: ${kind}`, async ({ page }) => {
        const [found] = await contractsWith(portal, [kind]);
        if (!found) return;
        await page.goto(`/vertraege/${found.contractId}`);
        await eachLook(page, `a contract with ${kind} in ${language}`);
        await page.goto(`/kunden/${found.customerId}`);
        await eachLook(page, `a customer with ${kind} in ${language}`);
      });
    }
  });

  test.describe(`what does not exist, in ${language}`, () => {
    test.use({ who: "reseller-admin", language, provoked: [{ status: 404, path: /^\// }] });
    for (const path of ["/gibt-es-nicht", "/kunden/gibt-es-nicht", "/einladung/gibt-es-nicht"]) {
      test(`${path} is accessible`, async ({ page }) => {
        await page.goto(path);
        await eachLook(page, `${path} in ${language}`);
      });
    }
  });
}
