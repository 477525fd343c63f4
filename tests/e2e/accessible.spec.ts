import { type Page, test as plain } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { filesUnder } from "../support/source-tree";
import { contractsWith } from "../support/story-contracts";
import { systemWithKey } from "../support/story-keys";
import { systemNamed } from "../support/story-systems";
import { expect, type Language, languages, overflowOf, portal, test, type Who, type Width, widths } from "./fixtures";

/**
 * Every page as it first shows, in both languages, light and dark, at both widths. States further in are looked at where they come up.
 * Nothing is changed here, so that the tests may run beside all others.
 */
test.describe.configure({ mode: "parallel" });

interface Look {
  readonly width: Width;
  readonly colorScheme: "light" | "dark";
  readonly rules: "all" | "colours";
}

/**
 * Both widths light and dark, both languages: what is the same in two looks (the colours in both languages, all but the colours in light and
 * dark) is asked in one of them. `E2E_VIEWS=all` asks everything of every look.
 */
const looksOf: Readonly<Record<Language, readonly Look[]>> = {
  de: [
    { width: "desk", colorScheme: "light", rules: "all" },
    { width: "desk", colorScheme: "dark", rules: "colours" },
    { width: "phone", colorScheme: "dark", rules: "all" },
  ],
  en: [{ width: "phone", colorScheme: "light", rules: "all" }],
};
const everyLook = (Object.keys(widths) as Width[]).flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme): Look => ({ width, colorScheme, rules: "all" })),
);

async function eachLook(page: Page, language: Language, state: string): Promise<void> {
  // What does not exist is told by the framework's script: before that the page is blank.
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  const looks = process.env.E2E_VIEWS === "all" ? everyLook : looksOf[language];
  for (const width of Object.keys(widths) as Width[]) {
    await page.setViewportSize(widths[width]);
    for (const { colorScheme, rules } of looks.filter((look) => look.width === width)) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `${state}, ${colorScheme}, ${widths[width].width} px`, rules);
    }
    expect(await overflowOf(page), `${state} is wider than ${widths[width].width} px`).toBeLessThanOrEqual(0);
  }
}

const fixed: readonly (readonly [string, Who | null])[] = [
  ["/anmelden", null],
  ["/anmelden?fehler=sign-in-wrong", null],
  ["/entscheiden", "reseller-admin"],
  ["/entscheiden?art=tier-exceeded", "finance"],
  ["/bestand", "reseller-admin"],
  [
    "/bestand?art=vertrag&sortierung=-betrag&spalten=artikel,artikelnummer,art,kunde,absenden,endet,bezahlt,seit",
    "finance",
  ],
  ["/bestand?suche=gibt-es-nicht", "clerk"],
  ["/kunden", "reseller-admin"],
  ["/kunden/neu", "clerk"],
  ["/kunden/archiv", "clerk"],
  ["/sparpotenzial", "reseller-admin"],
  ["/sparpotenzial?art=maintenance-length", "finance"],
  ["/sparpotenzial?art=purchase&anbieter=enreach", "clerk"],
  ["/import", "reseller-admin"],
  ["/benutzer", "reseller-admin"],
  ["/konto", "reseller-admin"],
  ["/api-schluessel", "reseller-admin"],
  ["/api-docs", "clerk"],
  ["/pruefen", "finance"],
  ["/suche", "customer-viewer"],
  ["/suche?q=starface", "reseller-admin"],
  ["/suche?q=zzz", "finance"],
  ["/preislisten", "reseller-admin"],
  ["/preislisten/fluxpunkt/2022-09", "reseller-admin"],
  ["/preislisten/c4b/2020-03-16", "reseller-admin"],
  ["/preislisten/enreach/2026-03", "finance"],
  ["/preislisten/netinteract/2017-03", "clerk"],
  ["/preislisten/enreach/vergleich", "reseller-admin"],
  ["/preislisten/eigene?artikel=fluxpunkt%2Fcall-recording", "reseller-admin"],
  ["/preislisten/rufziel", "reseller-admin"],
  ["/naechster-nutzer", "finance"],
  ["/naechster-nutzer?kunde=10003", "clerk"],
  ["/plattform", "platform-admin"],
];

/** Pages that the tests below reach by an id, or that only lead on; that of an import is looked at in its own test, state by state. */
const reached = [
  "/kunden/[id]",
  "/anlagen/[id]",
  "/anlagen/[id]/schluessel",
  "/vertraege/[id]",
  "/kunden/[id]/aendern",
  "/kunden/[id]/archivieren",
  "/anlagen/[id]/aendern",
  "/anlagen/[id]/archivieren",
  "/vertraege/[id]/archivieren",
  "/kunden/[id]/anlagen/neu",
  "/anlagen/[id]/lizenzen/neu",
  "/anlagen/[id]/vertraege/neu",
  "/vertraege/[id]/berichtigen",
  "/vertraege/[id]/menge",
  "/import/[id]",
  "/einladung/[token]",
  "/",
];

