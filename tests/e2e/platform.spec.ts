import { randomUUID } from "node:crypto";
import { expectAccessible } from "../support/axe";
import { expect, test, views } from "./fixtures";

for (const { language, width, name } of views) {
  test.describe(`Plattform, ${name}`, () => {
    test.use({ who: "platform-admin", language, width });

    test("a reseller is made, and its first admin finds an empty house", async ({ page, words, openAs }) => {
      const house = `Haus ${randomUUID().slice(0, 8)}`;
      await page.goto("/");
      await expect(page).toHaveURL(/\/plattform$/);
      const form = page.locator("#anlegen");
      await form.getByLabel(words("platform.name")).fill(house);
      await form.getByLabel(words("platform.adminName")).fill("Erste Verwaltung");
      // A reseller whose admin has not come yet has a field of the same name in its row.
      await page.locator("#reseller-admin-email").fill(`${house.replace(" ", "-").toLowerCase()}@pruefung.example`);
      await form.getByRole("button", { name: words("platform.create") }).click();
      await expect(page.getByText(words("platform.done.created"))).toBeVisible();
      await expect(page.getByRole("rowheader", { name: house })).toBeVisible();
      const link = await page.getByLabel(words("people.linkLabel"), { exact: true }).inputValue();
      await expectAccessible(page, "the new reseller with its link");

      const admin = await openAs(null);
      await admin.goto(link);
      await admin.getByLabel(words("invitation.password"), { exact: true }).fill("Vier Lampen am Kanal");
      await admin.getByLabel(words("invitation.repeated")).fill("Vier Lampen am Kanal");
      await admin.getByRole("button", { name: words("invitation.accept") }).click();
      await expect(admin).toHaveURL(/\/entscheiden/);
      await expect(admin.getByText(words("decide.emptyTitle"))).toBeVisible();
      await expectAccessible(admin, "the empty queue");
      await admin.goto("/benutzer");
      await expect(admin.getByText(house).first()).toBeAttached();
    });
  });
}
