import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { expectAccessible } from "../support/axe";
import { expect, overflowOf, portal, test, views } from "./fixtures";

const heads =
  "Kundennummer;Kunde;Anlage;Benutzer;Light-Benutzer;Hersteller;Artikel;Menge;Bezugsart;Laufzeit;Beginn;Zahlweise;Betrag;Lizenzschlüssel;Farbe";

/** A customer base of a number of its own, in Windows-1252 as German programs write it. */
function file(unique: string, more: readonly string[] = []) {
  const rows = [
    `${unique}-1;Bäckerei Öztürk & Söhne;Zentrale;30;5;STARFACE;call-recording;1;Kauf;;15.03.2024;;1.100,00;KEY-${unique}-9876;rot`,
    `${unique}-1;;Zentrale;;;STARFACE;Pro IVR;2;Abo;12;01.06.2025;monatlich;;;`,
    `${unique}-2;Spedition Groß;bluePBX;;;bluePBX;extension;12;;;01.02.2025;jährlich;;;`,
    ...more,
  ];
  return {
    name: `bestand-${unique}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from([heads, ...rows].join("\r\n"), "latin1"),
  };
}

const faulty = (unique: string) => [
  `${unique}-3;Kanzlei Weiß;Zentrale;10;0;STARFACE;intercom;1;Kauf;;31.02.2025;;viel;;`,
];

for (const { language, width, name } of views) {
  test.describe(`Einlesen, ${name}`, () => {
    test.use({ who: "clerk", language, width });

    test("a customer base comes in, the bad row is mended, and all of it is taken back", async ({ page, words }) => {
      const unique = `E${randomUUID().slice(0, 8)}`;
      await page.goto("/import");
      await page.getByLabel(words("imports.file"), { exact: true }).setInputFiles(file(unique, faulty(unique)));
      await page.getByRole("button", { name: words("imports.upload") }).click();

      // The columns are known by their headings, but for one.
      await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
      await expect(page.getByText("Farbe").first()).toBeVisible();
      await expect(page.getByLabel(words("imports.meaningOf", { heading: "Kundennummer" }))).toHaveValue(
        "customer_number",
      );
      await expect(page.getByText("Bäckerei Öztürk & Söhne").first()).toBeVisible();
      await expect(page.getByText(`KEY-${unique}`)).toHaveCount(0);
      await expectAccessible(page, "the mapping");
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.getByRole("button", { name: words("imports.check"), exact: true }).click();

      // What reading in would do, with the bad row and why.
      await expect(page.getByRole("heading", { name: words("imports.resultTitle") })).toBeVisible();
      await expect(page.getByText("„31.02.2025“")).toBeVisible();
      await expect(page.getByText("„viel“")).toBeVisible();
      await expectAccessible(page, "the result");
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: words("imports.downloadBad", { count: 1 }) }).click();
      const bad = readFileSync(await (await download).path(), "utf8");
      expect(bad.split("\r\n")).toHaveLength(3);
      expect(bad).toContain(`${unique}-3;Kanzlei Weiß`);

      // The good rows, then the mended one.
      await page.getByRole("button", { name: words("imports.commitGood", { count: 3, rejected: 1 }) }).click();
      await expect(page.getByRole("heading", { name: words("imports.committedTitle") })).toBeVisible();
      const first = page.url();
      const mended = bad.replace("31.02.2025", "28.02.2025").replace("viel", "99,00");
      await page.goto("/import");
      await page
        .getByLabel(words("imports.file"), { exact: true })
        .setInputFiles({ name: `besser-${unique}.csv`, mimeType: "text/csv", buffer: Buffer.from(mended) });
      await page.getByRole("button", { name: words("imports.upload") }).click();
      await page.getByRole("button", { name: words("imports.check"), exact: true }).click();
      await page.getByRole("button", { name: words("imports.commit", { count: 1 }) }).click();
      await expect(page.getByRole("heading", { name: words("imports.committedTitle") })).toBeVisible();
      await expectAccessible(page, "what was read in");
      const second = page.url();

      await page.goto(`/kunden?suche=${unique}`);
      await expect(page.getByRole("link", { name: "Bäckerei Öztürk & Söhne" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Kanzlei Weiß" })).toBeVisible();

      // The whole file again: nothing to do.
      await page.goto("/import");
      await page.getByLabel(words("imports.file"), { exact: true }).setInputFiles(file(unique));
      await page.getByRole("button", { name: words("imports.upload") }).click();
      await page.getByRole("button", { name: words("imports.check"), exact: true }).click();
      await expect(page.getByText(words("imports.nothingToDo"))).toBeVisible();
      await page.getByRole("button", { name: words("imports.discard") }).click();
      await expect(page.getByText(words("imports.done.discarded"))).toBeVisible();

      for (const address of [second, first]) {
        await page.goto(address);
        await page.getByText(words("imports.undoTitle")).click();
        await page.getByRole("button", { name: words("imports.undo"), exact: true }).click();
        await expect(page.getByText(words("imports.state.undone"), { exact: true }).first()).toBeVisible();
      }
      await page.goto(`/kunden?suche=${unique}`);
      await expect(page.getByRole("link", { name: "Bäckerei Öztürk & Söhne" })).toHaveCount(0);
    });
  });
}

test.describe("a file that is none", () => {
  test.use({ who: "clerk" });

  /** What is large is chosen where it lies: handed over in memory, it would take longer than all that is asked of it. */
  const onDisk = (name: string, content: Buffer): string => {
    const at = test.info().outputPath(name);
    writeFileSync(at, content);
    return at;
  };

  test("is refused with a sentence, as is nothing at all", async ({ page, words }) => {
    await page.goto("/import");
    const choose = page.getByLabel(words("imports.file"), { exact: true });
    await choose.setInputFiles({ name: "liste.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 x") });
    await page.getByRole("button", { name: words("imports.upload") }).click();
    await expect(page.getByText("Die Datei ist ein PDF.")).toBeVisible();
    // Larger than passes the proxy whole, and larger than is allowed.
    await choose.setInputFiles(onDisk("viel.csv", Buffer.alloc(40 * 1024 * 1024, "a")));
    await page.getByRole("button", { name: words("imports.upload") }).click();
    await expect(page.getByText("Die Datei ist größer als 25 MB.")).toBeVisible();
  });

  test("larger than 10 MB arrives whole", async ({ page, words }) => {
    const unique = `G${randomUUID().slice(0, 8)}`;
    const row = `${unique}-1;${"Sehr langer Name ".repeat(11)};Zentrale;30;5;STARFACE;call-recording;1;Kauf;;15.03.2024;;1,00;;`;
    const rows = Array.from({ length: 48_000 }, (_, at) =>
      row.replace("15.03.2024;", `${String((at % 28) + 1).padStart(2, "0")}.03.2024;`),
    );
    const whole = file(unique, rows);
    expect(whole.buffer.length).toBeGreaterThan(12 * 1024 * 1024);
    await page.goto("/import");
    await page.getByLabel(words("imports.file"), { exact: true }).setInputFiles(onDisk(whole.name, whole.buffer));
    await page.getByRole("button", { name: words("imports.upload") }).click();
    await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
    await expect(
      page.getByText(
        words("imports.kilobytes", { size: Math.round(whole.buffer.length / 1024).toLocaleString("de-DE") }),
      ),
    ).toBeVisible();
    await page.getByRole("button", { name: words("imports.discard") }).click();
    await expect(page.getByText(words("imports.done.discarded"))).toBeVisible();
  });
});

test.describe("own prices", () => {
  test.use({ who: "foreign-admin" });
  test("come from a file, compared with those that hold, and go back", async ({ page, words }) => {
    const prices = (more: string) => ({
      name: "preise.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`Hersteller;Artikel;Preis\r\nXPhone;3310.0030;123,45\r\n${more}`, "latin1"),
    });
    const upload = async (more = "") => {
      await page.goto("/preislisten/eigene");
      await page.getByLabel(words("imports.file"), { exact: true }).setInputFiles(prices(more));
      await page.locator("#prices-from").fill("01.02.2029");
      await page.getByRole("button", { name: words("imports.upload") }).click();
      await page.getByRole("button", { name: words("imports.check"), exact: true }).click();
      await expect(page.getByRole("heading", { name: words("imports.resultTitle") })).toBeVisible();
    };
    await upload("XPhone;gibt-es-nicht;1,00\r\n");
    await expect(page.getByText("„gibt-es-nicht“")).toBeVisible();
    await expectAccessible(page, "the prices' result");
    await page.getByRole("button", { name: words("imports.commitGood", { count: 1, rejected: 1 }) }).click();
    await expect(page.getByRole("heading", { name: words("imports.committedTitle") })).toBeVisible();
    const address = page.url();
    await upload();
    await expect(page.getByText(words("imports.nothingToDo"))).toBeVisible();
    await page.goto(address);
    await page.getByText(words("imports.undoTitle")).click();
    await page.getByRole("button", { name: words("imports.undo"), exact: true }).click();
    await expect(page.getByText(words("imports.state.undone"), { exact: true }).first()).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ who: "foreign-admin", javaScriptEnabled: false });
  test("a file comes in and is taken back", async ({ page, words }) => {
    const unique = `O${randomUUID().slice(0, 8)}`;
    await page.goto("/import");
    await page.getByLabel(words("imports.file"), { exact: true }).setInputFiles(file(unique));
    await page.getByRole("button", { name: words("imports.upload") }).click();
    await page.getByRole("button", { name: words("imports.check"), exact: true }).click();
    const reach = async (heading: string) => {
      await expect(async () => {
        await page.reload();
        await expect(page.getByRole("heading", { name: heading })).toBeVisible({ timeout: 1_000 });
      }).toPass();
    };
    await reach(words("imports.resultTitle"));
    await page.getByRole("button", { name: words("imports.commit", { count: 3 }) }).click();
    await reach(words("imports.committedTitle"));
    await page.getByText(words("imports.undoTitle")).click();
    await page.getByRole("button", { name: words("imports.undo"), exact: true }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(words("imports.state.undone"), { exact: true }).first()).toBeVisible({
        timeout: 1_000,
      });
    }).toPass();
  });
});

test.describe("a form from elsewhere", () => {
  test.use({ who: "clerk" });
  test("uploads nothing: the route asks for the origin itself", async ({ page }) => {
    await page.goto("/import");
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    for (const origin of [undefined, "https://evil.example"]) {
      const body = new FormData();
      body.set("file", new Blob(["Kundennummer;Kunde\n1;x\n"]), "x.csv");
      const answer = await fetch(`${portal.origin}/api/portal/imports`, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { cookie, ...(origin === undefined ? {} : { origin }) },
      });
      expect(answer.status).toBe(403);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });
});
