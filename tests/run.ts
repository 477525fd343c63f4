import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfChanged } from "@/lib/cli/build";
import { exitOf, nextCommand, startChild, stopChild } from "@/lib/cli/child";
import { findChromium } from "./support/chromium";
import { type PlaywrightReport, playwrightFaults, type VitestReport, vitestFaults } from "./support/reports";
import { projectRoot } from "./support/source-tree";

/**
 * `npm test`: types, Biome, unit (with boundaries, property and golden tests), database, build and browser tests. Its last line is
 * `N passed, N failed`; a step that cannot run counts as failed, as does a test that is skipped.
 */

interface Outcome {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly note: string;
  /** Title and reason of each test that failed. */
  readonly faults: readonly string[];
}

const startedAt = performance.now();
const reports = mkdtempSync(path.join(tmpdir(), "portal-test-"));
const outcomes: Outcome[] = [];

const clock = () => {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
const say = (step: string, line: string) => console.log(`${clock()} ${step.padEnd(8)} ${line}`);

const tool = (...parts: string[]) => path.join(projectRoot, "node_modules", ...parts);

/** Runs a tool to its end with its lines under the step's name; after `minutes`, far beyond what it takes, it is stopped and has failed. */
async function run(
  step: string,
  command: [string, string[]],
  env: Record<string, string | undefined> = {},
  minutes = 40,
): Promise<number> {
  const child = startChild(command, {
    env: { FORCE_COLOR: undefined, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", ...env },
    onLine: (line) => line.trim() !== "" && say(step, line),
  });
  const timer = setTimeout(() => {
    say(step, `stopped after ${minutes} minutes`);
    void stopChild(child, 10_000); // first politely, so that the step ends the server and the database that it started
  }, minutes * 60_000);
  const code = await exitOf(child);
  clearTimeout(timer);
  return code;
}

type Counts = Pick<Outcome, "passed" | "failed" | "note"> & Partial<Pick<Outcome, "faults">>;

/** Times the step and turns a fault of the step itself into one failure. */
async function step(name: string, work: () => Promise<Counts>): Promise<boolean> {
  const from = performance.now();
  say(name, "starts");
  let counts: Counts;
  try {
    counts = await work();
  } catch (error) {
    counts = { passed: 0, failed: 1, note: error instanceof Error ? error.message : String(error) };
  }
  const outcome = { step: name, faults: [], ...counts, seconds: (performance.now() - from) / 1000 };
  outcomes.push(outcome);
  say(name, `${outcome.passed} passed, ${outcome.failed} failed ${outcome.note}`.trimEnd());
  return outcome.failed === 0;
}

const asOne = (code: number): Counts =>
  code === 0 ? { passed: 1, failed: 0, note: "" } : { passed: 0, failed: 1, note: `(exit code ${code})` };

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}

/** Adds what a count of tests cannot show: a run that broke off, and tests that were left out. */
function counted(passed: number, failed: number, leftOut: number, code: number, faults: readonly string[]): Counts {
  const broken = code !== 0 && failed + leftOut === 0 ? 1 : 0;
  const notes = [
    leftOut > 0 ? `${leftOut} left out, which counts as failed` : "",
    broken > 0 ? `ended with code ${code} without a failing test` : "",
    passed + failed === 0 ? "no test ran" : "",
  ].filter(Boolean);
  const none = passed + failed + leftOut + broken === 0 ? 1 : 0;
  const note = notes.length > 0 ? `(${notes.join("; ")})` : "";
  return { passed, failed: failed + leftOut + broken + none, note, faults };
}

async function vitest(project: "unit" | "db" | "throughput"): Promise<Counts> {
  const file = path.join(reports, `${project}.json`);
  const code = await run(project, [
    process.execPath,
    [tool("vitest/vitest.mjs"), "run", "--config", "tests/vitest.config.ts", "--project", project].concat([
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ]),
  ]);
  const report = readReport<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1, note: `(ended with code ${code} and left no report)` };
  const leftOut = report.numPendingTests + report.numTodoTests;
  return counted(report.numPassedTests, report.numFailedTests, leftOut, code, vitestFaults(report));
}

/** The tests of one project of Playwright's on a portal of their own, so that what one does or fails in leaves the other as it is. */
async function browser(
  name: string,
  project: "pages" | "matrix",
  chromium: Promise<string>,
  env: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const file = path.join(reports, `${name}.json`);
  const code = await run(name, [process.execPath, ["--import", "tsx", "tests/e2e.ts", `--project=${project}`]], {
    CHROMIUM_PATH: await chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...env,
  });
  const report = readReport<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1, note: `(ended with code ${code} and left no report)` };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return counted(expected, unexpected + flaky, skipped, code, playwrightFaults(report));
}

async function main(): Promise<void> {
  // Two lanes for two cores, and the matrix in two parts for whichever is free. The browser is looked for (and if need be installed) beside them.
  const chromium = findChromium((line) => say("browser", line));
  chromium.catch(() => {});

  const built = Promise.withResolvers<boolean>();
  const looked = async (name: string, project: "pages" | "matrix", env?: Readonly<Record<string, string>>) => {
    const isBuilt = await built.promise;
    await step(name, () =>
      isBuilt ? browser(name, project, chromium, env) : Promise.reject(new Error("there is no build to look at")),
    );
  };
  const left = ["1/2", "2/2"].map((part, at) => () => looked(`matrix ${at + 1}`, "matrix", { MATRIX_PART: part }));
  const rest = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await next();
  };

  const server = async () => {
    await step("types", async () => {
      const typegen = await run("types", nextCommand("typegen"));
      return asOne(
        typegen ||
          (await run("types", [
            process.execPath,
            [tool("typescript/bin/tsc"), "--noEmit", "--incremental", "false", "-p", "."],
          ])),
      );
    });
    const build = step("build", async () => {
      const how = await buildIfChanged((line) => line.trim() !== "" && say("build", line));
      return { passed: 1, failed: 0, note: how === "unchanged" ? "(the last build is of the same sources)" : "" };
    });
    built.resolve(await build);
    await looked("browser", "pages");
    await rest();
  };
  const rules = async () => {
    await step("biome", async () =>
      asOne(await run("biome", [process.execPath, [tool("@biomejs/biome/bin/biome"), "check", "."]])),
    );
    await step("unit", () => vitest("unit"));
    await step("db", () => vitest("db"));
    await rest();
  };
  await Promise.all([server(), rules()]);
  // Last and alone: it measures.
  await step("calc", () => vitest("throughput"));
  rmSync(reports, { recursive: true, force: true });

  console.log("");
  for (const { step: name, passed, failed, seconds, note } of outcomes) {
    console.log(
      `${failed === 0 ? "ok  " : "FAIL"} ${name.padEnd(8)} ${passed} passed, ${failed} failed  ${seconds.toFixed(1)} s  ${note}`,
    );
  }
  for (const { step: name, faults } of outcomes) {
    for (const one of faults.slice(0, 12)) console.log(`\n${name}: ${one}`);
    if (faults.length > 12) console.log(`\n${name}: and ${faults.length - 12} more`);
  }
  const sum = (of: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  console.log(`took ${clock()}`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exit(sum("failed") === 0 ? 0 : 1);
}

await main();
