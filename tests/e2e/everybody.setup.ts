import { expect, test } from "@playwright/test";
import { demoAccounts } from "@/db/seed-people";
import { signInByHttp } from "../support/matrix-people";
import { portal, stateOf, wordsOf } from "./fixtures";

/** Everybody signs in once, as the form does (`sign-in.spec.ts` fills it in); the other tests go on with these sessions. */

for (const person of portal.people) {
  test(`${person.who} signs in`, async ({ request }) => {
    const { email, password } = person;
    const data = { email, password };
    await request.post("/api/auth/callback/credentials", { data, headers: { origin: portal.origin }, maxRedirects: 0 });
    expect((await request.get("/konto", { maxRedirects: 0 })).status()).toBe(200);
    await request.storageState({ path: stateOf(person.who) });
  });
}

test("each account that the demonstration prints can sign in", async () => {
  expect(demoAccounts.length).toBeGreaterThan(8);
  for (const account of demoAccounts) expect(await signInByHttp(portal, account)).toMatch(/session=./);
});

test("the words of both languages are read", () => {
  expect(wordsOf("de")("signIn.submit")).not.toEqual(wordsOf("en")("signIn.submit"));
});
