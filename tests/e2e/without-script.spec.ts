import { expect, portal, test } from "./fixtures";

/** Signing in and deciding with JavaScript switched off: native forms, answered by redirects. */
test.use({ who: null, javaScriptEnabled: false });

const person = portal.people.find(({ who }) => who === "reseller-admin");

test("signing in, deciding and taking it back work without JavaScript", async ({ page, words }) => {
  await page.goto("/entscheiden");
  await page.getByLabel(words("signIn.email")).fill(person?.email ?? "");
  await page.getByLabel(words("signIn.password")).fill("nicht das Passwort");
  await page.getByRole("button", { name: words("signIn.submit") }).click();
  await expect(page).toHaveURL(/fehler=/);
  await page.getByLabel(words("signIn.email")).fill(person?.email ?? "");
  await page.getByLabel(words("signIn.password")).fill(person?.password ?? "");
  await page.getByRole("button", { name: words("signIn.submit") }).click();
  await expect(page).toHaveURL(/\/entscheiden/);
});
