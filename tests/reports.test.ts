import path from "node:path";
import { describe, expect, it } from "vitest";
import { playwrightFaults, vitestFaults } from "./support/reports";
import { projectRoot } from "./support/source-tree";

describe("what failed, for the end of the log", () => {
  it("of Vitest: each test with its reason, and a file that could not be read", () => {
    const passed = { fullName: "a holds", status: "passed", failureMessages: [] };
    const failed = {
      fullName: "a breaks",
      status: "failed",
      failureMessages: ["AssertionError: expected 1 to be 2\n    at file.ts:3:4\n    at runner.ts:1:1"],
    };
    const file = (name: string) => path.join(projectRoot, "tests/domain", name);
    expect(
      vitestFaults({
        testResults: [
          { name: file("a.test.ts"), status: "failed", message: "", assertionResults: [passed, failed] },
          { name: file("b.test.ts"), status: "failed", message: "Cannot find module", assertionResults: [] },
          { name: file("c.test.ts"), status: "passed", message: "", assertionResults: [passed] },
        ],
      }),
    ).toEqual([
      "tests/domain/a.test.ts: a breaks\n  AssertionError: expected 1 to be 2",
      "tests/domain/b.test.ts\n  Cannot find module",
    ]);
  });

  it("of Playwright: each test under its headings, without colours, and not those that were left out", () => {
    const errors = [{ message: "\u001b[31mError: not visible\u001b[39m\n\nCall log:\n  - waiting" }];
    const spec = (title: string, ok: boolean, errors: readonly { message?: string }[]) => ({
      title,
      line: 7,
      ok,
      tests: [{ results: [{ errors }] }],
    });
    expect(
      playwrightFaults({
        errors: [{ message: "no tests found" }],
        suites: [
          {
            title: "decide.spec.ts",
            specs: [],
            suites: [
              {
                title: "Entscheiden, de",
                specs: [spec("is opened", false, errors), spec("is shown", true, []), spec("is left out", false, [])],
              },
            ],
          },
        ],
      }),
    ).toEqual([
      "Playwright\n  no tests found",
      "decide.spec.ts › Entscheiden, de › is opened (line 7)\n  Error: not visible\n  Call log:\n    - waiting",
    ]);
  });
});
