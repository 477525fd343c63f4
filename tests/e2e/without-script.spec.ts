import { expect, portal, freshTest as test } from "./fixtures";

/** Signing in and deciding with JavaScript switched off: native forms, answered by redirects. */
test.use({ who: null, javaScriptEnabled: false });

const person = portal.people.find(({ who }) => who === "foreign-admin");

test("signing in, deciding and taking it back work without JavaScript", async ({ page, words }) => {
  await page.goto("/entscheiden");
  await page.getByLabel(words("signIn.email")).fill(person?.email ?? "");
  await page.getByLabel(words("signIn.password")).fill("nicht das Passwort");
  await page.getByRole("button", { name: words("signIn.submit") }).click();
  await expect(page).toHaveURL(/\/anmelden\?.*fehler=/);
  await expect(page.getByRole("status").filter({ hasText: /\S/ }).first()).toBeVisible();
  await page.getByLabel(words("signIn.email")).fill(person?.email ?? "");
  await page.getByLabel(words("signIn.password")).fill(person?.password ?? "");
  await page.getByRole("button", { name: words("signIn.submit") }).click();
  await expect(page).toHaveURL(/\/entscheiden$/);

  const link = page.locator("[data-queue-link]").first();
  const what = (await link.getAttribute("aria-label")) ?? "";
  await link.click();
  const form = page.getByRole("form", { name: words("decide.form") });
  // Spaces are enough for the browser and too little for the portal.
  await form.getByLabel(words("decide.reason")).fill(" ");
  await form.getByRole("button", { name: words("decide.act.keep") }).click();
  await expect(page).toHaveURL(/offen=.*fehler=/);
  await form.getByLabel(words("decide.reason")).fill("Ohne Skript entschieden");
  await form.getByRole("button", { name: words("decide.act.keep") }).click();
  await expect(page).toHaveURL(/erledigt=/);
  await expect(page.getByText("Ohne Skript entschieden")).toBeVisible();

  await page.getByRole("button", { name: words("decide.undo") }).click();
  await expect(page.getByText(words("decide.done.undo", { what }))).toBeVisible();
  await page
    .getByRole("button", { name: words("nav.signOut") })
    .first()
    .click();
  await expect(page).toHaveURL(/\/anmelden/);
});
