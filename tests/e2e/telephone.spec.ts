import type { Page } from "@playwright/test";
import { answer } from "@/lib/calc/answer";
import { euro } from "@/lib/format/money";
import { allViews, expect, openPalette, paletteField, test, type Width } from "./fixtures";

/**
 * The questions of a customer on the telephone, each from the search on: nobody looks for a page first. The pages' own tests go further.
 * Nothing is changed here.
 */
test.describe.configure({ mode: "parallel" });

type Words = (key: string, values?: Record<string, string | number>) => string;

/** Types into the search and takes the first hit of a kind, without a mouse at a desk. */
async function ask(page: Page, words: Words, width: Width, kind: string, text: string): Promise<void> {
  await openPalette(page, words, width);
  await paletteField(page, words).fill(text);
  const group = page.getByRole("dialog").getByRole("group", { name: words(`palette.kind.${kind}`), exact: true });
  const hit = group.getByRole("option").first();
  await expect(hit).toBeVisible();
  if (width === "phone") await hit.tap();
  else {
    for (let at = 0; at < 20 && (await hit.getAttribute("aria-selected")) !== "true"; at++) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** What the calculator says that a larger tier costs after the credit. */
function tierUpgrade(sku: string, paidShare: number): number {
  const bought = answer({
    op: "price",
    vendor: "fluxpunkt",
    items: [{ sku, mode: "purchase", users: 34, quantity: 1 }],
  }) as unknown as { totals: { oneOffCents: number } };
  const paidCents = Math.round(bought.totals.oneOffCents * paidShare);
  const upgrade = { op: "tier-upgrade", vendor: "fluxpunkt", sku, fromUsers: 34, toUsers: 41, paidCents };
  return (answer(upgrade) as unknown as { dueCents: number }).dueCents;
}

for (const { language, width, name } of allViews) {
  test.describe(`On the telephone, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("what does this customer have?", async ({ page, words }) => {
      await page.goto("/entscheiden");
      await ask(page, words, width, "customer", "reederei cl");
      await expect(page.getByRole("heading", { level: 1, name: "Reederei Claasen & Söhne" })).toBeVisible();
      await ask(page, words, width, "system", "hafencity");
      await expect(page.getByRole("heading", { level: 1, name: "STARFACE Hafencity" })).toBeVisible();
      await expect(page.locator("#staffeln").getByText(words("customer.tierFull"), { exact: true })).toHaveCount(3);
      await ask(page, words, width, "contract", "reederei teams");
      await expect(page.getByRole("heading", { level: 1, name: "Teams Presence Sync" })).toBeVisible();
    });

    test("may I add this?", async ({ page, words }) => {
      await page.goto("/entscheiden");
      await ask(page, words, width, "page", words("nav.check"));
      await page.getByLabel(words("check.systemSearch")).fill("flensburg");
      await page.getByRole("link", { name: "XPhone Flensburg" }).click();
      const form = page.getByRole("form", { name: words("check.form") });
      await form.getByLabel(`${words("check.article")} 1`).selectOption("3323.0030");
      await form.getByLabel(`${words("check.amount")} 1`).fill("10");
      await form.getByRole("button", { name: words("check.submit") }).click();
      await expect(page.locator("#hindernisse")).toContainText(words("check.obstacle.excluded"));
      await expect(page.locator("#weg-1-1")).toContainText(words("check.verdict.with", { count: 11 }));
    });

    test("what does one more user cost, everywhere?", async ({ page, words }) => {
      const due =
        tierUpgrade("call-recording", 1) +
        tierUpgrade("insight-analytics", 0.9) +
        tierUpgrade("active-directory-sync", 1);
      await page.goto("/entscheiden");
      await ask(page, words, width, "page", words("nav.nextUser"));
      // The queue has a field for the customer too.
      await expect(page).toHaveURL(/\/naechster-nutzer/);
      await expect(page.getByRole("heading", { level: 1, name: words("nextUser.title") })).toBeVisible();
      const search = page.getByLabel(words("nextUser.customer"), { exact: true });
      await search.fill("10001");
      await search.press("Enter");
      await page.getByRole("checkbox", { name: /STARFACE Hafencity/ }).check();
      await page.getByRole("checkbox", { name: words("nextUser.getsInstalled") }).check();
      await page.getByLabel(words("nextUser.users"), { exact: true }).fill("1");
      await page.getByRole("button", { name: words("nextUser.price") }).click();
      const sum = page.getByRole("region", { name: words("nextUser.resultTitle", { count: 1 }) });
      await expect(sum.getByRole("definition").first()).toHaveText(euro(due, language));
    });

    test("what is missing, what is overpaid?", async ({ page, words }) => {
      await page.goto("/entscheiden");
      await ask(page, words, width, "system", "winsen");
      await expect(page.getByRole("heading", { level: 1, name: "XPhone Winsen" })).toBeVisible();
      await expect(page.locator("#stand")).toContainText("FAX");
      await ask(page, words, width, "page", words("nav.savings"));
      await expect(page.getByRole("heading", { level: 1, name: words("savings.title") })).toBeVisible();
      await page.getByRole("link", { name: words("savings.kinds.larger-quantity"), exact: true }).click();
      await expect(page.getByText(euro(22_800, language)).first()).toBeVisible();
    });

    test("what does the call cost, and the module?", async ({ page, words }) => {
      await page.goto("/kunden");
      await ask(page, words, width, "page", words("nav.destinations"));
      const target = page.getByLabel(words("lookup.target"));
      await target.fill("Israel");
      await target.press("Enter");
      const both = words("lookup.ambiguous", { zones: "Länderzone International 2, Länderzone International 3" });
      await expect(page.getByText(both)).toBeVisible();
      await ask(page, words, width, "article", "call recording");
      await expect(page.locator("#artikel-call-recording")).toBeInViewport();
    });

    test("which customers have it?", async ({ page, words }) => {
      await page.goto("/kunden");
      await ask(page, words, width, "page", words("nav.stock"));
      await expect(page.getByRole("heading", { level: 1, name: words("stock.title") })).toBeVisible();
      await openPalette(page, words, width);
      await paletteField(page, words).fill("call recording");
      const dialog = page.getByRole("dialog");
      // The last entry moves down as hits come in above it.
      const articles = dialog.getByRole("group", { name: words("palette.kind.article"), exact: true });
      await expect(articles.getByRole("option").first()).toBeVisible();
      await dialog.getByRole("option", { name: words("palette.all") }).click();
      await expect(page).toHaveURL(/\/suche\?q=call/);
      await page.getByRole("link", { name: words("palette.inStock") }).click();
      await expect(page).toHaveURL(/\/bestand\?suche=call/);
      await expect(page.getByText("Reederei Claasen & Söhne").first()).toBeVisible();
    });
  });
}
