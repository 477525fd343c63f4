import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, LineCutter, linesIn, MAX_LINE_MEBIBYTES } from "@/lib/cli/lines";

function cut(...chunks: (string | Buffer)[]): Line[] {
  const lines = new LineCutter();
  const blocks = [...chunks.flatMap((chunk) => [...lines.push(Buffer.from(chunk as string))]), ...lines.end()];
  return blocks.flatMap((block) => [...linesIn(block)]);
}

describe("lines of a stream", () => {
  it.each([
    [["a\nb\n"], ["a", "b"]],
    [["a\nb"], ["a", "b"]],
    [
      ["a", "b\n", "c"],
      ["ab", "c"],
    ],
    [["\n\na\n"], ["", "", "a"]],
    [["a\r\nb\r\n"], ["a\r", "b\r"]],
    [["\ufeffa\nb"], ["a", "b"]],
    [["a\n\ufeffb"], ["a", "\ufeffb"]],
    [["\ufeff"], [""]],
    [[""], []],
  ])("%j", (chunks, lines) => {
    expect(cut(...chunks)).toEqual(lines);
  });

  it("are the same wherever the chunks are cut, even within a character", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.array(fc.nat({ max: 30 })), (texts, cuts) => {
        const lines = texts.map((text) => text.replaceAll("\n", "").replaceAll("\ufeff", ""));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
        const chunks: Buffer[] = [];
        let at = 0;
        for (const length of cuts) {
          chunks.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(cut(...chunks, bytes.subarray(at))).toEqual(lines);
      }),
    );
  });

  it("that are no UTF-8 are named one by one", () => {
    expect(cut(Buffer.from("a\n\xff\nä\n", "latin1"), "b\n")).toEqual([
      "a",
      { unreadable: "not-utf8" },
      { unreadable: "not-utf8" },
      "b",
    ]);
    expect(cut(Buffer.from([0x61, 0x0a, 0xc3]))).toEqual(["a", { unreadable: "not-utf8" }]);
  });

  it("that are too long are named once, and the next is read again", () => {
    const mebibyte = "x".repeat(1024 * 1024);
    const long = Array.from({ length: MAX_LINE_MEBIBYTES + 3 }, () => mebibyte);
    expect(cut("a\n", ...long, "\nb\n")).toEqual(["a", { unreadable: "too-long" }, "b"]);
    expect(cut(...long)).toEqual([{ unreadable: "too-long" }]);
  });
});
