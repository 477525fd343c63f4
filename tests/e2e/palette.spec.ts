import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { contractsWith } from "../support/story-contracts";
import { expect, paletteField as field, freshTest, holdScripts, openPalette, portal, test, views } from "./fixtures";

/** Fields of the page below have options too. */
const options = (page: Page) => page.getByRole("dialog").getByRole("option");
const chosen = (page: Page) => page.getByRole("dialog").getByRole("option", { selected: true });

for (const { language, width, name } of views) {
  test.describe(`Suche, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("opens over any page, shows the pages, and goes to what is typed and chosen", async ({ page, words }) => {
      const [contract] = await contractsWith(portal, ["notice", "rule-unknown"]);
      if (!contract) throw new Error("The story holds no such contract.");
      await page.goto("/entscheiden");
      await openPalette(page, words, width);
      const pages = page.getByRole("group", { name: words("palette.kind.page"), exact: true });
      await expect(pages.getByRole("option").first()).toHaveText(words("nav.decide"));
      await expect(options(page).filter({ hasText: words("nav.people") })).toHaveCount(0);
      await expectAccessible(page, "the search as it opens");

      await field(page, words).fill(contract.customerNumber);
      const customers = page.getByRole("group", { name: words("palette.kind.customer"), exact: true });
      await expect(customers.getByRole("option")).toHaveCount(1);
      await expect(chosen(page)).toContainText(contract.customerName);
      await expect(page.getByRole("group", { name: words("palette.kind.contract") })).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: /^\d+ / })).toHaveCount(1);
      await expectAccessible(page, "hits of the search");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(new RegExp(`/kunden/${contract.customerId}$`));
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });

    test("goes by the arrows, round the end, and gives the focus back on Escape", async ({ page, words }) => {
      await page.goto("/konto");
      const opener = page.getByRole("link", { name: words("palette.open") });
      if (width === "phone") await opener.tap();
      else await opener.click();
      await expect(field(page, words)).toBeFocused();
      await expect(chosen(page)).toHaveText(words("nav.decide"));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await expect(chosen(page)).toHaveText(words("nav.account"));
      await expect(chosen(page)).toBeInViewport();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(opener).toBeFocused();
    });

    test("finds an article with its place on the price list, and says when nothing is found", async ({
      page,
      words,
    }) => {
      await page.goto("/kunden");
      await openPalette(page, words, width);
      await field(page, words).fill("call recording");
      const articles = page.getByRole("group", { name: words("palette.kind.article"), exact: true });
      await articles.getByRole("option", { name: /^Call Recording/ }).click();
      await expect(page).toHaveURL(/\/preislisten\/fluxpunkt\/2022-09#artikel-call-recording$/);
      await expect(page.locator("#artikel-call-recording")).toBeInViewport();

      await openPalette(page, words, width);
      await field(page, words).fill("zzz");
      await expect(page.getByText(words("palette.nothing", { text: "zzz" }))).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: words("palette.found", { count: 0 }) })).toHaveCount(1);
      await expectAccessible(page, "the search without hits");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/suche\?q=zzz$/);
      await expect(page.getByText(words("palette.nothingHint"))).toBeVisible();
    });
  });
}

test.describe("Suche", () => {
  test.use({ who: "customer-viewer" });

  test("of a person of a customer shows the own pages and things only", async ({ page, words }) => {
    await page.goto("/konto");
    await openPalette(page, words, "desk");
    await expect(options(page)).toHaveText([words("nav.ownCustomer"), words("nav.account")]);
    await field(page, words).fill("starface");
    await expect(page.getByRole("group", { name: words("palette.kind.system") })).toBeVisible();
    await expect(page.getByRole("group", { name: words("palette.kind.customer") })).toHaveCount(0);
    await expect(page.getByRole("group", { name: words("palette.kind.article") })).toHaveCount(0);
  });
});

test.describe("Suche", () => {
  test.use({ who: "clerk" });

  freshTest("loads its script when it is first wanted", async ({ page, words }) => {
    const scripts = new Set<string>();
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.add(request.url());
    });
    await page.goto("/konto", { waitUntil: "networkidle" });
    const before = scripts.size;
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press("Control+k");
    await expect(field(page, words)).toBeVisible();
    expect(scripts.size).toBeGreaterThan(before);
  });

  freshTest("is wanted before the page's script is there, and opens when it is", async ({ page, words }) => {
    const letScriptsCome = await holdScripts(page);
    await page.goto("/konto", { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    letScriptsCome();
    await expect(field(page, words)).toBeFocused();
    // Once: closed, it stays closed, and the keys open it as ever.
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Control+k");
    await expect(field(page, words)).toBeFocused();
  });

  test("leaves the link to its page to whoever wants it in a tab of its own", async ({ page, context, words }) => {
    await page.goto("/konto");
    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: words("palette.open") }).click({ modifiers: ["Control"] });
    await expect(await opened).toHaveURL(/\/suche$/);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("says that nobody answered, and finds again when somebody does", async ({ page, words }) => {
    await page.goto("/konto");
    await openPalette(page, words, "desk");
    await page.route("**/api/portal/search?*", (route) =>
      route.fulfill({ status: 200, contentType: "text/html", body: "<p>A proxy's page</p>" }),
    );
    await field(page, words).fill("claasen");
    await expect(page.getByRole("alert").filter({ hasText: words("palette.unreachable") })).toBeVisible();
    await page.unroute("**/api/portal/search?*");
    await field(page, words).fill("10001");
    await expect(page.getByRole("group", { name: words("palette.kind.customer") })).toBeVisible();
  });
});

test.describe("Suche without script", () => {
  test.use({ who: "clerk", javaScriptEnabled: false });

  test("is a page with the same hits", async ({ page, words }) => {
    await page.goto("/entscheiden");
    await page.getByRole("link", { name: words("palette.open") }).click();
    await expect(page).toHaveURL(/\/suche$/);
    await expect(page.getByRole("link", { name: words("nav.destinations") })).toBeVisible();
    const search = page.getByRole("searchbox", { name: words("palette.field") });
    await search.fill("10001");
    await search.press("Enter");
    await expect(page).toHaveURL(/\/suche\?q=10001$/);
    await page.locator("#treffer-customer li").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/kunden\/[0-9a-f-]{36}$/);
  });
});
