import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { expect, test, views } from "./fixtures";

/** Opens the first row that the queue shows and returns its name. */
async function openFirst(page: Page): Promise<string> {
  const link = page.locator("[data-queue-link]").first();
  const name = (await link.getAttribute("aria-label")) ?? "";
  await link.click();
  await expect(page.locator('[data-queue-link][aria-expanded="true"]')).toHaveAttribute("aria-label", name);
  return name;
}

for (const { language, width, name } of views) {
  test.describe(`Entscheiden, ${name}`, () => {
    test.use({ who: "clerk", language, width, provoked: [{ status: 422, path: /^\/api\/portal\/decisions\// }] });

    test("a row is found, opened, decided with a reason, and taken back", async ({ page, words }) => {
      await page.goto("/entscheiden");
      await expect(page.getByRole("heading", { level: 1, name: words("decide.title") })).toBeVisible();
      const rows = page.locator("[data-queue-link]");
      const all = await rows.count();
      expect(all).toBeGreaterThan(5);

      if (width === "phone")
        await page
          .locator("summary")
          .filter({ hasText: words("decide.filter") })
          .click();
      await page.getByLabel(words("decide.kind"), { exact: true }).selectOption("notice");
      await page.getByRole("button", { name: words("decide.apply"), exact: true }).click();
      await expect(page).toHaveURL(/art=notice/);
      await expect(page.getByText(words("decide.sentence.kind", { kind: words("kinds.notice") }))).toBeVisible();
      await expect.poll(() => rows.count()).toBeLessThan(all);
      for (const label of await rows.evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")))) {
        expect(label).toContain(words("kinds.notice"));
      }

      const row = await openFirst(page);
      await page.getByText(words("decide.why")).click();
      await expectAccessible(page, "an open decision");
      const form = page.getByRole("form", { name: words("decide.form") });
      await form.getByLabel(words("decide.reason")).fill("Kunde bleibt, am Telefon bestätigt");
      await form.getByRole("button", { name: words("decide.act.keep") }).click();
      await expect(page.getByRole("status").filter({ hasText: "Kunde bleibt, am Telefon bestätigt" })).toContainText(
        row,
      );
      await expect(page.getByRole("link", { name: row, exact: true })).toHaveCount(0);

      await page.getByRole("button", { name: words("decide.undo") }).click();
      await expect(page.getByText(words("decide.done.undo", { what: row }))).toBeVisible();
      await expect(page.getByRole("link", { name: row, exact: true })).toBeVisible();
    });

    test("a row is put off and taken back", async ({ page, words }) => {
      await page.goto("/entscheiden?art=prerequisite-broken");
      const row = await openFirst(page);
      await page.getByText(words("decide.snooze"), { exact: true }).first().click();
      const form = page.getByRole("form", { name: words("decide.snooze") });
      await form.getByLabel(words("decide.reason")).fill("Warte auf den Anbieter");
      await form.getByRole("button", { name: words("decide.snoozeSubmit") }).click();
      await expect(page.getByRole("status").filter({ hasText: "Warte auf den Anbieter" })).toBeVisible();
      await page.getByRole("button", { name: words("decide.undo") }).click();
      await expect(page.getByRole("link", { name: row, exact: true })).toBeVisible();
    });

    if (width === "desk") {
      test("the keyboard is enough", async ({ page, words }) => {
        await page.goto("/entscheiden");
        await page.getByRole("button", { name: words("decide.keys.open") }).click();
        const help = page.getByRole("dialog", { name: words("decide.keys.title") });
        await expect(help).toBeVisible();
        await expectAccessible(page, "the help for the keyboard");
        await page.keyboard.press("Escape");
        await expect(help).toBeHidden();

        await page.keyboard.press("j");
        await page.keyboard.press("j");
        await page.keyboard.press("k");
        const first = page.locator("[data-queue-link]").first();
        await expect(first).toBeFocused();
        await page.keyboard.press("ArrowDown");
        await expect(page.locator("[data-queue-link]").nth(1)).toBeFocused();
        // By its name from here on: what others record may bring another row before it.
        const name = await page.locator("[data-queue-link]:focus").getAttribute("aria-label");
        const second = page.getByRole("link", { name: name ?? "", exact: true });
        await page.keyboard.press("Enter");
        await expect(second).toHaveAttribute("aria-expanded", "true");
        await page.keyboard.press("Escape");
        await expect(second).toHaveAttribute("aria-expanded", "false");
      });
    }
  });
}

test.describe("somebody who only reads", () => {
  test.use({ who: "finance" });
  test("sees the queue and no way to decide", async ({ page, words }) => {
    await page.goto("/entscheiden");
    await openFirst(page);
    await expect(page.getByText(words("decide.about"))).toBeVisible();
    await expect(page.getByRole("form", { name: words("decide.form") })).toHaveCount(0);
  });
});

test.describe("a clerk confined to one customer", () => {
  test.use({ who: "confined-clerk" });
  test("sees that customer's rows and no other's", async ({ page }) => {
    await page.goto("/entscheiden");
    const customers = await page
      .locator("td.queue-customer")
      .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent));
    expect(new Set(customers).size).toBe(1);
  });
});
