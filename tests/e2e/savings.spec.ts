import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import type { SavingDraft } from "@/lib/domain/savings";
import { euro } from "@/lib/format/money";
import { expectAccessible } from "../support/axe";
import { expect, goTo, portal, test, views } from "./fixtures";

interface CalcAnswer {
  readonly ok: boolean;
  readonly totals?: Readonly<Record<"oneOffCents" | "monthlyCents" | "yearlyCents", number>>;
  readonly amountCents?: number;
}

/** What the calculator answers to the request that stands in a draft. */
async function answered(page: Page, draft: Locator): Promise<CalcAnswer & { readonly request: SavingDraft }> {
  const request = JSON.parse((await draft.locator("code").textContent()) ?? "") as SavingDraft;
  const answer = await page.request.post("/api/v1/calc", { data: request, headers: { origin: portal.origin } });
  expect(answer.status()).toBe(200);
  return { ...((await answer.json()) as CalcAnswer), request };
}

for (const { language, width, name } of views) {
  test.describe(`Sparpotenzial, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    const draftOf = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });

    test("what costs less is found, opened to its reason and both drafts, and agrees with the calculator", async ({
      page,
      words,
    }) => {
      await page.goto("/");
      await goTo(page, words, "savings");
      await expect(page.getByRole("heading", { level: 1, name: words("savings.title") })).toBeVisible();
      const rows = page.locator("[data-queue-link]");
      const all = await rows.count();
      expect(all).toBeGreaterThan(5);

      await page.getByRole("link", { name: words("savings.kinds.larger-quantity"), exact: true }).click();
      await expect(page).toHaveURL(/art=larger-quantity/);
      await expect(rows).toHaveCount(1);
      const row = page.locator("tr.linked-row").filter({ has: page.locator("[data-queue-link]") });
      await expect(row).toContainText("Architekturbüro Nissen + Thoms");
      await expect(row).toContainText(euro(22_800, language));
      await rows.first().click();
      await expect(page).toHaveURL(/offen=/);

      const [from, to] = [draftOf(page, words("savings.from")), draftOf(page, words("savings.to"))];
      for (const draft of [from, to]) await draft.getByText(words("savings.request")).click();
      const [now, then] = [await answered(page, from), await answered(page, to)];
      const monthly = (answer: CalcAnswer) => answer.totals?.monthlyCents ?? Number.NaN;
      await expect(from.locator("[data-draft-total]")).toContainText(euro(monthly(now), language));
      await expect(to.locator("[data-draft-total]")).toContainText(euro(monthly(then), language));
      expect((monthly(now) - monthly(then)) * 12).toBe(22_800);
      await expect(page.getByText(/aut-pbx-Preisblatt, Liste unter der Tabelle/).first()).toBeVisible();
      await expectAccessible(page, "an open saving");

      await page.getByRole("link", { name: words("savings.toSystem") }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Architekturbüro Nissen + Thoms" })).toBeVisible();
    });

    test("the filter is a form and an address, and says what it leaves out", async ({ page, words }) => {
      await page.goto("/sparpotenzial");
      const openFilter = async () => {
        const fold = page.locator("details.filter-fold");
        if (width === "phone" && !(await fold.evaluate((details: HTMLDetailsElement) => details.open))) {
          await fold.locator("summary").click();
        }
      };
      await openFilter();
      await page.getByLabel(words("savings.customer"), { exact: true }).fill("10010");
      await page.getByLabel(words("savings.kind"), { exact: true }).selectOption("purchase");
      await page.getByRole("button", { name: words("savings.apply"), exact: true }).click();
      await expect(page).toHaveURL(/art=purchase/);
      await expect(page).toHaveURL(/kunde=10010/);
      const rows = page.locator("[data-queue-link]");
      await expect(rows).toHaveCount(4);
      await expect(page.getByText(words("savings.month", { month: 21 })).first()).toBeVisible();

      await openFilter();
      await page.getByLabel(words("savings.vendor"), { exact: true }).selectOption("enreach");
      await page.getByRole("button", { name: words("savings.apply"), exact: true }).click();
      await expect(page.getByText(words("savings.emptyFiltered"))).toBeVisible();
      await page
        .getByRole("link", { name: words("savings.reset") })
        .first()
        .click();
      await expect(page).toHaveURL(/\/sparpotenzial$/);
      await expect.poll(() => rows.count()).toBeGreaterThan(4);
    });

    test("maintenance shows every length, says that its prices are samples, and what gives up the updates", async ({
      page,
      words,
    }) => {
      await page.goto("/sparpotenzial?art=maintenance-length");
      await page.locator("[data-queue-link]").first().click();
      const [from, to] = [draftOf(page, words("savings.from")), draftOf(page, words("savings.to"))];
      await expect(page.getByText(words("savings.alternatives"), { exact: true })).toBeVisible();
      await expect(from.getByText(words("common.samplePrice"))).toBeVisible();
      for (const draft of [from, to]) {
        await draft.getByText(words("savings.request")).click();
        const { amountCents } = await answered(page, draft);
        await expect(draft.locator("[data-draft-total]")).toContainText(euro(amountCents ?? Number.NaN, language));
      }
      await page.goto("/sparpotenzial?art=plan-after-modules");
      await page.locator("[data-queue-link]").first().click();
      await expect(draftOf(page, words("savings.to"))).toContainText(words("savings.nothing"));
    });

    test("what is listed is loaded as a file, in the same order and with the same euro", async ({ page, words }) => {
      await page.goto("/sparpotenzial?art=purchase");
      const names = await page.locator("[data-queue-link]").count();
      const waiting = page.waitForEvent("download");
      await page.getByRole("link", { name: words("savings.exportAs.excel") }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(/^sparpotenzial-\d{4}-\d{2}-\d{2}\.csv$/);
      const text = readFileSync(await download.path(), "utf8");
      const [head, ...lines] = text.trimEnd().split("\r\n");
      expect(head?.split(";")).toContain(words("savings.csv.yearly"));
      expect(lines).toHaveLength(names);
      const listed = await page.locator("tr.linked-row:has([data-queue-link]) > td:nth-child(3)").allInnerTexts();
      const euros = lines.map((line) => Number(line.split(";")[6]?.replace(",", "")));
      expect(listed.map((each) => each.trim())).toEqual(
        euros.map((cents) => expect.stringContaining(euro(cents, language))),
      );
    });

    test("an address of something that is gone says so", async ({ page, words }) => {
      await page.goto("/sparpotenzial?offen=00000000-0000-7000-8000-000000000000.purchase");
      await expect(page.getByText(words("savings.gone"))).toBeVisible();
      await expect(page.locator("[data-queue-link]").first()).toBeVisible();
    });
  });
}

test.describe("a clerk who is confined to three customers", () => {
  test.use({ who: "confined-clerk" });
  test("sees what they could have for less, and nobody else's", async ({ page }) => {
    await page.goto("/sparpotenzial");
    const names = await page.locator("tr.linked-row:has([data-queue-link]) > td:nth-child(2)").allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(names.join(" ")).not.toContain("Nissen");
  });
});

test.describe("without script", () => {
  test.use({ who: "clerk", javaScriptEnabled: false });
  test("a saving is filtered and opened", async ({ page, words }) => {
    await page.goto("/sparpotenzial");
    await page.getByLabel(words("savings.kind"), { exact: true }).selectOption("larger-quantity");
    await page.getByRole("button", { name: words("savings.apply"), exact: true }).click();
    await page.locator("[data-queue-link]").first().click();
    await expect(page.getByText(words("savings.why"), { exact: true })).toBeVisible();
  });
});
