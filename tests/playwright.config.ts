import { defineConfig } from "@playwright/test";
import { chromiumFlags } from "./support/chromium";
import { portalFromEnvironment } from "./support/portal";

const { origin, chromiumPath } = portalFromEnvironment();
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/** The browser tests against the one portal that `npm run e2e` has started. A file's tests run in order; files run two at a time. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // So long only where half a machine does it, or less: what a test says does not depend on it.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["list", { printSteps: false }],
    ...(report ? [["json", { outputFile: report }] as ["json", object]] : []),
  ],
  use: {
    baseURL: origin,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    // What moves is waited for before it is looked at or clicked; what a test says does not depend on it.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    // Traces of every test would cost a third of the time; ask for them with -- --trace on.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: chromiumPath, args: [...chromiumFlags] },
  },
  projects: [
    { name: "sign-in", testMatch: /everybody\.setup\.ts$/ },
    { name: "pages", testMatch: /\.spec\.ts$/, testIgnore: /matrix\.spec\.ts$/, dependencies: ["sign-in"] },
    // For a portal of its own, or after the pages: it really does everything that it may.
    { name: "matrix", testMatch: /matrix\.spec\.ts$/ },
  ],
});
