import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expectAccessible } from "../support/axe";
import { ask, signInByHttp } from "../support/matrix-people";
import { dumpOf, resellerWithLicences, systemWithKey } from "../support/story-keys";
import { expect, portal, test, views } from "./fixtures";

const someKey = () =>
  `SF-${randomBytes(12)
    .toString("hex")
    .toUpperCase()
    .replace(/(.{6})(?=.)/g, "$1-")}`;

for (const { language, width, name } of views) {
  test.describe(`Lizenzschlüssel, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("are masked, shown on the record, changed, and the history says so", async ({ page, words, openAs }) => {
      const system = await systemWithKey(portal);
      const page_ = `/anlagen/${system.systemId}/schluessel`;
      await page.goto(`/kunden/${system.customerId}`);
      await page.getByRole("link", { name: `${words("customer.keys")}: ${system.systemName}` }).click();
      await expect(page).toHaveURL(new RegExp(`${page_}$`));
      await expect(page.getByRole("heading", { level: 1, name: words("keys.title") })).toBeVisible();
      const row = page.getByRole("row").filter({ hasText: words("keys.server") });
      await expect(row).toContainText(/•••• [\w-]{4}/);
      await expect(page.getByLabel(words("keys.plain"))).toHaveCount(0);

      const key = someKey();
      await row.getByText(words("keys.change")).click();
      const form = page.getByRole("form", { name: words("keys.recordOf", { name: system.systemName }) });
      await form.getByLabel(words("keys.newKey")).fill(`  ${key} `);
      await form.getByRole("button", { name: words("keys.save") }).click();
      await expect(page.getByText(words("keys.recorded"))).toBeVisible();
      await expect(row).toContainText(`•••• ${key.slice(-4)}`);
      expect(await page.content()).not.toContain(key);

      await row.getByRole("button", { name: words("keys.revealOf", { name: system.systemName }) }).click();
      await expect(page.getByLabel(words("keys.plain"))).toHaveValue(key);
      await expect(page.getByText(words("keys.noted"))).toBeVisible();
      await expectAccessible(page, "a key that is shown");
      // Whoever follows the address has not asked.
      const admin = await openAs("reseller-admin");
      await admin.goto(page.url());
      await expect(admin.getByText(`•••• ${key.slice(-4)}`)).toBeVisible();
      expect(await admin.content()).not.toContain(key);

      await page.goto(page_);
      await expect(page.getByLabel(words("keys.plain"))).toHaveCount(0);
      await page.goto(`/kunden/${system.customerId}#verlauf`);
      const history = page.getByRole("region", { name: words("history.title"), exact: true });
      const revealed = language === "de" ? /hat die Serverlizenz angezeigt\./ : /has revealed the server licence key\./;
      await expect(history.getByText(revealed).first()).toBeVisible();
      await expect(history).toContainText(`•••• ${key.slice(-4)}`);
      expect(await page.content()).not.toContain(key);
    });
  });
}

test.describe("finance", () => {
  test.use({ who: "finance" });
  test("reads masks and is offered nothing", async ({ page, words }) => {
    const system = await systemWithKey(portal);
    await page.goto(`/anlagen/${system.systemId}/schluessel`);
    await expect(page.getByText(words("keys.belowMasked"))).toBeVisible();
    await expect(page.getByText(/•••• [\w-]{4}/).first()).toBeVisible();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ who: "clerk", javaScriptEnabled: false });
  test("a key is recorded, shown and masked again", async ({ page, words }) => {
    const system = await systemWithKey(portal);
    await page.goto(`/anlagen/${system.systemId}/schluessel`);
    const key = someKey();
    const row = page.getByRole("row").filter({ hasText: words("keys.server") });
    await row.getByText(words("keys.change")).click();
    await row.getByLabel(words("keys.newKey")).fill(key);
    await row.getByRole("button", { name: words("keys.save") }).click();
    await expect(page).toHaveURL(/getan=erfasst/);
    await row.getByRole("button", { name: words("keys.revealOf", { name: system.systemName }) }).click();
    await expect(page.getByLabel(words("keys.plain"))).toHaveValue(key);
    await page.goto(`/anlagen/${system.systemId}/schluessel`);
    await expect(page.getByLabel(words("keys.plain"))).toHaveCount(0);
  });
});

const RECORDED = 1_000;

test("of the licence keys that people record, a dump of the database, its files and the portal's log hold none in clear", async () => {
  const like = portal.people.find(({ who }) => who === "clerk");
  if (!like) throw new Error("nobody is a clerk");
  const { email, licenceIds } = await resellerWithLicences(portal, RECORDED, like.email);
  const cookie = await signInByHttp(portal, { email, password: like.password });
  const keys = licenceIds.map(someKey);
  const record = async (at: number) => {
    const body = { act: "record", version: 1, key: keys[at] };
    const url = `/api/portal/licences/${licenceIds[at]}/key`;
    expect((await ask(portal.origin, url, { method: "POST", cookie, body })).status).toBe(200);
    // What is refused must not be repeated in the log either: another version, a fault in the fields, a form of no kind.
    if (at % 5 !== 0) return;
    expect((await ask(portal.origin, url, { method: "POST", cookie, body })).status).toBe(409);
    expect((await ask(portal.origin, url, { method: "POST", cookie, body: { ...body, more: keys[at] } })).status).toBe(
      400,
    );
    const headers = { "content-type": "text/plain" };
    expect((await ask(portal.origin, url, { method: "POST", cookie, body, headers })).status).toBe(415);
    expect((await ask(portal.origin, url, { method: "POST", cookie, body: { act: "reveal" } })).status).toBe(200);
  };
  for (let at = 0; at < keys.length; at += 4) {
    await Promise.all([0, 1, 2, 3].map((more) => record(at + more)));
  }

  const dump = await dumpOf(portal);
  const masks = keys.filter((key) => dump.includes(`•••• ${key.slice(-4)}`));
  expect(masks.length, "the dump holds what was recorded").toBe(RECORDED);
  expect(keys.filter((key) => dump.includes(key))).toEqual([]);
  const log = readFileSync(portal.logFile, "utf8");
  expect(keys.filter((key) => log.includes(key))).toEqual([]);
  // The server's own files: tables, indexes, the write-ahead log, its messages.
  const folder = path.dirname(portal.logFile);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.length).toBeGreaterThan(500);
  const pattern = /SF-[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}/g;
  const known = new Set(keys);
  for (const file of files) {
    const found = readFileSync(path.join(file.parentPath, file.name), "latin1").match(pattern) ?? [];
    expect(
      found.filter((key) => known.has(key)),
      file.name,
    ).toEqual([]);
  }
});
