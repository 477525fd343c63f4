import { readFileSync } from "node:fs";
import path from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { createTranslator } from "next-intl";
import { portalFromEnvironment, type Who } from "../support/portal";
import { projectRoot } from "../support/source-tree";
import { type Provoked, type Watch, watch } from "../support/watch";

export { expect } from "@playwright/test";
export type { Who } from "../support/portal";

export const portal = portalFromEnvironment();

export const stateOf = (who: Who): string => path.join(portal.sessions, `${who}.json`);

export const languages = ["de", "en"] as const;
export type Language = (typeof languages)[number];

export const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Width = keyof typeof widths;

/** Each language at each width. */
export const allViews = languages.flatMap((language) =>
  (Object.keys(widths) as Width[]).map((width) => ({
    language,
    width,
    name: `${language}, ${widths[width].width} px`,
  })),
);

/**
 * For tests that do a page's whole job: German at the desk and English on the phone, so that each language and each width has its turn. How every
 * page looks in both languages at both widths, `accessible.spec.ts` sees. `E2E_VIEWS=all` does every job in each language at each width.
 */
export const views = allViews.filter(
  ({ language, width }) => process.env.E2E_VIEWS === "all" || (language === "de") === (width === "desk"),
);

const messages = Object.fromEntries(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(path.join(projectRoot, `lib/i18n/messages/${language}.json`), "utf8")),
  ]),
);

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The words that the page itself shows, so that a test finds a button by what a user reads on it. */
export const wordsOf = (language: Language): Translate => {
  const translate = createTranslator({ locale: language, messages: messages[language], timeZone: "Europe/Berlin" });
  return translate as unknown as Translate;
};

/** By how many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Goes to a page by the navigation, as one does with a mouse or a thumb: on a phone some ways are behind "Mehr". */
export async function goTo(page: Page, words: Translate, way: string): Promise<void> {
  const name = words(`nav.${way}`);
  const navigation = page.getByRole("navigation", { name: words("nav.main") });
  const link = navigation.getByRole("link", { name, exact: true });
  const more = navigation.locator("summary");
  await expect(link.or(more).first()).toBeVisible();
  if ((await link.count()) === 0) await more.click();
  await link.click();
}

/** From now on the page's scripts do not come, until what it answers is called: as over a slow line. */
export async function holdScripts(page: Page): Promise<() => void> {
  const late: (() => void)[] = [];
  let held = true;
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    if (held) await new Promise<void>((resolve) => late.push(resolve));
    await route.continue();
  });
  return () => {
    held = false;
    for (const go of late) go();
  };
}

export const paletteField = (page: Page, words: Translate) =>
  page.getByRole("combobox", { name: words("palette.field") });

/** Opens the search over everything as one does: with the keys at a desk, with a thumb on a phone. */
export async function openPalette(page: Page, words: Translate, width: Width): Promise<void> {
  if (width === "desk") await page.keyboard.press("Control+k");
  else {
    // Before its script is there, the link leads to the search's page.
    await page.waitForFunction(() => document.onkeydown === null);
    await page.getByRole("link", { name: words("palette.open") }).tap();
  }
  await expect(paletteField(page, words)).toBeFocused();
  // Until it is measured, it is there and hidden.
  await expect(page.getByRole("dialog").locator("xpath=../..")).toHaveCSS("opacity", "1");
}

interface Options {
  /** Who is signed in; null is nobody. */
  who: Who | null;
  language: Language;
  width: Width;
  /** Answers of 400 and above that the test provokes on purpose. */
  provoked: readonly Provoked[];
  /** The test plants something that the policy must stop. */
  violates: boolean;
}

interface Fixtures {
  watched: Watch;
  words: Translate;
  /** A page of somebody else, watched like the test's own. */
  openAs: (who: Who | null) => Promise<Page>;
}

const seenNonces = new Set<string>();

async function inLanguage(context: BrowserContext, language: Language): Promise<void> {
  await context.addCookies([{ name: "locale", value: language, url: portal.origin }]);
}

