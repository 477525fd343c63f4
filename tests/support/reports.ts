import path from "node:path";
import { projectRoot } from "./source-tree";

/** As the JSON reporter of Vitest writes it, in what is read here. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Title and reason of each test that failed. */
export function vitestFaults({ testResults }: Pick<VitestReport, "testResults">): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const where = path.relative(projectRoot, name);
    if (failed.length === 0 && status === "failed") return [fault(where, [message])];
    return failed.map(({ fullName, failureMessages }) => fault(`${where}: ${fullName}`, failureMessages));
  });
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly line: number;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** As the JSON reporter of Playwright writes it, in what is read here. */
export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

function faultsOf({ title, suites = [], specs }: PlaywrightSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map((spec) => ({
      title: `${spec.title} (line ${spec.line})`,
      errors: spec.tests.flatMap(({ results }) =>
        results.flatMap(({ errors }) => errors.map(({ message }) => message)),
      ),
    }))
    // A test that was left out is not one that failed.
    .filter(({ errors }) => errors.length > 0)
    .map((spec) => fault(spec.title, spec.errors));
  return [...own, ...suites.flatMap(faultsOf)].map((one) => `${title} › ${one}`);
}

/** Title and reason of each test that failed, and of what kept tests from running. */
export function playwrightFaults({ errors, suites }: Pick<PlaywrightReport, "errors" | "suites">): string[] {
  return [...errors.map(({ message }) => fault("Playwright", [message])), ...suites.flatMap(faultsOf)];
}

/** A failing test in a few lines, for the end of the log: the whole stands where it ran. */
function fault(title: string, messages: readonly (string | undefined)[]): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Playwright colours its messages whatever it is told.
  const plain = messages.join("\n").replace(/\x1b\[[0-9;]*m/g, "");
  const lines = plain.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  return [title, ...lines.slice(0, 6).map((line) => `  ${line.slice(0, 160)}`)].join("\n");
}
