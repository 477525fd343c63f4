import { randomUUID } from "node:crypto";
import { expectAccessible } from "../support/axe";
import { estateCsv, estateRows } from "../support/estate-files";
import { expect, overflowOf, portal, test, views } from "./fixtures";

/** What a program gets, over the network as it asks for it. */
async function ask(key: string, path: string, init: RequestInit = {}) {
  const response = await fetch(`${portal.origin}/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${key}`, ...init.headers },
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

for (const { language, width, name } of views) {
  test.describe(`API-Schlüssel, ${name}`, () => {
    test.use({ who: "foreign-admin", language, width });

    test("a key is made, shown once, opens what it may, and is revoked", async ({ page, words }) => {
      const called = `Warenwirtschaft ${randomUUID().slice(0, 8)}`;
      await page.goto("/api-schluessel");
      await page.getByLabel(words("apiKeys.name"), { exact: true }).fill(called);
      await page.getByRole("checkbox", { name: words("apiKeys.scope.write") }).check();
      await page.getByRole("button", { name: words("apiKeys.create") }).click();
      await expect(page.getByRole("heading", { name: words("apiKeys.newTitle") })).toBeVisible();
      const key = await page.getByLabel(words("apiKeys.newLabel"), { exact: true }).inputValue();
      expect(key).toMatch(/^lk_/);
      await expectAccessible(page, "the new key");
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);

      const made = await ask(key, "/customers", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": called.replaceAll(" ", "-") },
        body: JSON.stringify({ number: called, name: "Über die API" }),
      });
      expect([made.status, made.body.number]).toEqual([201, called]);
      const listed = await ask(key, `/customers?number=${encodeURIComponent(called)}`);
      expect([listed.status, listed.body.detail, listed.body.items?.length]).toEqual([200, undefined, 1]);
      expect((await ask(key, "/calc", { method: "POST", body: "{}" })).status).toBe(403);

      await page.goto(`/kunden?suche=${encodeURIComponent(called)}`);
      await expect(page.getByRole("link", { name: "Über die API" })).toBeVisible();

      await page.goto("/api-schluessel");
      await expect(page.getByText(key)).toHaveCount(0);
      await page.getByRole("button", { name: words("apiKeys.revokeNamed", { name: called }) }).click();
      await expect(page.getByText(words("apiKeys.done.revoked"))).toBeVisible();
      const refused = await ask(key, "/customers");
      expect([refused.status, refused.headers.get("content-type")]).toEqual([
        401,
        "application/problem+json; charset=utf-8",
      ]);
    });
  });
}

test.describe("a program", () => {
  test.use({ who: "foreign-admin" });

  test("sends a file larger than what the proxy lets through, and gets every faulty row", async ({ page, words }) => {
    await page.goto("/api-schluessel");
    await page.getByLabel(words("apiKeys.name"), { exact: true }).fill(`Import ${randomUUID().slice(0, 8)}`);
    await page.getByRole("checkbox", { name: words("apiKeys.scope.write") }).check();
    await page.getByRole("button", { name: words("apiKeys.create") }).click();
    const key = await page.getByLabel(words("apiKeys.newLabel"), { exact: true }).inputValue();
    // Beside what is read, a column that nobody knows.
    const [head = "", ...rows] = new TextDecoder("latin1")
      .decode(estateCsv(estateRows(200)))
      .trimEnd()
      .split("\r\n");
    const wide = [`${head};Bemerkung`, ...rows.map((row) => `${row};${"Lorem ipsum ".repeat(400)}`)].join("\r\n");
    // Filled up with empty lines.
    const body = new TextEncoder().encode(wide + "\r\n".repeat(6 * 1024 * 1024));
    const post = (query: string, content: Uint8Array<ArrayBuffer>) =>
      ask(key, `/imports${query}`, { method: "POST", headers: { "content-type": "text/csv" }, body: content });
    const looked = await post("?dryRun=true", body);
    expect([looked.status, looked.body.new, looked.body.rejected, looked.body.unknownColumns]).toEqual([
      200,
      198,
      2,
      ["Bemerkung"],
    ]);
    expect(looked.body.rejectedRows.map(({ line }: { line: number }) => line)).toEqual([101, 201]);
    expect(looked.headers.get("x-content-type-options")).toBe("nosniff");
    const tooLarge = await post("", new Uint8Array(26 * 1024 * 1024).fill(10));
    expect(tooLarge.status).toBe(413);
    const anonymous = await ask("lk_nichts", "/imports", { method: "POST", body });
    expect(anonymous.status).toBe(401);
  });
});
