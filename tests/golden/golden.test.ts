import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { answerLine } from "@/lib/calc/answer-line";
import { differsAt } from "./judge";

const CASES = 231;

interface GoldenCase {
  readonly id: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".jsonl"));
const cases = new Map(files.map((name) => [name, readCases(name)]));

function readCases(name: string): GoldenCase[] {
  const lines = readFileSync(path.join(import.meta.dirname, name), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/** What the command would print for a request, read again. */
function answered(request: unknown): Record<string, unknown> {
  const text = answerLine(JSON.stringify(request));
  return JSON.parse(typeof text === "string" ? text : [...(text ?? [])].join(""));
}

it(`there are ${CASES} golden cases`, () => {
  expect([...cases.values()].flat()).toHaveLength(CASES);
});

describe.each([...cases])("%s", (_file, golden) => {
  it.each(golden.map((each) => [each.id, each] as const))("%s", (id, { request, expect: wanted }) => {
    const given = answered({ id, ...request });
    expect(given.id).toBe(id);
    expect(differsAt(wanted, given), JSON.stringify(given)).toBeNull();
    if (wanted.ok === false && wanted.violations === undefined) {
      expect((given.error as { message?: string } | undefined)?.message).toMatch(/\S/);
    }
  });
});

/** A comparison that cannot fail would hold nothing. */
describe("the comparison", () => {
  it.each([
    [{ ok: true }, { ok: false }, "$.ok"],
    [{ termEnd: null }, { termEnd: "2026-01-01" }, "$.termEnd"],
    [{ totals: { a: 1 } }, { totals: { a: 2 } }, "$.totals.a"],
    [{ totals: { a: 1 } }, {}, "$.totals"],
    [{ rows: [1, 2] }, { rows: [1] }, "$.rows"],
    [{ rows: [{ a: 1 }] }, { rows: [{ a: "1" }] }, "$.rows[0].a"],
    [{ violations: [{ sku: "a", kind: "limit" }] }, { violations: [{ sku: "a", kind: "missing" }] }, "$.violations"],
    [{ violations: [] }, { violations: [{ sku: "a", kind: "missing" }] }, "$.violations"],
  ])("%j is not %j", (wanted, given, at) => {
    expect(differsAt(wanted, given)).toBe(at);
  });

  it("leaves free what is not named, and the order of violations", () => {
    expect(differsAt({ a: 1, b: null }, { a: 1, c: 2 })).toBeNull();
    const [one, two] = [{ sku: "a", kind: "limit" }, { sku: "b", kind: "missing" }];
    expect(differsAt({ violations: [one, two] }, { violations: [two, { ...one, message: "…" }, one] })).toBeNull();
  });
});
