import "@/lib/cli/demo-environment";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfChanged } from "@/lib/cli/build";
import { exitOf, projectRoot, startChild, stopChild } from "@/lib/cli/child";
import { command } from "@/lib/cli/command";
import { findChromium } from "./support/chromium";
import { portalToEnvironment } from "./support/portal";
import { startPortalForTests } from "./support/portal-server";

/**
 * `npm run e2e [-- playwright's arguments]`: one production build on one throwaway database with the story data, and the browser tests
 * against it: those of the pages, then (whatever came of them) the matrix of routes and roles. With `--serve` it only serves, until Ctrl-C, and prints what the tests would be told.
 */
await command(async (onStop) => {
  const chromiumPath = await findChromium((line) => console.log(line));
  await buildIfChanged();
  const sessions = mkdtempSync(path.join(tmpdir(), "portal-sessions-"));
  onStop(() => rmSync(sessions, { recursive: true, force: true }));
  const { origin, adminUrl, logFile, people } = await startPortalForTests(onStop);
  const environment = portalToEnvironment({ origin, adminUrl, logFile, people, chromiumPath, sessions });

  const args = process.argv.slice(2);
  if (args.includes("--serve")) {
    console.log(JSON.stringify(environment));
    await new Promise(() => {});
  }
  const playwright = path.join(projectRoot, "node_modules/@playwright/test/cli.js");
  const chosen = args.some((argument) => argument.startsWith("--project"));
  const runs = chosen ? [args] : ["pages", "matrix"].map((project) => [`--project=${project}`, ...args]);
  let worst = 0;
  for (const each of runs) {
    const child = startChild(
      [process.execPath, [playwright, "test", "--config", "tests/playwright.config.ts", ...each]],
      { env: environment },
    );
    onStop(() => stopChild(child));
    worst = Math.max(worst, await exitOf(child));
  }
  process.exitCode = worst;
});
