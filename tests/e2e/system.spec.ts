import { expectAccessible } from "../support/axe";
import { fullStarface } from "../support/full-starface";
import { systemNamed } from "../support/story-systems";
import { expect, portal, test, views } from "./fixtures";

const LIMITED = "XPhone Husum";

for (const { language, width, name } of views) {
  test.describe(`Anlage, ${name}`, () => {
    test.use({
      who: "clerk",
      language,
      width,
      provoked: [{ status: [400, 409], path: /^\/api\/portal\/systems\// }],
    });

    test("one user more is tried out, saved, found in the queue, and taken back", async ({ page, words }) => {
      // Others look at the story's own at the same time.
      const system = await fullStarface(portal, `Baumwall-${language}-${width}`);
      await page.goto(`/kunden/${system.customerId}`);
      await page.getByRole("link", { name: system.name, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/anlagen/${system.id}$`));
      await expect(page.getByRole("heading", { level: 1, name: system.name })).toBeVisible();
      await expect(page.locator("#staffeln").getByText(words("customer.tierFull"), { exact: true })).toHaveCount(3);
      await expectAccessible(page, "a system");

      const form = page.getByRole("form", { name: words("system.form") });
      const users = form.getByRole("textbox").first();
      const save = form.getByRole("button", { name: words("system.save"), exact: true });
      const preview = page.getByRole("region", { name: words("system.previewTitle") });
      await expect(users).toHaveValue("34");
      await users.fill("35");
      // Nothing but typing: the preview comes by itself, the field keeps the focus.
      await expect(preview.getByText(words("system.previewMoves"))).toBeVisible();
      await expect(users).toBeFocused();
      await expect(page).toHaveURL(/benutzer=35/);
      await expect(preview.getByText(words("customer.tierExceeded"), { exact: true })).toHaveCount(3);
      const due = language === "de" ? "4.240,00 €" : "€4,240.00";
      await expect(preview.getByText(due).first()).toBeVisible();
      await expect(preview.getByText(words("system.move.comes"))).toBeVisible();
      await expectAccessible(page, "the preview of a system");
      const [scroll, client] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect(scroll).toBeLessThanOrEqual(client ?? 0);

      await save.click();
      await expect(page.getByRole("status").filter({ hasText: words("system.saved") })).toBeVisible();
      await expect(users).toHaveValue("35");
      await expect(preview).toHaveCount(0);
      const decisions = page.locator("#entscheidungen");
      await expect(decisions.getByText(words("kinds.tier-exceeded"))).toBeVisible();
      await expect(decisions.getByText(due)).toBeVisible();
      await decisions.getByRole("link", { name: words("kinds.tier-exceeded") }).click();
      await expect(page).toHaveURL(/\/entscheiden\?/);
      await page.goto(`/anlagen/${system.id}`);

      await users.fill("34");
      await expect(preview.getByText(words("system.move.goes"))).toBeVisible();
      await users.press("Enter");
      await expect(page.getByRole("status").filter({ hasText: words("system.saved") })).toHaveCount(0);
      await save.click();
      await expect(page.getByRole("status").filter({ hasText: words("system.saved") })).toBeVisible();
      await expect(decisions.getByText(words("kinds.tier-exceeded"))).toHaveCount(0);
    });

    test("what is no figure is said at its field, what somebody else saved is never overwritten unseen", async ({
      page,
      words,
      openAs,
    }) => {
      const system = await systemNamed(portal, LIMITED);
      await page.goto(`/anlagen/${system.id}`);
      const form = page.getByRole("form", { name: words("system.form") });
      const sources = form.getByLabel(language === "de" ? "Datenquellen" : "Data sources", { exact: true });
      const save = form.getByRole("button", { name: words("system.save"), exact: true });
      const preview = page.getByRole("region", { name: words("system.previewTitle") });
      await sources.fill("drei");
      await expect(sources).toHaveAttribute("aria-invalid", "true");
      await save.click();
      await expect(form.getByRole("alert")).not.toBeEmpty();
      await expect(sources).toHaveValue("drei");
      await expectAccessible(page, "a system with a wrong figure");

      await sources.fill("3");
      await expect(preview.getByText(words("system.previewMoves"))).toBeVisible();
      const colleague = await openAs("reseller-admin");
      await colleague.goto(`/anlagen/${system.id}?nutzung.dataSources=1`);
      await colleague.getByRole("button", { name: words("system.save"), exact: true }).click();
      await expect(colleague.getByRole("status").filter({ hasText: words("system.saved") })).toBeVisible();

      await save.click();
      const stored = language === "de" ? "Datenquellen: Gespeichert ist 1" : "Data sources: 1 is stored";
      await expect(form.getByRole("alert")).toContainText(stored);
      await expect(page.getByText(words("system.overtaken"))).toBeVisible();
      await expect(sources).toHaveValue("3");
      await expectAccessible(page, "a system that somebody else has changed");

      await sources.fill("4");
      await expect(preview.getByText(words("system.violationsCome"))).toBeVisible();
      await sources.fill("2");
      await expect(preview.getByText(words("system.violationsCome"))).toHaveCount(0);
      await save.click();
      await expect(page.getByRole("status").filter({ hasText: words("system.saved") })).toBeVisible();
      await expect(sources).toHaveValue("2");
    });
  });
}

test.describe("a system, from a contract", () => {
  test.use({ who: "finance" });
  test("is reached by its name, and read without a form by those who change nothing", async ({ page, words }) => {
    const system = await systemNamed(portal, LIMITED);
    await page.goto(`/anlagen/${system.id}`);
    await page.locator('#vertraege a[href^="/vertraege/"]').first().click();
    await page.getByRole("link", { name: LIMITED, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/anlagen/${system.id}$`));
    await expect(page.getByRole("form", { name: words("system.form") })).toHaveCount(0);
    await expect(page.locator("#angaben")).toContainText("Datenquellen");
    await expect(page.locator("#grenzen")).toContainText(words("system.use", { used: 20, atMost: 20 }));
    await expectAccessible(page, "a system for finance");
  });
});

test.describe("a system of one's own house", () => {
  test.use({ who: "customer-viewer" });
  test("shows no purchase price, no queue and no form", async ({ page, words }) => {
    await page.goto("/");
    await page.locator('a[href^="/anlagen/"]').first().click();
    await expect(page).toHaveURL(/\/anlagen\/[0-9a-f-]{36}$/);
    await expect(page.locator("#angaben")).toBeVisible();
    await expect(page.getByRole("form", { name: words("system.form") })).toHaveCount(0);
    await expect(page.getByText(words("customer.paid"), { exact: true })).toHaveCount(0);
    await expect(page.locator("#entscheidungen")).toHaveCount(0);
    await expectAccessible(page, "a system for its own people");
  });
});

test.describe("a system without JavaScript", () => {
  test.use({ who: "reseller-admin", javaScriptEnabled: false });
  test("is previewed by one button and saved by the other", async ({ page, words }) => {
    const system = await systemNamed(portal, "STARFACE Ottensen");
    await page.goto(`/anlagen/${system.id}`);
    const form = page.getByRole("form", { name: words("system.form") });
    const users = form.getByRole("textbox").first();
    await users.fill("21");
    await form.getByRole("button", { name: words("system.preview") }).click();
    await expect(page).toHaveURL(/benutzer=21/);
    const preview = page.getByRole("region", { name: words("system.previewTitle") });
    await expect(preview).toContainText(words("system.previewMoves"));
    await expect(users).toHaveValue("21");
    await form.getByRole("button", { name: words("system.save"), exact: true }).click();
    await expect(page).toHaveURL(/getan=gespeichert/);
    await expect(page.getByText(words("system.saved"))).toBeVisible();
    await expect(users).toHaveValue("21");

    await users.fill("zwanzig");
    await form.getByRole("button", { name: words("system.save"), exact: true }).click();
    await expect(page).toHaveURL(/fehler=/);
    await expect(page.getByRole("status").filter({ hasText: /\S/ }).first()).toBeVisible();
    await users.fill("18");
    await form.getByRole("button", { name: words("system.save"), exact: true }).click();
    await expect(users).toHaveValue("18");
  });
});
