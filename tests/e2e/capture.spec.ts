import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { answer } from "@/lib/calc/answer";
import { euro } from "@/lib/format/money";
import { expectAccessible } from "../support/axe";
import { expect, overflowOf, test, views } from "./fixtures";

for (const { language, width, name } of views) {
  test.describe(`Erfassen, ${name}`, () => {
    test.use({ who: "clerk", language, width, provoked: [{ status: [409, 422], path: /^\/api\/portal\// }] });

    test("a customer with a STARFACE and two modules is recorded, and a wrong start corrected", async ({
      page,
      words,
      openAs,
    }) => {
      test.setTimeout(240_000);
      const unique = `H${randomUUID().slice(0, 8)}`;
      const press = (key: string) => page.getByRole("button", { name: words(`capture.${key}`), exact: true }).click();
      const follow = (key: string) => page.getByRole("link", { name: words(`capture.${key}`), exact: true }).click();
      const field = (key: string) => page.getByLabel(words(`capture.${key}`), { exact: true });
      const said = (key: string) => page.getByRole("status").filter({ hasText: words(`capture.done.${key}`) });

      await page.goto("/kunden");
      await follow("customerNew");
      await field("number").fill("10003");
      await field("name").fill(`Molkerei ${unique}`);
      await field("contactEmail").fill("milch@molkerei.example");
      await press("customerSave");
      // The number is another customer's: it is said, and nothing that was typed is lost.
      await expect(page.getByRole("alert").filter({ hasText: "10003" })).toBeFocused();
      await expect(field("number")).toHaveAttribute("aria-invalid", "true");
      await expect(field("contactEmail")).toHaveValue("milch@molkerei.example");
      await expectAccessible(page, "a customer that is refused");
      await field("number").fill(unique);
      await press("customerSave");
      await expect(page.getByRole("heading", { level: 1, name: `Molkerei ${unique}` })).toBeVisible();
      await expect(said("kunde")).toBeVisible();

      await follow("systemNew");
      await page.getByRole("link", { name: /^STARFACE/ }).click();
      await field("systemName").fill("Zentrale");
      await page.locator("#f-benutzer").fill("30");
      await page.locator("#f-light").fill("0");
      await press("systemSave");
      await expect(page.getByRole("heading", { level: 1, name: "Zentrale" })).toBeVisible();
      await expect(said("anlage")).toBeVisible();

      await follow("renameLink");
      await field("systemName").fill("Hauptsitz");
      await page.getByRole("radio", { name: words("capture.howName.corrected") }).check();
      await field("reason").fill("Name verlesen");
      await press("save");
      await expect(page.getByRole("heading", { level: 1, name: "Hauptsitz" })).toBeVisible();
      await expect(page.locator("#verlauf li").first()).toContainText("Name verlesen");

      for (const [article, paid] of [
        ["call-recording~~", "1.100,00"],
        ["intercom~~", ""],
      ] as const) {
        await follow("licenceNew");
        await field("article").selectOption(article);
        await field("purchasedOn").fill("15.03.2024");
        await field("paid").fill(paid);
        await press("licenceSave");
        await expect(said("lizenz")).toBeVisible();
      }
      const licences = page.locator("#lizenzen");
      await expect(licences).toContainText("Call Recording");
      await expect(licences).toContainText("Intercom");
      await expect(licences).toContainText(language === "de" ? "1.100,00 €" : "€1,100.00");

      // The second one stood on another order.
      await page.getByText(words("capture.purchaseWithdraw"), { exact: true }).first().click();
      const intercom = page.locator("#purchaseId option").filter({ hasText: "Intercom" });
      await field("purchase").selectOption((await intercom.getAttribute("value")) ?? "");
      await field("reason").fill(`Auftrag ${unique} hat keins`);
      await expectAccessible(page, "a purchase before it is taken back");
      await press("purchaseWithdrawSave");
      await expect(said("anschaffung")).toBeVisible();
      await expect(page.locator("#lizenzen tbody")).toHaveCount(1);
      await expect(page.locator("#verlauf")).toContainText(`Auftrag ${unique} hat keins`);

      await follow("contractNew");
      const preview = page.locator("#vorschau");
      await field("article").selectOption("pro-ivr~36~");
      await field("startsOn").fill("01.03.2025");
      await expect(preview).toContainText(words("capture.previewIs"));
      await expect(preview).toContainText(language === "de" ? "29.02.2028" : "29 Feb 2028");
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await expectAccessible(page, "the preview of a contract");
      await press("contractSave");
      await expect(page).toHaveURL(/\/vertraege\/[0-9a-f-]{36}\?getan=erfasst$/);
      await expect(said("erfasst")).toBeVisible();
      const deadline = page.locator("#frist");
      await expect(deadline).toContainText(language === "de" ? "29.02.2028" : "29 Feb 2028");

      // The order says June. While that is being corrected, a colleague corrects the amount.
      await follow("correctionLink");
      await field("startsOn").fill("01.06.2025");
      await expect(preview).toContainText(words("capture.correctionMoves"));
      await expect(preview).toContainText(language === "de" ? "31.05.2028" : "31 May 2028");
      await press("correctionSave");
      await expect(page.getByRole("form").getByRole("alert").filter({ hasText: /\S/ })).toBeFocused();
      await field("reason").fill(`Auftrag ${unique} nachgelesen`);
      await expectAccessible(page, "a correction before it is saved");
      const colleague = await openAs("reseller-admin");
      await colleague.goto(`${new URL(page.url()).pathname}`);
      await colleague.getByLabel(words("capture.amount"), { exact: true }).fill("77,00");
      await colleague.getByLabel(words("capture.reason"), { exact: true }).fill("Rechnung");
      await colleague.getByRole("button", { name: words("capture.correctionSave"), exact: true }).click();
      await expect(colleague).toHaveURL(/getan=berichtigt/);

      await press("correctionSave");
      const differs = page.getByRole("alert").filter({ hasText: language === "de" ? "77,00 €" : "€77.00" });
      await expect(differs).toContainText(language === "de" ? "Inzwischen gespeichert" : "is stored meanwhile");
      await expectAccessible(page, "a contract that somebody else has corrected");
      await field("amount").fill("77,00");
      await press("correctionSave");
      await expect(said("berichtigt")).toBeVisible();
      await expect(deadline).toContainText(language === "de" ? "31.05.2028" : "31 May 2028");
      const newest = page.locator("#verlauf li").first();
      await expect(newest).toContainText(language === "de" ? "den Vertrag berichtigt" : "corrected the contract");
      await expect(newest).toContainText(`Auftrag ${unique} nachgelesen`);
      await expect(newest).toContainText(language === "de" ? "01.03.2025" : "1 Mar 2025");
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await expectAccessible(page, "a corrected contract");

      // The paper itself: what is no PDF is refused, whatever its name says; the right one comes back as it was.
      const attach = async (buffer: Buffer) => {
        const file = { name: `Auftrag Öl ${unique}.pdf`, mimeType: "application/pdf", buffer };
        await page.getByLabel(words("capture.documentFile")).setInputFiles(file);
        await press("documentAttach");
      };
      await attach(Buffer.from("<html>kein PDF</html>"));
      await expect(page).toHaveURL(/fehler=document-not-pdf/);
      const paper = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(200_000, "x")]);
      await attach(paper);
      await expect(said("dokument")).toBeVisible();
      const waiting = page.waitForEvent("download");
      await page.getByRole("link", { name: `Auftrag Öl ${unique}.pdf` }).click();
      const loaded = await waiting;
      expect(loaded.suggestedFilename()).toBe(`Auftrag Öl ${unique}.pdf`);
      expect(readFileSync(await loaded.path()).equals(paper)).toBe(true);
      await expectAccessible(page, "a contract with its paper");

      // Put away, it is gone from its system; what that takes out of the queue is said before, and it comes back.
      await follow("archiveLink");
      await expect(page.getByText(words("capture.archiveText.contract"))).toBeVisible();
      await expect(page.getByText(words("capture.archiveDecisions", { count: 1 }))).toBeVisible();
      await press("archive.contract");
      await expect(said("archiviert")).toBeVisible();
      await expect(page.locator("#archiv")).toContainText("Pro IVR");
      await expect(page.locator('a[href^="/vertraege/"]').filter({ hasText: "Pro IVR" })).toHaveCount(0);
      await expectAccessible(page, "a customer with an archived contract");
      await page.getByRole("button", { name: words("capture.restoreOf", { name: "Pro IVR" }), exact: true }).click();
      await expect(said("wiederhergestellt")).toBeVisible();
      await expect(deadline).toContainText(language === "de" ? "31.05.2028" : "31 May 2028");
    });
  });
}

test.describe("recording without JavaScript", () => {
  test.use({ who: "reseller-admin", javaScriptEnabled: false });
  test("keeps what was typed, says at each field what would be right, and saves", async ({ page, words }) => {
    const unique = `O${randomUUID().slice(0, 8)}`;
    const field = (key: string) => page.getByLabel(words(`capture.${key}`), { exact: true });
    const save = (key: string) => page.getByRole("button", { name: words(`capture.${key}`), exact: true }).click();
    await page.goto("/kunden/neu");
    await field("number").fill(unique);
    await field("name").fill(`Gärtnerei ${unique}`);
    await field("contactEmail").fill("kein-post");
    await field("taxId").fill("DE12");
    await save("customerSave");
    await expect(page).toHaveURL(/\/kunden\/neu\?fehler=/);
    expect(page.url()).not.toContain(unique);
    await expect(field("name")).toHaveValue(`Gärtnerei ${unique}`);
    await expect(field("contactEmail")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#f-contactEmail-error")).toContainText("name@firma.de");
    await expect(page.locator("#f-taxId-error")).toContainText("neun Ziffern");
    await field("contactEmail").fill("post@gaertnerei.example");
    await field("taxId").fill("DE123456789");
    await save("customerSave");
    await expect(page).toHaveURL(/getan=kunde/);

    await page.getByRole("link", { name: words("capture.customerChangeLink"), exact: true }).click();
    await field("name").fill(`Baumschule ${unique}`);
    await page.getByRole("radio", { name: words("capture.howName.corrected") }).check();
    await save("save");
    await expect(page.locator("#f-reason-error")).toBeVisible();
    await expect(field("name")).toHaveValue(`Baumschule ${unique}`);
    await expect(page.getByRole("radio", { name: words("capture.howName.corrected") })).toBeChecked();
    await field("reason").fill("Name verlesen");
    await save("save");
    await expect(page.getByRole("heading", { level: 1, name: `Baumschule ${unique}` })).toBeVisible();
    await expect(page.locator("#verlauf li").first()).toContainText("Name verlesen");
  });
});

for (const { language, width, name } of views) {
  test.describe(`Menge ändern, ${name}`, () => {
    test.use({ who: "clerk", language, width, provoked: [{ status: [409, 422], path: /^\/api\/portal\// }] });

    test("more extensions hold from a day on; a wrong quantity is corrected with its reason", async ({
      page,
      words,
    }) => {
      const unique = `M${randomUUID().slice(0, 8)}`;
      const press = (key: string) => page.getByRole("button", { name: words(`capture.${key}`), exact: true }).click();
      const field = (key: string) => page.getByLabel(words(`capture.${key}`), { exact: true });
      const money = (cents: number) => euro(cents, language);
      const monthly = (quantity: number) => {
        const asked = { op: "price", vendor: "netinteract", items: [{ sku: "extension", quantity }] };
        return (answer(asked) as unknown as { totals: { monthlyCents: number } }).totals.monthlyCents;
      };

      await page.goto("/kunden/neu");
      await field("number").fill(unique);
      await field("name").fill(`Imkerei ${unique}`);
      await press("customerSave");
      await page.getByRole("link", { name: words("capture.systemNew"), exact: true }).click();
      await page.getByRole("link", { name: /^bluePBX/ }).click();
      await field("systemName").fill("Kontor");
      await press("systemSave");
      await page.getByRole("link", { name: words("capture.contractNew"), exact: true }).click();
      await field("article").selectOption("extension~~");
      await field("startsOn").fill("01.03.2025");
      await field("quantity").fill("12");
      await press("contractSave");
      await expect(page.locator("#positionen")).toContainText("12");

      // More from a day on: shown first with the list's price, refused before the contract, saved with both rows.
      await page.getByRole("link", { name: words("capture.quantityLink"), exact: true }).click();
      await expect(field("quantity")).toHaveValue("12");
      await field("quantity").fill("20");
      await field("validFrom").fill("01.03.2025");
      await expect(page.locator("#f-fromOn-error")).toBeVisible();
      await field("validFrom").fill("01.02.2026");
      const preview = page.locator("#vorschau");
      await expect(preview).toContainText(words("capture.quantityMoves"));
      await expect(preview).toContainText(money(monthly(20)));
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await expectAccessible(page, "another quantity before it is saved");
      await press("quantitySave");
      await expect(page.getByRole("status").filter({ hasText: words("capture.done.menge") })).toBeVisible();
      const positions = page.locator("#positionen tbody tr");
      await expect(positions).toHaveCount(2);
      await expect(positions.first()).toContainText(language === "de" ? "31.01.2026" : "31 Jan 2026");
      await expect(positions.last()).toContainText("20");

      // It had been eighteen all along.
      await page.getByRole("link", { name: words("capture.quantityLink"), exact: true }).click();
      await field("quantity").fill("18");
      await page.getByRole("radio", { name: words("capture.howName.corrected") }).check();
      await press("quantitySave");
      await expect(page.getByRole("form").getByRole("alert").filter({ hasText: /\S/ })).toBeFocused();
      await expect(field("reason")).toHaveAttribute("aria-invalid", "true");
      await field("reason").fill(`Auftrag ${unique} nachgelesen`);
      await press("quantitySave");
      await expect(positions).toHaveCount(2);
      await expect(positions.last()).toContainText("18");
      const newest = page.locator("#verlauf li").first();
      await expect(newest).toContainText(`Auftrag ${unique} nachgelesen`);
      await expect(newest).toContainText(money(monthly(18)));
    });
  });
}
