import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer } from "@/lib/calc/answer";
import { answerLine } from "@/lib/calc/answer-line";

const TERMS = '"op":"terms","policy":"netinteract/flat","start":"2026-01-01","asOf":"2026-11-20"';
const errorOf = (line: string) => JSON.parse(answerLine(line) as string).error;

describe("a line that is no request", () => {
  it.each([
    ["{", "request-not-json"],
    ["nonsense", "request-not-json"],
    ["{'op':'terms'}", "request-not-json"],
    ['{"op":"terms",}', "request-not-json"],
    ['{"op":"terms"} {"op":"terms"}', "request-not-json"],
    ["\u0000", "request-not-json"],
    ["NaN", "request-not-json"],
    ['{"op": "terms", "id": 01}', "request-not-json"],
    ["7", "request-not-an-object"],
    ["null", "request-not-an-object"],
    ['"terms"', "request-not-an-object"],
    ["[]", "request-not-an-object"],
    ["{}", "op-unknown"],
    ['{"op":null}', "op-unknown"],
    ['{"op":{}}', "op-unknown"],
    ['{"op":"toString"}', "op-unknown"],
    ['{"op":"__proto__"}', "op-unknown"],
    [`{${TERMS},"__proto__":{}}`, "unknown-field"],
    [`{${TERMS},"constructor":1}`, "unknown-field"],
    [`{${TERMS},"":1}`, "unknown-field"],
    [`{${TERMS},"\\ud800":1}`, "unknown-field"],
    [`{${TERMS},"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "unknown-field"],
  ])("%#: %s", (line, code) => {
    expect(errorOf(line)).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  });

  it("is skipped if it is blank", () => {
    for (const line of ["", " ", "\t", "\r", " \r"]) expect(answerLine(line)).toBeNull();
  });

  it("is no crash, whatever stands in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.anything().map((value) => JSON.stringify(value) ?? ""),
        ),
        (line) => {
          const said = answerLine(line);
          if (line.trim() === "") expect(said).toBeNull();
          else expect(JSON.parse(said as string)).toMatchObject({ ok: false, error: { message: expect.any(String) } });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is no crash with any value in any field", () => {
    const names = [
      "policy",
      "termMonths",
      "rule",
      "land",
      "start",
      "asOf",
      "noticeReceivedOn",
      "contracts",
      "months",
      "from",
    ];
    const fields = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom("terms", "forecast"), fields, (op, given) => {
        expect(answer({ op, ...given }).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("an id", () => {
  it.each([
    '"a"',
    "null",
    "false",
    "0",
    "-1.5",
    "9007199254740991",
    "9007199254740993",
    "12345678901234567890",
    "1e400",
    '"\\ud83d"',
    '"ä„😀"',
    "[]",
    '[1,{"a":[null,123456789012345678901234567890]}]',
    '{"id":{"id":1.10}}',
    '{"__proto__":1}',
  ])("%s comes back as it was written", (id) => {
    expect(answerLine(`{"id":${id},${TERMS}}`)).toContain(`{"id":${id},"ok":true,`);
    expect(answerLine(`{"id":${id},"op":"x"}`)).toContain(`{"id":${id},"ok":false,`);
  });

  it.each(["1.0", "-0", "1e2", "0.10"])("%s comes back as the same number", (id) => {
    expect(JSON.parse(answerLine(`{"id":${id},${TERMS}}`) as string).id + 0).toBe(JSON.parse(id) + 0);
  });

  it("is not invented where there was none", () => {
    expect(answerLine(`{${TERMS}}`)).toMatch(/^\{"ok":true,/);
  });

  it("that cannot be repeated is said to be so", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(errorOf(`{"id":${deep},${TERMS}}`)).toMatchObject({ code: "request-too-deep", path: "id" });
    const forecast = '"op":"forecast","asOf":"2026-11-20","from":"2026-12","months":1,"contracts":[]';
    expect(errorOf(`{"id":${deep},${forecast}}`)).toMatchObject({ code: "request-too-deep", path: "id" });
  });
});

it("repeats no more of a wrong value than a sentence can hold", () => {
  const { message, path } = errorOf(`{${TERMS.replace("2026-01-01", "x".repeat(1_000_000))}}`);
  expect(message.length).toBeLessThan(300);
  expect(path).toBe("start");
});