plain("every page of the file tree is looked at", () => {
  const inTree = filesUnder("app")
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/^app\//, "").replace(/\/?page\.tsx$/, "")}`.replace(/\/\([^)]*\)/g, "") || "/");
  const shape = (page: string) => new RegExp(`^${page.replace(/\[[^\]]+\]/g, "[^/]+")}$`);
  const looked = fixed.map(([address]) => address.split("?")[0] ?? "");
  const without = inTree.filter(
    (page) => !reached.includes(page) && !looked.some((address) => shape(page).test(address)),
  );
  expect(inTree.length).toBeGreaterThan(8);
  expect(without).toEqual([]);
});

for (const language of languages) {
  for (const [path, who] of fixed) {
    test.describe(`${path} in ${language}`, () => {
      test.use({ who, language });
      test("is accessible", async ({ page }) => {
        await page.goto(path);
        await eachLook(page, language, `${path} in ${language}`);
      });
    });
  }

  test.describe(`customers and contracts in ${language}`, () => {
    test.use({ who: "reseller-admin", language });
    for (const kind of ["notice", "rule-unknown", "up2date-end", "renewal-window", "tier-exceeded"]) {
      test(`are accessible: ${kind}`, async ({ page }) => {
        const [found] = await contractsWith(portal, [kind]);
        if (!found) return;
        await page.goto(`/vertraege/${found.contractId}`);
        await eachLook(page, language, `a contract with ${kind} in ${language}`);
        await page.goto(`/kunden/${found.customerId}`);
        await eachLook(page, language, `a customer with ${kind} in ${language}`);
      });
    }
  });

  test.describe(`recording by hand in ${language}`, () => {
    test.use({ who: "clerk", language });
    for (const path of [
      "/kunden/CUSTOMER/aendern",
      "/kunden/CUSTOMER/anlagen/neu?anbieter=c4b",
      "/kunden/CUSTOMER/archivieren",
      "/anlagen/SYSTEM/aendern",
      "/anlagen/SYSTEM/lizenzen/neu",
      "/anlagen/SYSTEM/vertraege/neu?article=pro-ivr~12~&startsOn=01.03.2024&quantity=viele",
      "/vertraege/CONTRACT/berichtigen?startsOn=31.01.2019",
      "/vertraege/CONTRACT/menge?quantity=7&fromOn=01.01.1999&users=viele",
    ])
      test(`is accessible: ${path}`, async ({ page }) => {
        const { id, customerId } = await systemNamed(portal, "STARFACE Hafencity");
        const [found] = await contractsWith(portal, ["notice"]);
        const ids = { CUSTOMER: customerId, SYSTEM: id, CONTRACT: found?.contractId ?? "" };
        await page.goto(path.replace(/[A-Z]{6,}/, (name) => ids[name as keyof typeof ids]));
        await eachLook(page, language, `${path} in ${language}`);
      });
  });

  test.describe(`licence keys in ${language}`, () => {
    test.use({ who: "clerk", language });
    test("are accessible, masked and shown", async ({ page, words }) => {
      const system = await systemWithKey(portal);
      await page.goto(`/anlagen/${system.systemId}/schluessel`);
      await eachLook(page, language, `masked keys in ${language}`);
      await page.getByRole("button", { name: words("keys.revealOf", { name: system.systemName }) }).click();
      await expect(page.getByText(words("keys.noted"))).toBeVisible();
      await eachLook(page, language, `a key that is shown, in ${language}`);
    });
  });

  test.describe(`systems in ${language}`, () => {
    test.use({ who: "reseller-admin", language });
    for (const [name, asked] of [
      ["STARFACE Lübeck", ""],
      ["STARFACE Hafencity", "?benutzer=99"],
      ["XPhone Winsen", ""],
      ["XPhone Flensburg", "?nutzung.dataSources=9&nutzung.ldapDataSources=viele"],
      ["XPhone Neumünster", "?release=5&nutzung.dataSources=11"],
    ] as const) {
      test(`are accessible: ${name}${asked}`, async ({ page }) => {
        const system = await systemNamed(portal, name);
        await page.goto(`/anlagen/${system.id}${asked}`);
        await eachLook(page, language, `the system ${name}${asked} in ${language}`);
      });
    }
  });

  test.describe(`what does not exist, in ${language}`, () => {
    test.use({ who: "reseller-admin", language, provoked: [{ status: 404, path: /^\// }] });
    for (const path of ["/gibt-es-nicht", "/kunden/gibt-es-nicht", "/einladung/gibt-es-nicht"]) {
      test(`${path} is accessible`, async ({ page }) => {
        await page.goto(path);
        await eachLook(page, language, `${path} in ${language}`);
      });
    }
  });
}
