import { demoAccounts } from "@/db/seed-people";
import { signInByHttp } from "../support/matrix-people";
import { expect, portal, stateOf, freshTest as test, wordsOf } from "./fixtures";

/** Everybody signs in once through the form; the other tests go on with these sessions. */

test.use({ who: null });

for (const person of portal.people) {
  test(`${person.who} signs in`, async ({ page, context, words }) => {
    await page.goto("/anmelden");
    await page.getByLabel(words("signIn.email")).fill(person.email);
    await page.getByLabel(words("signIn.password")).fill(person.password);
    await page.getByRole("button", { name: words("signIn.submit") }).click();
    await expect(page.getByRole("navigation").first()).toBeVisible();
    await expect(page).not.toHaveURL(/anmelden/);
    await context.storageState({ path: stateOf(person.who) });
  });
}

test("each account that the demonstration prints can sign in", async () => {
  expect(demoAccounts.length).toBeGreaterThan(8);
  for (const account of demoAccounts) expect(await signInByHttp(portal, account)).toMatch(/session=./);
});

test("the words of both languages are read", () => {
  expect(wordsOf("de")("signIn.submit")).not.toEqual(wordsOf("en")("signIn.submit"));
});
