import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { contractsByPolicy } from "../support/story-contracts";
import { expect, freshTest, languages, portal, test, views, type Width } from "./fixtures";

type Words = (key: string, values?: Record<string, string | number>) => string;

const rowsOf = (page: Page): Locator => page.locator("table.stock [data-queue-link]");
const cellsOf = (page: Page, column: string): Promise<string[]> =>
  page.locator(`table.stock td[data-column="${column}"] > span`).allTextContents();

/** On a phone the filter folds away. */
async function openFilter(page: Page, width: Width, words: Words): Promise<void> {
  const fold = page.locator("details.filter-fold");
  if (width === "phone" && !(await fold.evaluate((element) => (element as HTMLDetailsElement).open)))
    await fold
      .locator("summary")
      .filter({ hasText: words("stock.filter") })
      .click();
}

const filterOf = (page: Page): Locator => page.getByRole("search");
const box = (page: Page, name: string): Locator => page.getByRole("checkbox", { name, exact: true });

async function show(page: Page, words: Words): Promise<void> {
  await filterOf(page)
    .getByRole("button", { name: words("stock.apply"), exact: true })
    .click();
}

async function load(page: Page, link: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

for (const { language, width, name } of views) {
  test.describe(`Bestand, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("what a customer has is found by a search, filtered, put in order and opened", async ({ page, words }) => {
      await page.goto("/bestand");
      await expect(page.getByRole("heading", { level: 1, name: words("stock.title") })).toBeVisible();
      await expect(page.getByText(words("stock.sentence.everything"))).toBeVisible();
      const all = await rowsOf(page).count();
      expect(all).toBeGreaterThan(20);
      const beyond = await page
        .locator("table.stock")
        .evaluate((table) => table.scrollWidth - (table.closest(".card")?.clientWidth ?? 0));
      expect(beyond, "the table leaves its card").toBeLessThanOrEqual(0);

      await openFilter(page, width, words);
      await filterOf(page).getByLabel(words("stock.kindOf"), { exact: true }).selectOption("vertrag");
      await show(page, words);
      await expect(page).toHaveURL(/\/bestand\?art=vertrag$/);
      await expect.poll(() => rowsOf(page).count()).toBeLessThan(all);
      await expect(page.locator('table.stock tr[data-kind="licence"]')).toHaveCount(0);

      if (width === "desk") {
        const head = page.getByRole("columnheader", { name: words("stock.column.amount") });
        await expect(head).toHaveAttribute("aria-sort", "none");
        await head.getByRole("link").click();
        await expect(head).toHaveAttribute("aria-sort", "descending");
      } else {
        await filterOf(page).getByLabel(words("stock.order"), { exact: true }).selectOption("-betrag");
        await show(page, words);
      }
      await expect(page).toHaveURL(/art=vertrag&sortierung=-betrag$/);
      const order = words("stock.sentence.descending", { order: words("stock.sentence.order.amount") });
      await expect(page.getByText(order).last()).toBeVisible();
      const cents = (await cellsOf(page, "amount"))
        .filter((text) => /\d/.test(text))
        .map((text) => Number(text.replace(/\D/g, "")));
      expect(cents.length).toBeGreaterThan(5);
      expect(cents).toEqual(cents.toSorted((a, b) => b - a));

      const [customer = ""] = await cellsOf(page, "customer");
      const number = /\d{5}$/.exec(customer)?.[0] ?? "";
      await page.getByRole("searchbox").fill(number);
      await page.getByRole("searchbox").press("Enter");
      await expect(page.getByText(words("stock.sentence.search", { text: number }))).toBeVisible();
      for (const text of await cellsOf(page, "customer")) expect(text).toBe(customer);
      await expectAccessible(page, "Bestand with a search");

      await rowsOf(page).first().click();
      await expect(page).toHaveURL(/\/vertraege\/[0-9a-f-]{36}/);
      await page.goBack();
      await expect(page).toHaveURL(new RegExp(`suche=${number}`));
      await page.getByRole("link", { name: words("stock.reset") }).click();
      await expect(page.getByText(words("stock.sentence.everything"))).toBeVisible();
    });

    test("a search that finds nothing says so, and a customer who is not clear is asked for", async ({
      page,
      words,
    }) => {
      await page.goto("/bestand?suche=gibt-es-nicht");
      await expect(page.getByText(words("stock.emptyFiltered"))).toBeVisible();
      await page
        .getByRole("link", { name: words("stock.reset") })
        .last()
        .click();
      await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(20);
      await page.goto("/bestand?kunde=a");
      const which = page.getByRole("status").filter({ hasText: words("decide.customerMany", { text: "a" }) });
      await which.getByRole("link").nth(1).click();
      await expect(page).toHaveURL(/kunde=[0-9a-f-]{36}/);
      await expect.poll(async () => new Set(await cellsOf(page, "customer")).size).toBe(1);
    });

    test("columns are chosen, and the file is exactly what shows", async ({ page, words }) => {
      await page.goto("/bestand?art=vertrag&sortierung=absenden");
      await page
        .locator("summary")
        .filter({ hasText: words("stock.columns") })
        .click();
      await box(page, words("stock.column.noticeDue")).check();
      await box(page, words("stock.column.termEnd")).uncheck();
      await page.getByRole("button", { name: words("stock.columnsApply") }).click();
      await expect(page).toHaveURL(/spalten=artikel,kunde,anlage,menge,status,absenden,zugang,betrag$/);
      await expect(page.locator('td[data-column="noticeDue"]').first()).toBeVisible();
      await expect(page.locator('td[data-column="termEnd"]')).toHaveCount(0);
      await expectAccessible(page, "Bestand with columns of one's own");

      const fold = page.locator("summary").filter({ hasText: words("stock.export") });
      await fold.click();
      const excel = await load(page, page.getByRole("link", { name: words("stock.exportExcel") }));
      expect(excel.name).toMatch(/^bestand-\d{4}-\d\d-\d\d\.csv$/);
      const columns = ["article", "customerNumber", "customer", "system", "quantity", "state", "sendBy", "noticeDue"];
      const heads = [...columns, "amount"].map((column) => words(`stock.csv.${column}`));
      const [head, ...lines] = excel.text.trimEnd().split("\r\n");
      expect(head).toBe(`\uFEFF${heads.join(";")}`);
      expect(lines).toHaveLength(await rowsOf(page).count());
      const articles = await rowsOf(page).allTextContents();
      expect(lines.map((line) => line.split(";")[0])).toEqual(articles);
      const plain = await load(page, page.getByRole("link", { name: words("stock.exportRfc") }));
      expect(plain.text.startsWith(`${heads.join(",")}\r\n`)).toBe(true);
      expect(plain.text.split("\r\n")).toHaveLength(lines.length + 2);
    });

    test("chosen rows are counted and loaded by themselves", async ({ page, words }) => {
      await page.goto("/bestand");
      const boxes = page.locator('input[name="auswahl"]');
      await boxes.nth(0).check();
      await boxes.nth(2).check();
      const bar = page.getByRole("region", { name: words("stock.bulk.region") });
      await expect(bar.getByText(words("stock.bulk.count", { count: 2 }))).toBeVisible();
      await expectAccessible(page, "Bestand with chosen rows");
      const { text } = await load(page, bar.getByRole("link", { name: words("stock.bulk.export") }));
      expect(text.trimEnd().split("\r\n")).toHaveLength(3);
      await bar.getByRole("button", { name: words("stock.bulk.clear") }).click();
      await expect(bar).toHaveCount(0);
      await expect(boxes.nth(0)).not.toBeChecked();
    });

    test("a view is saved, shared, used by somebody else, deleted and brought back", async ({
      page,
      openAs,
      words,
    }) => {
      const view = `Monatlich ${language} ${width}`;
      // Of each of these tests its own: what has a name already is not to be named again.
      const search = `suche=${{ de: "starface", en: "aut" }[language]}&status=${{ desk: "monatlich", phone: "laeuft" }[width]}`;
      await page.goto(`/bestand?${search}`);
      await page
        .locator("summary")
        .filter({ hasText: words("stock.views.save") })
        .click();
      const form = page.getByRole("form", { name: words("stock.views.save") });
      await form.getByLabel(words("stock.views.name")).fill(view);
      await form.getByLabel(words("stock.views.share")).check();
      await form.getByRole("button", { name: words("stock.views.submit"), exact: true }).click();
      await expect(page.getByText(words("stock.views.saved", { name: view }))).toBeVisible();
      const link = page.getByRole("navigation", { name: words("stock.views.title") }).getByRole("link", { name: view });
      await expect(link).toHaveAttribute("aria-current", "page");

      const other = await openAs("finance");
      await other.goto("/bestand");
      await other.getByRole("link", { name: view }).click();
      await expect(other).toHaveURL(new RegExp(`/bestand\\?${search}$`));
      await expect(other.getByText(words("stock.views.manage", { name: view }))).toHaveCount(0);

      await page
        .locator("summary")
        .filter({ hasText: words("stock.views.manage", { name: view }) })
        .click();
      await expectAccessible(page, "a named view");
      await page.getByRole("button", { name: words("stock.views.delete") }).click();
      await expect(page.getByText(words("stock.views.deleted", { name: view }))).toBeVisible();
      await expect(link).toHaveCount(0);
      await page.getByRole("button", { name: words("stock.views.undo") }).click();
      await expect(link).toBeVisible();
    });

    if (width === "desk") {
      test("the keyboard is enough", async ({ page, words }) => {
        await page.goto("/bestand");
        await expect(page.getByRole("button", { name: words("decide.keys.open") })).toBeVisible();
        await page.keyboard.press("j");
        await expect(rowsOf(page).first()).toBeFocused();
        await page.keyboard.press("ArrowDown");
        await expect(rowsOf(page).nth(1)).toBeFocused();
        await page.keyboard.press("x");
        await expect(page.locator('input[name="auswahl"]').nth(1)).toBeChecked();
        await page.keyboard.press("ArrowUp");
        await expect(rowsOf(page).first()).toBeFocused();
        const href = (await rowsOf(page).first().getAttribute("href")) ?? "";
        await page.keyboard.press("Enter");
        await expect(page).toHaveURL(new RegExp(`${href}$`));
      });
    }
  });
}

for (const [at, language] of languages.entries()) {
  test.describe(`deciding for several rows, ${language}`, () => {
    test.use({ who: "foreign-admin", language, provoked: [{ status: 422, path: /^\/api\/portal\/stock\// }] });

    test("records the contracts and says what there was nothing to decide about", async ({ page, words }) => {
      await page.goto("/bestand?sortierung=-laufzeitende");
      const contract = page.locator('table.stock tr[data-kind="contract"]:has([data-column="state"])').filter({
        hasText: words("stock.state.running"),
      });
      await contract.nth(at).locator('input[name="auswahl"]').check();
      await page.locator('table.stock tr[data-kind="licence"] input[name="auswahl"]').first().check();
      const bar = page.getByRole("region", { name: words("stock.bulk.region") });
      await expect(bar.getByText(words("stock.bulk.contracts", { count: 1 }))).toBeVisible();
      await bar.getByLabel(words("stock.bulk.reason")).fill("  ");
      await bar.getByRole("button", { name: words("stock.bulk.keep") }).click();
      await expect(bar.getByRole("alert")).toHaveText(/\S/);
      await bar.getByLabel(words("stock.bulk.reason")).fill("Kunde bleibt, am Telefon bestätigt");
      await bar.getByRole("button", { name: words("stock.bulk.keep") }).click();
      await expect(page.getByText(words("stock.bulk.done", { count: 1 }))).toBeVisible();
      await expect(page.getByText(words("stock.bulk.nothing", { count: 1 }))).toBeVisible();
      await expect(bar).toHaveCount(0);
    });
  });
}

interface Dates {
  readonly sendBy: string | null;
  readonly noticeDue: string | null;
  readonly cancellableTo: string | null;
  readonly termEnd: string | null;
}

test("the days of each contract are those that the calculator gives over its API", async ({ page }) => {
  const contracts = await contractsByPolicy(portal);
  expect(contracts.length).toBeGreaterThan(5);
  await page.goto("/bestand?art=vertrag&spalten=artikel,absenden,zugang,kuendbar,laufzeitende");
  const shown = await page.locator("table.stock tbody tr").evaluateAll((rows) =>
    rows.map((row) => {
      const dayOf = (column: string) =>
        row.querySelector<HTMLTimeElement>(`[data-column="${column}"] time`)?.dateTime ?? null;
      const dates = {
        sendBy: dayOf("sendBy"),
        noticeDue: dayOf("noticeDue"),
        cancellableTo: dayOf("cancellableTo"),
        termEnd: dayOf("termEnd"),
      };
      return [row.querySelector("a")?.getAttribute("href")?.split("/").at(-1) ?? "", dates] as [string, Dates];
    }),
  );
  const asOf = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" });
  const requests = contracts.map(({ contractId, policy, termMonths, start, land }) => ({
    ...{ id: contractId, op: "terms", policy, start, asOf },
    ...(termMonths === null ? {} : { termMonths }),
    ...(land === null ? {} : { land }),
  }));
  const answers = await page.evaluate(async (body) => {
    const response = await fetch("/api/v1/calc", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string | null>[];
  }, requests);
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true));
  for (const { id, sendBy, noticeDeadline, cancellableTo, termEnd } of answers) {
    const rows = shown.filter(([contractId]) => contractId === id);
    expect(rows.length, `rows of ${id}`).toBeGreaterThan(0);
    for (const [, dates] of rows) expect(dates).toEqual({ sendBy, noticeDue: noticeDeadline, cancellableTo, termEnd });
  }
});

test.describe("a clerk confined to one customer", () => {
  test.use({ who: "confined-clerk" });
  test("sees that customer's rows and loads no other's", async ({ page, words }) => {
    await page.goto("/bestand");
    expect(new Set(await cellsOf(page, "customer")).size).toBe(1);
    await page
      .locator("summary")
      .filter({ hasText: words("stock.export") })
      .click();
    const { text } = await load(page, page.getByRole("link", { name: words("stock.exportExcel") }));
    const numbers = text
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(";")[1]);
    expect(new Set(numbers).size).toBe(1);
  });
});

test.describe("somebody who only reads", () => {
  test.use({ who: "finance" });
  test("chooses rows to load and finds no way to decide or to save", async ({ page, words }) => {
    await page.goto("/bestand?art=vertrag");
    await page.locator('input[name="auswahl"]').first().check();
    const bar = page.getByRole("region", { name: words("stock.bulk.region") });
    await expect(bar.getByRole("link", { name: words("stock.bulk.export") })).toBeVisible();
    await expect(bar.getByLabel(words("stock.bulk.reason"))).toHaveCount(0);
    await expect(page.getByText(words("stock.views.save"))).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, who: "clerk" });
  test("filter, order, columns, views and file work", async ({ page, words }) => {
    await page.goto("/bestand");
    await filterOf(page).getByLabel(words("stock.kindOf"), { exact: true }).selectOption("vertrag");
    await show(page, words);
    await expect(page).toHaveURL(/art=vertrag/);
    await page
      .getByRole("columnheader", { name: words("stock.column.quantity") })
      .getByRole("link")
      .click();
    await expect(page).toHaveURL(/sortierung=-menge/);
    await page
      .locator("summary")
      .filter({ hasText: words("stock.columns") })
      .click();
    await box(page, words("stock.column.since")).check();
    await page.getByRole("button", { name: words("stock.columnsApply") }).click();
    await expect(page.locator('td[data-column="since"]').first()).toBeVisible();
    await expect(page.getByRole("columnheader", { name: words("stock.column.quantity") })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await page
      .locator("summary")
      .filter({ hasText: words("stock.export") })
      .click();
    const { text } = await load(page, page.getByRole("link", { name: words("stock.exportExcel") }));
    expect(text.trimEnd().split("\r\n")).toHaveLength((await rowsOf(page).count()) + 1);

    await page
      .locator("summary")
      .filter({ hasText: words("stock.views.save") })
      .click();
    const form = page.getByRole("form", { name: words("stock.views.save") });
    await form.getByLabel(words("stock.views.name")).fill("  ");
    await form.getByRole("button", { name: words("stock.views.submit"), exact: true }).click();
    await expect(page).toHaveURL(/fehler=view-name-missing/);
    await page
      .locator("summary")
      .filter({ hasText: words("stock.views.save") })
      .click();
    await form.getByLabel(words("stock.views.name")).fill("Ohne Skript");
    await form.getByRole("button", { name: words("stock.views.submit"), exact: true }).click();
    await expect(page.getByText(words("stock.views.saved", { name: "Ohne Skript" }))).toBeVisible();
  });
});

/** Gzip as the server sends it; the page's own share is the table and what stands round it. */
const SCRIPT_BYTES_AT_MOST = 180_000;

freshTest("the browser loads at most 180 kB of script", async ({ page }) => {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  });
  await page.goto("/bestand", { waitUntil: "networkidle" });
  await page.locator('input[name="auswahl"]').first().check();
  await page.locator("table.stock thead a").first().click();
  await expect(page).toHaveURL(/sortierung=/);
  await page.waitForLoadState("networkidle");
  expect(scripts.size).toBeGreaterThan(3);
  const sizes = await Promise.all([...scripts.values()].map(async (body) => gzipSync(await body).length));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  freshTest.info().annotations.push({ type: "script", description: `${bytes} bytes of gzip in ${sizes.length} files` });
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(SCRIPT_BYTES_AT_MOST);
});
