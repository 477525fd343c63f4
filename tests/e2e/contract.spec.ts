import { expectAccessible } from "../support/axe";
import { contractsWith, contractWithOwnRule } from "../support/story-contracts";
import { expect, portal, test, views } from "./fixtures";

for (const [index, { language, width, name }] of views.entries()) {
  test.describe(`Vertrag, ${name}`, () => {
    test.use({
      who: "reseller-admin",
      language,
      width,
      provoked: [{ status: 422, path: /^\/api\/portal\/contracts\// }],
    });

    test("the date says why, a notice is tried out and recorded", async ({ page, words }) => {
      const contracts = await contractsWith(portal, ["notice", "notice-rolling", "missed"]);
      const contract = contracts[index % 2 === 0 ? 0 : contracts.length - 1] ?? contracts[0];
      if (!contract) throw new Error("The story holds no contract with a notice day.");
      await page.goto(`/vertraege/${contract.contractId}`);
      await expect(page.getByRole("link", { name: contract.customerName }).first()).toBeVisible();
      const why = page.locator("#warum");
      await expect(why.getByText(words("contract.whySteps"), { exact: true })).toBeVisible();
      await expect(page.locator("#laufzeiten").getByRole("img").locator("visible=true")).toBeVisible();
      await expectAccessible(page, "a contract");

      const ask = page.locator("#eingang");
      await ask.getByLabel(words("contract.whatIfDay")).fill("31.02.2027");
      await ask.getByRole("button", { name: words("contract.whatIfAsk") }).click();
      await expect(page.getByText(words("contract.dayWrong"))).toBeVisible();
      await ask.getByRole("link", { name: words("contract.whatIfToday") }).click();
      const answer = page.getByRole("region", { name: words("contract.whatIfAnswer") });
      await expect(answer).toBeVisible();

      const record = answer.getByRole("form", { name: words("contract.noticeRecord") });
      await record.getByLabel(words("contract.noticeChannel")).selectOption("fax");
      await record.getByLabel(words("contract.noticeNote")).fill("Sendebericht liegt bei");
      await record.getByRole("button").click();
      await expect(page.getByText(words("contract.noticeDone"))).toBeVisible();
      const notices = page.locator("#kuendigungen");
      await expect(notices.getByText("Sendebericht liegt bei")).toBeVisible();
      await expect(notices.getByText(words("contract.noticeUnconfirmed"))).toBeVisible();
      await expectAccessible(page, "a contract with a notice");

      await notices.getByText(words("contract.follow.withdrawal"), { exact: true }).first().click();
      await notices
        .getByRole("form", { name: words("contract.follow.withdrawal") })
        .getByRole("button")
        .click();
      await expect(notices.getByText(words("contract.noticeUnconfirmed"))).toHaveCount(0);
    });

    test("a contract whose rule the price list does not state gets its own", async ({ page, words }) => {
      // The first of these tests finds the rule unknown; the others change what it has recorded.
      const [unknown] = await contractsWith(portal, ["rule-unknown"]);
      const ruled = unknown ?? (await contractWithOwnRule(portal));
      if (!ruled) throw new Error("The story holds no contract with an unknown rule.");
      await page.goto(`/vertraege/${ruled.contractId}`);
      const section = page.locator("#regel");
      if (unknown) await expect(page.getByText(words("contract.ownRuleMissing"))).toBeVisible();
      else await section.getByText(words("contract.ownRuleChange")).click();

      const form = page.getByRole("form", { name: words("contract.ruleForm") });
      await form.getByLabel(words("contract.ruleMinimum")).fill("12");
      await form.getByLabel(words("contract.ruleTo")).selectOption("term-end");
      await form.getByLabel(words("contract.ruleRenewal")).fill("0");
      await form.getByLabel(words("contract.ruleNotice"), { exact: true }).fill(String(30 + index));
      await form.getByLabel(words("contract.ruleUnit")).selectOption("day");
      await form.getByLabel(words("contract.ruleSource")).fill("Auftrag vom 01.02.2024");
      await form.getByLabel(words("contract.ruleClause")).fill("Ziffer 4");
      await form.getByRole("button", { name: words("contract.ruleSubmit") }).click();
      await expect(form.getByRole("alert")).not.toBeEmpty();
      await expectAccessible(page, "a refused rule");

      await form.getByLabel(words("contract.ruleRenewal")).fill("12");
      await form.getByRole("button", { name: words("contract.ruleSubmit") }).click();
      await expect(page.getByText(words("contract.ruleDone"))).toBeVisible();
      const said = words("contract.unitOf.day", { length: 30 + index });
      await expect(page.locator("#regel")).toContainText(said);
      await expect(page.locator("#warum")).toContainText("Ziffer 4");
      await expect(page.locator("#eingang")).toBeVisible();
    });
  });
}
