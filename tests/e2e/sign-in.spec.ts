import { expectAccessible } from "../support/axe";
import { expect, portal, freshTest as test, views } from "./fixtures";

const clerk = portal.people.find(({ who }) => who === "clerk");

for (const { language, width, name } of views) {
  test.describe(`Anmelden, ${name}`, () => {
    test.use({ who: null, language, width, provoked: [{ status: 401, path: /^\/api\/auth\/callback\/credentials$/ }] });

    test("a wrong password, the right one, and signing out for good", async ({ page, context, words }) => {
      await page.goto("/kunden?suche=a");
      await expect(page).toHaveURL(/\/anmelden\?weiter=/);
      await expect(page.locator("html")).toHaveAttribute("lang", language);

      const email = page.getByLabel(words("signIn.email"));
      const password = page.getByLabel(words("signIn.password"));
      const submit = page.getByRole("button", { name: words("signIn.submit") });
      await email.fill(clerk?.email ?? "");
      await password.fill("nicht das Passwort");
      await submit.click();
      const said = page.getByRole("alert").filter({ hasText: /\S/ }).first();
      await expect(said).toBeVisible();
      await expect(email).toHaveValue(clerk?.email ?? "");
      await expectAccessible(page, "the refused sign-in");

      await password.fill(clerk?.password ?? "");
      await password.press("Enter");
      await expect(page).toHaveURL(/\/kunden\?suche=a$/);
      const session = (await context.cookies()).filter((cookie) => /session/.test(cookie.name));
      expect(session).toHaveLength(1);
      expect(session[0]).toMatchObject({ httpOnly: true, sameSite: "Lax" });

      if (width === "phone")
        await page
          .locator("summary")
          .filter({ hasText: words("nav.menu") })
          .click();
      await page
        .getByRole("button", { name: words("nav.signOut") })
        .locator("visible=true")
        .click();
      await expect(page).toHaveURL(/\/anmelden/);

      // The cookie of the ended session is worth nothing, whoever kept it.
      await context.addCookies(session);
      await page.goto("/konto");
      await expect(page).toHaveURL(/\/anmelden/);
    });
  });
}
