import { expectAccessible } from "../support/axe";
import { contractsWith } from "../support/story-contracts";
import { expect, portal, test, views } from "./fixtures";

for (const { language, width, name } of views) {
  test.describe(`Kunden und Kunde, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("a customer is found by number and by name, and shows what it has", async ({ page, words }) => {
      const [contract] = await contractsWith(portal, ["notice", "rule-unknown"]);
      if (!contract) throw new Error("The story holds no such contract.");
      await page.goto("/kunden");
      await expect(page.getByRole("heading", { level: 1, name: words("customers.title") })).toBeVisible();
      const rows = page.locator("[data-queue-link]");
      expect(await rows.count()).toBeGreaterThan(4);

      const search = page.getByLabel(words("customers.search"));
      await search.fill("Nichts heißt so");
      await search.press("Enter");
      await expect(page.getByText(words("customers.emptyTitle"))).toBeVisible();
      await search.fill(contract.customerName.slice(0, 6));
      await search.press("Enter");
      await expect(page.getByRole("link", { name: contract.customerName })).toBeVisible();
      await search.fill(contract.customerNumber);
      await search.press("Enter");
      await expect(page).toHaveURL(new RegExp(`suche=${encodeURIComponent(contract.customerNumber)}`));
      await expect(rows).toHaveCount(1);

      await rows.first().click();
      await expect(page.getByRole("heading", { level: 1, name: contract.customerName })).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`/kunden/${contract.customerId}$`));
      const link = page.locator(`a[href^="/vertraege/${contract.contractId}"]`).first();
      await link.scrollIntoViewIfNeeded();
      await expectAccessible(page, "a customer");
      await link.click();
      await expect(page).toHaveURL(new RegExp(`/vertraege/${contract.contractId}`));
    });
  });
}

test.describe("a person of the customer", () => {
  test.use({ who: "customer-viewer", provoked: [{ status: 404, path: /^\/(kunden|entscheiden)/ }] });
  test("sees only his own house, and no purchase price", async ({ page, words }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/kunden\/[0-9a-f-]{36}$/);
    await expect(page.getByText(words("customer.paid"), { exact: true })).toHaveCount(0);
    await expect(page.getByText(words("customer.decisions"), { exact: true })).toHaveCount(0);
    for (const path of ["/entscheiden", "/kunden"]) {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
    }
  });
});
