import { freshPersonLike, signInto } from "../support/fresh-person";
import { signInByHttp } from "../support/matrix-people";
import { expect, portal, freshTest as test, views } from "./fixtures";

for (const { language, width, name } of views) {
  test.describe(`Konto, ${name}`, () => {
    test.use({
      who: null,
      language,
      width,
      provoked: [{ status: 422, path: /^\/api\/portal\/account\/password$/ }],
    });

    test("the password changes, other sessions end, and the language changes", async ({
      page,
      context,
      words,
      openAs,
    }) => {
      const person = await freshPersonLike(portal, "clerk");
      await signInto(context, portal, person);
      const elsewhere = await openAs(null);
      await signInto(elsewhere.context(), portal, person);
      await elsewhere.goto("/konto");
      await expect(elsewhere.getByRole("heading", { level: 1, name: words("account.title") })).toBeVisible();

      await page.goto("/konto");
      await expect(page.getByText(person.email)).toBeVisible();
      const form = page.getByRole("form", { name: words("account.passwordTitle") });
      const present = form.getByLabel(words("account.present"), { exact: true });
      const next = form.getByLabel(words("account.next"), { exact: true });
      const repeated = form.getByLabel(words("account.repeated"), { exact: true });
      const change = form.getByRole("button", { name: words("account.changePassword") });
      await present.fill("nicht das Passwort");
      await next.fill("Zwei Hunde und ein Fahrrad");
      await repeated.fill("Zwei Hunde und ein Fahrrad");
      await change.click();
      await expect(form.getByRole("alert")).not.toBeEmpty();

      await present.fill(person.password);
      await next.fill("Zwei Hunde und ein Fahrrad");
      await repeated.fill("Zwei Hunde und ein Fahrrad");
      await change.click();
      await expect(page.getByText(words("account.done.password"))).toBeVisible();
      await elsewhere.reload();
      await expect(elsewhere).toHaveURL(/\/anmelden/);
      await signInByHttp(portal, { email: person.email, password: "Zwei Hunde und ein Fahrrad" });

      const other = language === "de" ? "en" : "de";
      await page.getByLabel(words("account.language"), { exact: true }).selectOption(other);
      await page.getByRole("button", { name: words("account.saveLanguage") }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", other);
    });
  });
}
