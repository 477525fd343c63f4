import type { Page } from "@playwright/test";
import { answer } from "@/lib/calc/answer";
import type { Costs } from "@/lib/domain/next-user-costs";
import type { QuoteItem } from "@/lib/domain/pricing";
import { euro } from "@/lib/format/money";
import { expectAccessible } from "../support/axe";
import { expect, test, views } from "./fixtures";

/** What the calculator answers to a price request. */
function calcTotals(vendor: string, items: readonly QuoteItem[]): Costs {
  const said = answer({ op: "price", vendor, items }) as unknown as { ok: boolean; totals: Costs };
  if (!said.ok) throw new Error(JSON.stringify(said));
  return said.totals;
}

const card = (page: Page, wish: number, variant: number) => page.locator(`#weg-${wish}-${variant}`);

for (const { language, width, name } of views) {
  test.describe(`Prüfen, ${name}`, () => {
    test.use({ who: "clerk", language, width, provoked: [{ status: 404, path: /^\/pruefen/ }] });
    const shown = (cents: number | null) => euro(cents ?? Number.NaN, language);

    /** From the navigation to a system, by typing a part of its name. */
    async function goTo(page: Page, words: (key: string) => string, system: string): Promise<void> {
      await page.goto("/pruefen");
      await page.getByLabel(words("check.systemSearch")).pressSequentially(system);
      await page.getByRole("link", { name: system }).click();
      await expect(page.getByRole("heading", { level: 1, name: system })).toBeVisible();
    }

    test("ten TEAMDESK on a SMART SERVER: what forbids them, the smallest basket, and other ways beside it", async ({
      page,
      words,
    }) => {
      await page.goto("/pruefen");
      await expect(page.getByRole("heading", { level: 1, name: words("check.title") })).toBeVisible();
      const search = page.getByLabel(words("check.systemSearch"));
      await search.fill("Schreibmaschine");
      await expect(page.getByText(words("check.noSystemFound", { search: "Schreibmaschine" }))).toBeVisible();
      await search.fill("flensburg");
      await expect(page).toHaveURL(/suche=flensburg/);
      await page.getByRole("link", { name: "XPhone Flensburg" }).click();
      await expect(page).toHaveURL(/\/pruefen\?anlage=/);

      const form = page.getByRole("form", { name: words("check.form") });
      await form.getByLabel(`${words("check.article")} 1`).selectOption("3323.0030");
      await form.getByLabel(`${words("check.amount")} 1`).fill("zehn");
      await form.getByRole("button", { name: words("check.submit") }).click();
      await expect(form.getByLabel(`${words("check.amount")} 1`)).toHaveAttribute("aria-invalid", "true");
      await expect(form.getByText(words("check.amountFault"))).toBeVisible();
      await form.getByLabel(`${words("check.amount")} 1`).fill("10");
      await form.getByRole("button", { name: words("check.submit") }).click();

      await expect(page.locator("#ergebnis")).toBeFocused();
      const obstacles = page.locator("#hindernisse");
      await expect(obstacles.getByRole("listitem")).toHaveCount(1);
      await expect(obstacles).toContainText(words("check.obstacle.excluded"));
      await expect(obstacles).toContainText("SMART SERVER, Einschränkungen (S. 3)");
      const smallest = card(page, 1, 1);
      await expect(smallest).toContainText(words("check.verdict.with", { count: 11 }));
      await expect(smallest.locator('[data-part="needed"]')).toHaveCount(2);
      await expect(smallest.locator('[data-line="8.3311.003010"]')).toContainText("10 × Upg. OFFICE>OFFICE PLUS");
      await expect(smallest.locator('[data-line="8.3311.003010"]')).toContainText("TEAMDESK, Voraussetzungen (S. 7)");
      await expect(smallest.locator('[data-sum="oneOffCents"]')).toContainText(words("common.samplePrice"));
      await expect(smallest.locator("[data-maintenance]")).toContainText("19 %");
      await expect(page.locator("[data-comparison] thead th")).toHaveCount(4);
      await expectAccessible(page, "a basket and its alternatives");

      await smallest.getByRole("link", { name: words("check.adopt") }).click();
      await expect(page).toHaveURL(/wunsch1-3=/);
      await expect(card(page, 1, 1)).toContainText(words("check.verdict.yes"));
      await expect(page.locator("[data-comparison]")).toHaveCount(0);
    });

    test("one Starter beside 25 flat users, beside one more Professional; figures are the calculator's", async ({
      page,
      words,
    }) => {
      await goTo(page, words, "Enreach Bremen");
      const form = page.getByRole("form", { name: words("check.form") });
      await form.getByLabel(`${words("check.article")} 1`).selectOption("starter");
      await form.getByRole("button", { name: words("check.submit") }).click();
      const booked = [{ sku: "professional", quantity: 25 }];
      const before = calcTotals("enreach", booked);
      const starter = calcTotals("enreach", [...booked, { sku: "starter", quantity: 1 }]);
      const more = (starter.monthlyCents ?? 0) - (before.monthlyCents ?? 0);
      expect(more).toBe(7_990);
      await expect(card(page, 1, 1).locator('[data-sum="monthlyCents"]')).toHaveText(shown(more));
      await expect(card(page, 1, 1).locator('[data-sum="oneOffCents"]')).toHaveText(shown(2_500));
      await expect(card(page, 1, 1)).toContainText(shown(starter.monthlyCents));
      await expect(card(page, 1, 1)).toContainText(words("check.discountNone"));

      await page.getByRole("link", { name: words("check.addWish") }).click();
      const second = form.getByRole("group", { name: words("check.wishNumber", { number: 2 }) });
      await second.getByLabel(`${words("check.article")} 1`).selectOption("professional");
      await form.getByRole("button", { name: words("check.submit") }).click();
      const professional = calcTotals("enreach", [{ sku: "professional", quantity: 26 }]);
      const monthly = page.locator('[data-row="monthly"]');
      await expect(monthly.locator('[data-column="1-1"]')).toHaveText(shown(more));
      await expect(monthly.locator('[data-column="2-1"]')).toHaveText(
        shown((professional.monthlyCents ?? 0) - (before.monthlyCents ?? 0)),
      );
      await expectAccessible(page, "two wishes side by side");
      await page.getByRole("link", { name: words("check.removeWish", { number: 1 }) }).click();
      await expect(page.locator("[data-comparison]")).toHaveCount(0);
      await expect(form.getByLabel(`${words("check.article")} 1`)).toHaveValue("professional");
    });

    test("the 41st STARFACE user moves three tiers, with the credit", async ({ page, words }) => {
      await goTo(page, words, "STARFACE Hafencity");
      await page.getByLabel(words("check.users")).fill("41");
      await page.getByRole("button", { name: words("check.submit"), exact: true }).click();
      const upgrade = (sku: string, paidCents: number) =>
        (
          answer({
            op: "tier-upgrade",
            vendor: "fluxpunkt",
            sku,
            fromUsers: 40,
            toUsers: 41,
            paidCents,
          }) as unknown as {
            dueCents: number;
          }
        ).dueCents;
      const listed = (sku: string) =>
        calcTotals("fluxpunkt", [{ sku, mode: "purchase", users: 38, quantity: 1 }]).oneOffCents ?? 0;
      // One of the three was bought with ten per cent off, and that much less is credited.
      const dues = [
        ["call-recording", 1],
        ["insight-analytics", 0.9],
        ["active-directory-sync", 1],
      ].map(([sku, share]) => upgrade(String(sku), Math.round(listed(String(sku)) * Number(share))));
      await expect(card(page, 1, 1).locator('[data-part="tier"]')).toHaveCount(3);
      await expect(card(page, 1, 1).locator('[data-sum="oneOffCents"]')).toHaveText(
        shown(dues.reduce((sum, due) => sum + due, 0)),
      );
      await card(page, 1, 1).getByText(words("check.calculation")).first().click();
      await expectAccessible(page, "tiers that move");
    });

    test("flats for all follow, set-up is on request, and what breaks if an extension goes", async ({
      page,
      words,
    }) => {
      await goTo(page, words, "bluePBX Husum");
      await expect(page.getByText(words("check.brokered"))).toBeVisible();
      const form = page.getByRole("form", { name: words("check.form") });
      await form.getByLabel(`${words("check.article")} 1`).selectOption("extension");
      await form.getByLabel(`${words("check.amount")} 1`).fill("8");
      await form.getByLabel(`${words("check.article")} 2`).selectOption("setup");
      await form.getByRole("button", { name: words("check.submit") }).click();
      await expect(card(page, 1, 1).locator('[data-part="needed"]')).toContainText("8 × Deutschland Festnetz Flat");
      await expect(card(page, 1, 1).locator('[data-sum="oneOffCents"]')).toHaveText(words("common.unknown"));
      const now = [
        { sku: "extension", quantity: 3 },
        { sku: "flat-de", quantity: 3 },
        { sku: "queue", quantity: 1 },
      ];
      const then = now.map((item) => (item.sku === "queue" ? item : { ...item, quantity: 11 }));
      await expect(card(page, 1, 1).locator('[data-sum="monthlyCents"]')).toHaveText(
        shown((calcTotals("netinteract", then).monthlyCents ?? 0) - (calcTotals("netinteract", now).monthlyCents ?? 0)),
      );

      const removal = page.getByRole("form", { name: words("check.reverseForm") });
      await removal.getByLabel(words("check.goes", { number: 1 })).selectOption("extension");
      await removal.getByRole("button", { name: words("check.reverseSubmit") }).click();
      const reverse = page.locator("[data-reverse]");
      await expect(reverse).toContainText(words("check.breaks"));
      await expect(reverse).toContainText(words("check.goesWith"));
      await expect(reverse).toContainText("1 × Deutschland Festnetz Flat");
      // The wish is still there.
      await expect(card(page, 1, 1)).toBeVisible();
      await expectAccessible(page, "what breaks");
      await removal.getByLabel(words("check.goesAmount", { number: 1 })).fill("9");
      await removal.getByRole("button", { name: words("check.reverseSubmit") }).click();
      await expect(reverse.getByRole("status")).toContainText("9");
    });

    test("what is broken already is said before anything is wished, with what would mend it", async ({
      page,
      words,
    }) => {
      await goTo(page, words, "XPhone Winsen");
      await expect(page.locator("#heute").getByRole("listitem")).toHaveCount(2);
      await expect(card(page, 1, 1).locator('[data-part="needed"]')).toHaveCount(2);
      await expectAccessible(page, "a system that is broken already");
      expect((await page.goto("/pruefen?anlage=01a22808-0000-7000-8000-000000000000"))?.status()).toBe(404);
    });
  });
}

