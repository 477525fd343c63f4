import { type Page, test as plain } from "@playwright/test";
import { asHighAsThePage, expectNoFault } from "../support/axe";
import { filesUnder } from "../support/source-tree";
import { contractsWith } from "../support/story-contracts";
import { systemWithKey } from "../support/story-keys";
import { systemNamed } from "../support/story-systems";
import {
  expect,
  type Language,
  languages,
  overflowOf,
  portal,
  lookTest as test,
  type Who,
  type Width,
  widths,
} from "./fixtures";

/**
 * Every page as it first shows, light and dark. States further in are looked at where they come up.
 * Nothing is changed here, so that the tests may run beside all others.
 */
test.describe.configure({ mode: "parallel" });

interface Look {
  readonly width: Width;
  readonly colorScheme: "light" | "dark";
}

/**
 * Every page by day at a desk and by night on a phone. In English the pages' jobs ask the same where they come to; `E2E_VIEWS=all` asks it of every
 * page in both languages, at both widths, light and dark.
 */
const isAll = process.env.E2E_VIEWS === "all";
const looked: readonly Language[] = isAll ? languages : ["de"];
const looks = (Object.keys(widths) as Width[])
  .flatMap((width) => (["light", "dark"] as const).map((colorScheme): Look => ({ width, colorScheme })))
  .filter(({ width, colorScheme }) => isAll || (width === "desk") === (colorScheme === "light"));

/**
 * Goes to a page as the portal's own links do. The document stays, and with it axe, whose first question to a new one costs as much as the next two;
 * only what begins or changes language is loaded anew.
 */
async function visit(page: Page, path: string, language: Language): Promise<void> {
  const isOpen = await page.evaluate(
    (lang) => document.documentElement.lang === lang && "next" in window && document.onkeydown === null,
    language,
  );
  if (!isOpen) {
    await page.goto(path);
    return;
  }
  await page.evaluate((to) => {
    (window as unknown as { next: { router: { push(href: string): void } } }).next.router.push(to);
  }, path);
  await page.waitForURL(new URL(path, portal.origin).href);
}

async function eachLook(page: Page, state: string): Promise<void> {
  // What does not exist is told by the framework's script: before that the page is blank.
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  // The framework streams the title behind the page's frame.
  await expect(page).toHaveTitle(/./);
  for (const width of Object.keys(widths) as Width[]) {
    const ofWidth = looks.filter((look) => look.width === width);
    await page.setViewportSize(widths[width]);
    await asHighAsThePage(page);
    for (const { colorScheme } of ofWidth) {
      await page.emulateMedia({ colorScheme });
      await expectNoFault(page, `${state}, ${colorScheme}, ${widths[width].width} px`, "all");
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

for (const language of looked) {
  for (const [path, who] of fixed) {
    test.describe(`${path} in ${language}`, () => {
      test.use({ who, language });
      test("is accessible", async ({ page }) => {
        await visit(page, path, language);
        await eachLook(page, `${path} in ${language}`);
      });
    });
  }

  test.describe(`customers and contracts in ${language}`, () => {
    test.use({ who: "reseller-admin", language });
    for (const kind of ["notice", "rule-unknown", "up2date-end", "renewal-window", "tier-exceeded"]) {
      test(`are accessible: ${kind}`, async ({ page }) => {
        const [found] = await contractsWith(portal, [kind]);
        if (!found) return;
        await visit(page, `/vertraege/${found.contractId}`, language);
        await eachLook(page, `a contract with ${kind} in ${language}`);
        await visit(page, `/kunden/${found.customerId}`, language);
        await eachLook(page, `a customer with ${kind} in ${language}`);
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
        await visit(
          page,
          path.replace(/[A-Z]{6,}/, (name) => ids[name as keyof typeof ids]),
          language,
        );
        await eachLook(page, `${path} in ${language}`);
      });
  });

  test.describe(`licence keys in ${language}`, () => {
    test.use({ who: "clerk", language });
    test("are accessible, masked and shown", async ({ page, words }) => {
      const system = await systemWithKey(portal);
      await visit(page, `/anlagen/${system.systemId}/schluessel`, language);
      await eachLook(page, `masked keys in ${language}`);
      await page.getByRole("button", { name: words("keys.revealOf", { name: system.systemName }) }).click();
      await expect(page.getByText(words("keys.noted"))).toBeVisible();
      await eachLook(page, `a key that is shown, in ${language}`);
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
        await visit(page, `/anlagen/${system.id}${asked}`, language);
        await eachLook(page, `the system ${name}${asked} in ${language}`);
      });
    }
  });

  test.describe(`what does not exist, in ${language}`, () => {
    test.use({ who: "reseller-admin", language, provoked: [{ status: 404, path: /^\// }] });
    for (const path of ["/gibt-es-nicht", "/kunden/gibt-es-nicht", "/einladung/gibt-es-nicht"]) {
      test(`${path} is accessible`, async ({ page }) => {
        await page.goto(path);
        await eachLook(page, `${path} in ${language}`);
      });
    }
  });
}
