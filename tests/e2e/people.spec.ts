import { randomUUID } from "node:crypto";
import { expectAccessible } from "../support/axe";
import { expect, test, views } from "./fixtures";

for (const { language, width, name } of views) {
  test.describe(`Benutzer, ${name}`, () => {
    test.use({ who: "reseller-admin", language, width });

    test("somebody is invited, accepts, works, and is shut out at once", async ({ page, words, openAs }) => {
      const who = `Neu ${randomUUID().slice(0, 8)}`;
      const email = `${who.replace(" ", "-").toLowerCase()}@pruefung.example`;
      await page.goto("/benutzer");
      const form = page.getByRole("form", { name: words("people.inviteForm") });
      await form.getByLabel(words("people.name")).fill(who);
      await form.getByLabel(words("people.email")).fill(email);
      await form.getByLabel(words("people.role")).selectOption("clerk");
      await form.getByRole("button", { name: words("people.invite") }).click();
      await expect(page.getByText(words("people.done.invited"))).toBeVisible();
      const link = await page.getByLabel(words("people.linkLabel"), { exact: true }).inputValue();
      await expectAccessible(page, "the invitation with its link");

      const guest = await openAs(null);
      await guest.goto(link);
      await expectAccessible(guest, "the invitation as its guest sees it");
      await guest.getByLabel(words("invitation.password"), { exact: true }).fill("Vier Lampen am Kanal");
      await guest.getByLabel(words("invitation.repeated")).fill("Vier Lampen am Kanal");
      await guest.getByRole("button", { name: words("invitation.accept") }).click();
      await expect(guest).toHaveURL(/\/entscheiden/);
      await expect(guest.getByText(who).first()).toBeAttached();

      await page.goto("/benutzer");
      await page.getByRole("button", { name: words("people.deactivateNamed", { name: who }) }).click();
      await expect(page.getByText(words("people.done.deactivated"))).toBeVisible();
      await expect(page.getByRole("button", { name: words("people.reactivateNamed", { name: who }) })).toBeVisible();
      await guest.goto("/kunden");
      await expect(guest).toHaveURL(/\/anmelden/);
    });
  });
}

test.describe("an invitation that was used", () => {
  test.use({ who: null, provoked: [{ status: 404, path: /^\/einladung\// }] });
  test("says so", async ({ page, words }) => {
    await page.goto("/einladung/gibt-es-nicht");
    await expect(page.getByRole("heading", { name: words("invitation.goneTitle") })).toBeVisible();
  });
});
