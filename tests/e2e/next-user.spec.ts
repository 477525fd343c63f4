import type { Page } from "@playwright/test";
import { euro } from "@/lib/format/money";
import { expectAccessible } from "../support/axe";
import { expect, goTo, overflowOf, portal, test, views } from "./fixtures";

/** The questions of the telephone call, on the story's customers. Nothing is changed, so that the tests may run beside all others. */
test.describe.configure({ mode: "parallel" });

/** The story's prices are the same on every day; only maintenance depends on it. */
const reederei = "Reederei Claasen & Söhne";

const system = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });

async function noWider(page: Page): Promise<void> {
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
}

for (const { language, width, name } of views) {
  test.describe(`Nächster Nutzer, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("the 41st STARFACE user moves three tiers", async ({ page, words }) => {
      await page.goto("/kunden");
      await goTo(page, words, "nextUser");
      await expect(page.getByRole("heading", { level: 1, name: words("nextUser.title") })).toBeVisible();
      await expect(page.getByText(words("nextUser.emptyTitle"))).toBeVisible();
      const search = page.getByLabel(words("nextUser.customer"), { exact: true });
      await search.fill("gibt es nicht");
      await search.press("Enter");
      await expect(page.getByText(words("nextUser.customerUnknown", { text: "gibt es nicht" }))).toBeVisible();
      await search.fill("Reederei");
      await search.press("Enter");
      await expect(page.getByRole("link", { name: new RegExp(reederei) })).toBeVisible();
      await expect(page.getByText(words("nextUser.tickTitle"))).toBeVisible();

      await page.getByRole("checkbox", { name: /STARFACE Hafencity/ }).check();
      await page.getByRole("button", { name: words("nextUser.price") }).click();
      const bare = words("nextUser.chooseSomething", { system: "STARFACE Hafencity" });
      await expect(page.getByText(bare)).toBeVisible();

      await page.getByRole("checkbox", { name: words("nextUser.getsInstalled") }).check();
      await page.getByLabel(words("nextUser.users"), { exact: true }).fill("3");
      await page.getByRole("button", { name: words("nextUser.price") }).click();
      await expect(page).toHaveURL(/nutzer=3/);
      const sum = page.getByRole("region", { name: words("nextUser.resultTitle", { count: 3 }) });
      // Call Recording and Active Directory Synchronisation were bought at list, Insight Analytics at nine tenths of it.
      await expect(sum.getByRole("definition").first()).toHaveText(euro(424_000, language));
      await expect(sum.getByRole("heading", { name: words("nextUser.worst", { user: 1 }) })).toBeVisible();
      await expect(sum.getByText("41-80").first()).toBeVisible();
      const rows = system(page, "STARFACE Hafencity").getByRole("row");
      await expect(rows.nth(1)).toContainText(euro(424_000, language));
      await expect(rows.nth(1)).toContainText(words("nextUser.installedNumber", { number: 41 }));
      await expect(rows.nth(2)).toContainText(words("nextUser.usersNamed", { from: 2, to: 3, count: 2 }));
      await expectAccessible(page, "the next user of a STARFACE");
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page, "the next user of a STARFACE, dark", "colours");
      await page.emulateMedia({ colorScheme: "light" });
      await noWider(page);

      await sum.getByRole("link", { name: words("nextUser.usersCount", { count: 5 }) }).click();
      await expect(page).toHaveURL(/nutzer=5/);
      await expect(page.getByRole("heading", { name: words("nextUser.resultTitle", { count: 5 }) })).toBeVisible();
      await page.reload();
      await expect(page.getByRole("heading", { name: words("nextUser.resultTitle", { count: 5 }) })).toBeVisible();
      await expect(page.getByRole("checkbox", { name: words("nextUser.getsInstalled") })).toBeChecked();
    });

    test("a Starter ends everybody's discount, and another profile costs less", async ({ page, words }) => {
      await page.goto("/naechster-nutzer?kunde=10007");
      await page.getByRole("checkbox", { name: /Enreach Bremen/ }).check();
      await expect(page.getByRole("checkbox", { name: /CRM/ })).toHaveCount(0);
      await page.getByRole("radio", { name: /Expert/ }).check();
      await expect(page.getByRole("checkbox", { name: /CRM/ })).toBeVisible();
      await page.getByRole("radio", { name: /Starter/ }).check();
      await page.getByRole("button", { name: words("nextUser.price") }).click();
      const sum = page.getByRole("region", { name: words("nextUser.resultTitle", { count: 1 }) });
      await expect(sum.getByRole("definition").nth(1)).toHaveText(euro(7_990, language));
      await expect(sum.getByText(euro(7_500, language)).first()).toBeVisible();
      const enreach = system(page, "Enreach Bremen");
      await expect(enreach.getByRole("heading", { name: words("nextUser.cheaper") })).toBeVisible();
      await expect(enreach.getByText(euro(1_390, language))).toBeVisible();
      await noWider(page);
    });

    test("the 21st OFFICE, the 51st and the 11th extension", async ({ page, words }) => {
      await page.goto("/naechster-nutzer?kunde=10003");
      const boxes = page.getByRole("checkbox", { name: /^XPhone / });
      await expect(boxes).toHaveCount(2);
      for (const box of await boxes.all()) await box.check();
      for (const client of await page.getByLabel(words("nextUser.about.client")).all()) {
        await client.selectOption("3310.0030");
      }
      await page.getByRole("button", { name: words("nextUser.price") }).click();
      const sum = page.getByRole("region", { name: words("nextUser.resultTitle", { count: 1 }) });
      await expect(sum.getByText(/Upg\. SMART SERVER>SERVER/)).toHaveCount(2);
      await expect(sum.getByText(words("common.samplePrice")).first()).toBeVisible();
      await expect(page.getByRole("row")).not.toHaveCount(0);
      await expectAccessible(page, "the next user on two systems");
      await noWider(page);

      await page.goto("/naechster-nutzer?kunde=10006");
      await page.getByRole("checkbox", { name: /^aut-pbx/ }).check();
      await page.locator('input[name^="dazu.extension"]').check();
      await page.getByRole("button", { name: words("nextUser.price") }).click();
      await expect(page.getByRole("definition").nth(1)).toHaveText(euro(-1_900, language));
      await expect(page.getByText(words("nextUser.nothingHurts"))).toBeVisible();

      await page.goto("/naechster-nutzer?kunde=10009");
      await page.getByRole("checkbox", { name: /^bluePBX/ }).check();
      await page.getByLabel(words("nextUser.about.extension")).selectOption("extension");
      await page.getByLabel(words("nextUser.users"), { exact: true }).fill("8");
      await page.getByRole("button", { name: words("nextUser.price") }).click();
      const eight = page.getByRole("region", { name: words("nextUser.resultTitle", { count: 8 }) });
      await expect(eight.getByRole("definition").first()).toHaveText(words("common.unknown"));
      await expect(eight.getByRole("definition").nth(1)).toHaveText(euro(8 * 1_540, language));
      await expect(eight.getByRole("heading", { name: words("nextUser.worst", { user: 8 }) })).toBeVisible();
    });
  });
}

test.describe("what was typed", () => {
  test.use({ who: "finance" });
  test("is no number of users: said at the field, and nothing is reckoned", async ({ page, words }) => {
    await page.goto("/naechster-nutzer?kunde=10001&nutzer=1001");
    await expect(page.getByText(words("nextUser.usersFault"))).toBeVisible();
    await expect(page.getByLabel(words("nextUser.users"), { exact: true })).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(words("nextUser.tickTitle"))).toHaveCount(0);
  });
  test("fits several customers: whom is asked, and the customer's own page leads here too", async ({ page, words }) => {
    await page.goto("/naechster-nutzer?kunde=Kanzlei");
    await expect(page.getByText(words("nextUser.customerMany", { text: "Kanzlei" }))).toBeVisible();
    await page.getByRole("link", { name: /Bergmann/ }).click();
    await expect(page.getByRole("checkbox", { name: /Enreach Kanzlei/ })).toBeVisible();
    await page.getByRole("link", { name: /Bergmann/ }).click();
    await page.getByRole("link", { name: words("customer.nextUserPage") }).click();
    await expect(page).toHaveURL(/naechster-nutzer\?kunde=[0-9a-f-]{36}$/);
  });
});

test.describe("a thousand users", () => {
  test.use({ who: "clerk", width: "phone" });
  test("are a few rows", async ({ page, words }) => {
    await page.goto("/naechster-nutzer?kunde=10007");
    await page.getByRole("checkbox", { name: /Enreach Bremen/ }).check();
    await page.getByRole("radio", { name: /Professional/ }).check();
    await page.getByLabel(words("nextUser.users"), { exact: true }).fill("1000");
    await page.getByRole("button", { name: words("nextUser.price") }).click();
    await expect(page.getByRole("heading", { name: words("nextUser.resultTitle", { count: 1_000 }) })).toBeVisible();
    expect(await page.getByRole("row").count()).toBeLessThan(10);
    await noWider(page);
  });
});

test.describe("without JavaScript", () => {
  test.use({ who: null, javaScriptEnabled: false });
  test("a customer is found, systems and profiles unfold, and the answer comes", async ({ page, words }) => {
    const person = portal.people.find(({ who }) => who === "clerk");
    await page.goto("/naechster-nutzer");
    await page.getByLabel(words("signIn.email")).fill(person?.email ?? "");
    await page.getByLabel(words("signIn.password")).fill(person?.password ?? "");
    await page.getByRole("button", { name: words("signIn.submit") }).click();
    await page.getByLabel(words("nextUser.customer"), { exact: true }).fill("10007");
    await page.getByRole("button", { name: words("nextUser.search") }).click();
    await page.getByRole("checkbox", { name: /Enreach Bremen/ }).check();
    await page.getByRole("radio", { name: /Advanced/ }).check();
    await page.getByRole("checkbox", { name: /AllNet/ }).check();
    await page.getByRole("button", { name: words("nextUser.price") }).click();
    await expect(page.getByRole("definition").nth(1)).toHaveText("13,90 €");
    await expect(page).toHaveURL(/#ergebnis$/);
  });
});