/** A browser of its own for each test: for what depends on nothing having been loaded, on who signs in or out, or on what is held back on its way. */
export const freshTest = base.extend<Options & Fixtures>({
  who: ["reseller-admin", { option: true }],
  language: ["de", { option: true }],
  width: ["desk", { option: true }],
  provoked: [[], { option: true }],
  violates: [false, { option: true }],

  storageState: async ({ who }, use) => use(who === null ? undefined : stateOf(who)),
  viewport: async ({ width }, use) => use(widths[width]),
  hasTouch: async ({ width }, use) => use(width === "phone"),
  isMobile: async ({ width }, use) => use(width === "phone"),
  words: async ({ language }, use) => use(wordsOf(language)),

  watched: [
    async ({ context, language, width, provoked, violates }, use) => {
      await inLanguage(context, language);
      const watched = await watch(context, provoked, seenNonces);
      await use(watched);
      // Where the work ended, nothing lies beside the screen of a phone.
      for (const page of width === "phone" ? context.pages() : []) {
        expect(await overflowOf(page), `${page.url()} is wider than a phone`).toBeLessThanOrEqual(0);
      }
      if (!violates) expect(watched.faults, "errors while the test ran").toEqual([]);
    },
    { auto: true },
  ],

  openAs: async ({ browser, language, width, provoked }, use) => {
    const opened: { context: BrowserContext; watched: Watch }[] = [];
    await use(async (who) => {
      const context = await browser.newContext({
        viewport: widths[width],
        locale: "de-DE",
        // Without it, nobody would inherit the test's own session.
        storageState: who === null ? { cookies: [], origins: [] } : stateOf(who),
      });
      await inLanguage(context, language);
      opened.push({ context, watched: await watch(context, provoked, seenNonces) });
      return context.newPage();
    });
    for (const { context, watched } of opened) {
      expect(watched.faults, "errors while the test ran").toEqual([]);
      await context.close();
    }
  },
});

interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watched: Watch;
  /** What the test that has the window now provokes. */
  readonly provoked: Provoked[];
}

const cookiesOf = (who: Who): Parameters<BrowserContext["addCookies"]>[0] =>
  JSON.parse(readFileSync(stateOf(who), "utf8")).cookies;

/**
 * For all tests that can go on where another ended, as people do: a window of each width, in which a test finds who is signed in and nothing else of
 * the one before. Opening one for every test would cost as much as two pages, and each page in it twice as much as one that comes after others.
 */
export const test = freshTest.extend<{ window: Window }, { windows: Map<string, Window> }>({
  windows: [
    async ({ browser: _ }, use) => {
      const windows = new Map<string, Window>();
      await use(windows);
      for (const { context } of windows.values()) await context.close();
    },
    { scope: "worker" },
  ],

  window: async (
    {
      browser,
      windows,
      who,
      language,
      width,
      javaScriptEnabled,
      provoked,
      baseURL,
      locale,
      timezoneId,
      contextOptions,
    },
    use,
    testInfo,
  ) => {
    const open = async (): Promise<Window> => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL,
        locale,
        timezoneId,
        javaScriptEnabled,
        // Without it, the window would keep the session of whoever was the first.
        storageState: { cookies: [], origins: [] },
        viewport: widths[width],
        hasTouch: width === "phone",
        isMobile: width === "phone",
      });
      const provokedNow: Provoked[] = [];
      const watched = await watch(context, provokedNow, seenNonces);
      return { context, page: await context.newPage(), watched, provoked: provokedNow };
    };
    const name = `${width} ${javaScriptEnabled}`;
    const window = windows.get(name) ?? (await open());
    windows.set(name, window);
    const { context, page } = window;
    window.watched.faults.length = 0;
    window.provoked.splice(0, Number.POSITIVE_INFINITY, ...provoked);
    await context.clearCookies();
    if (who !== null) await context.addCookies(cookiesOf(who));
    await inLanguage(context, language);
    await page.setViewportSize(widths[width]);
    await page.emulateMedia({ colorScheme: "light" });
    await use(window);
    if (testInfo.status !== testInfo.expectedStatus || page.isClosed()) {
      windows.delete(name);
      await context.close();
      return;
    }
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    // What a page keeps in the browser is for the one who used it.
    if (javaScriptEnabled !== false && page.url().startsWith(portal.origin)) {
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    }
  },

  context: async ({ window }, use) => use(window.context),
  page: async ({ window }, use) => use(window.page),
  watched: async ({ window, width }, use) => {
    await use(window.watched);
    if (width === "phone") {
      for (const page of window.context.pages()) {
        expect(await overflowOf(page), `${page.url()} is wider than a phone`).toBeLessThanOrEqual(0);
      }
    }
    expect(window.watched.faults, "errors while the test ran").toEqual([]);
  },
});