test.describe("Prüfen without JavaScript", () => {
  test.use({ who: "finance", javaScriptEnabled: false });
  test("a system is found, a wish checked and a removal asked about by native forms", async ({ page, words }) => {
    await page.goto("/pruefen");
    await page.getByLabel(words("check.systemSearch")).fill("altona");
    await page.getByRole("button", { name: words("check.systemSearchSubmit") }).click();
    await page.getByRole("link", { name: "aut-pbx Altona" }).click();
    const form = page.getByRole("form", { name: words("check.form") });
    await form.getByLabel(`${words("check.article")} 1`).selectOption("extension");
    await form.getByRole("button", { name: words("check.submit") }).click();
    await expect(card(page, 1, 1).locator('[data-sum="monthlyCents"]')).toHaveText("-19,00 €");
    const removal = page.getByRole("form", { name: words("check.reverseForm") });
    await removal.getByLabel(words("check.goes", { number: 1 })).selectOption("extension");
    await removal.getByLabel(words("check.goesAmount", { number: 1 })).fill("10");
    await removal.getByRole("button", { name: words("check.reverseSubmit") }).click();
    await expect(page.locator("[data-reverse]")).toContainText(words("check.nothingBreaks"));
    await expect(card(page, 1, 1)).toBeVisible();
  });
});
