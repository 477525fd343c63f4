import { ask } from "../support/matrix-people";
import { policyFaults } from "../support/watch";
import { expect, portal, freshTest as test } from "./fixtures";

/** The content security policy in a real browser. That every HTML answer carries a nonce of its own is watched in every other test too. */

const pages = [
  "/anmelden",
  "/entscheiden",
  "/bestand",
  "/kunden",
  "/benutzer",
  "/konto",
  "/gibt-es-nicht",
  "/einladung/gibt-es-nicht",
];

test("every HTML answer has a policy with a nonce of its own, error pages too", async ({ context }) => {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const nonces = new Set<string>();
  const faults: string[] = [];
  for (const path of [...pages, ...pages]) {
    for (const each of [cookie, undefined]) {
      const answer = await ask(portal.origin, path, { cookie: each });
      if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
      faults.push(
        ...policyFaults(answer.headers.get("content-security-policy") ?? undefined, nonces).map(
          (fault) => `${path}: ${fault}`,
        ),
      );
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
      const scripts = answer.text.match(/<script\b[^>]*>/g) ?? [];
      const without = scripts.filter(
        (tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes('type="application/json"'),
      );
      faults.push(...without.map((tag) => `${path}: ${tag} has not the answer's nonce`));
      for (const [header, value] of [
        ["x-content-type-options", "nosniff"],
        ["x-frame-options", "DENY"],
      ] as const) {
        if (answer.headers.get(header) !== value) faults.push(`${path}: ${header} is ${answer.headers.get(header)}`);
      }
      if (answer.headers.has("x-powered-by")) faults.push(`${path}: names the framework`);
    }
  }
  expect(nonces.size).toBeGreaterThan(pages.length);
  expect(faults).toEqual([]);
});

test.describe("what somebody plants", () => {
  test.use({ violates: true });

  test("does not run", async ({ page, watched }) => {
    await page.route("**/konto", async (route) => {
      const response = await route.fetch();
      const planted = `<script>window.planted = "script"</script><img src="x:" onerror="window.planted = 'attribute'">`;
      await route.fulfill({ response, body: (await response.text()).replace("</body>", `${planted}</body>`) });
    });
    await page.goto("/konto");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect
      .poll(() => watched.faults.filter((fault) => fault.startsWith("policy violated")).length)
      .toBeGreaterThan(1);
    expect(await page.evaluate(() => (window as unknown as { planted?: string }).planted)).toBeUndefined();
  });
});

for (const [from, why] of [
  [{ origin: "https://evil.example" }, "another origin"],
  [{ origin: "https://evil.example", "x-forwarded-host": "evil.example" }, "another origin that names itself the host"],
  [{ origin: "null" }, "a page without an origin"],
  [{ "sec-fetch-site": "cross-site" }, "the own origin with a foreign site"],
] as const) {
  test(`nothing changes from ${why}`, async ({ context }) => {
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    for (const path of [
      "/api/portal/account/language",
      "/api/portal/sign-out",
      "/api/v1/calc",
      "/api/auth/callback/credentials",
    ]) {
      const answer = await ask(portal.origin, path, { method: "POST", cookie, body: { locale: "de" }, headers: from });
      expect(answer.status, path).toBe(403);
    }
  });
}
