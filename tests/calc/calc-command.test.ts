import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { answerLine } from "@/lib/calc/answer-line";

const root = path.resolve(import.meta.dirname, "../..");
const request = (id: number) =>
  JSON.stringify({ id, op: "terms", policy: "netinteract/flat", start: "2026-01-01", asOf: "2026-11-20" });

const start = (): ChildProcessWithoutNullStreams => spawn("npm", ["run", "-s", "calc"], { cwd: root });

interface Ended {
  readonly status: number | null;
  readonly lines: { id?: number; ok: boolean; error?: { code: string } }[];
  readonly errors: string;
}

/** Runs the command to its end on some input. */
async function run(input: string | Buffer): Promise<Ended> {
  const child = start();
  child.stdin.end(input);
  const [out, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const status = child.exitCode ?? (await new Promise<number | null>((done) => child.on("close", done)));
  return {
    status,
    lines: out
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    errors,
  };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk;
  return text;
}

describe("npm run calc", { timeout: 60_000 }, () => {
  it("answers every line in order, whatever stands in it, and ends with status 0", async () => {
    const bad = Buffer.from("\xff\n", "latin1");
    const before = Buffer.from(`\ufeff${request(1)}\r\n\n  \nno json\n${request(2)}\n[]\n`);
    const { status, lines, errors } = await run(Buffer.concat([before, bad, Buffer.from(request(3))]));
    expect(lines.map(({ id, ok, error }) => [id, ok, error?.code])).toEqual([
      [1, true, undefined],
      [undefined, false, "request-not-json"],
      [2, true, undefined],
      [undefined, false, "request-not-an-object"],
      [undefined, false, "request-not-utf8"],
      [3, true, undefined],
    ]);
    expect([status, errors]).toEqual([0, ""]);
  });

  it("reads a file as it reads a pipe, however its chunks fall", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "calc-command-"));
    const file = path.join(folder, "requests.jsonl");
    writeFileSync(file, Array.from({ length: 3000 }, (_, id) => request(id)).join("\n"));
    const child = spawn("npm", ["run", "-s", "calc"], { cwd: root, stdio: [openSync(file, "r"), "pipe", "inherit"] });
    const lines = (await textOf(child.stdout as NodeJS.ReadableStream)).trimEnd().split("\n");
    rmSync(folder, { recursive: true });
    expect(lines.map((line) => JSON.parse(line)).map(({ id, ok }) => [id, ok])).toEqual(
      Array.from({ length: 3000 }, (_, id) => [id, true]),
    );
  });

  it("keeps the order on two threads, with long answers and lines that are no request among the short", async () => {
    const long = (id: number) => {
      const contract = { policy: "netinteract/flat", start: "2026-01-01", monthlyCents: 100 };
      const contracts = Array.from({ length: 40 }, (_, index) => ({ id: `${index}`, ...contract }));
      return JSON.stringify({ id, op: "forecast", asOf: "2026-11-20", from: "2026-12", months: 600, contracts });
    };
    const asked = Array.from({ length: 60_000 }, (_, id) => {
      if (id % 4001 === 7) return `no json ${id}`;
      return id % 9001 === 8 ? long(id) : request(id);
    });
    const child = start();
    child.stdin.end(asked.join("\n"));
    const lines = (await textOf(child.stdout)).trimEnd().split("\n");
    expect(lines.length).toBe(asked.length);
    const wrong = lines.findIndex((line, index) => {
      const alone = answerLine(asked[index] as string) ?? "";
      return line !== (typeof alone === "string" ? alone : [...alone].join(""));
    });
    expect([wrong, lines[wrong]?.slice(0, 200)]).toEqual([-1, undefined]);
  });

  it("ends with status 0 on no input at all", async () => {
    expect(await run("")).toEqual({ status: 0, lines: [], errors: "" });
  });

  it("answers at once, before the next line is there", async () => {
    const child = start();
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (let id = 1; id <= 3; id++) {
      child.stdin.write(`${request(id)}\n`);
      expect(JSON.parse((await answers.next()).value ?? "")).toMatchObject({ id, ok: true });
    }
    child.stdin.end();
    expect((await answers.next()).done).toBe(true);
  });

  it("is quiet when its reader has read enough", async () => {
    const child = start();
    child.stdin.on("error", () => {});
    child.stdin.write(`${request(1)}\n`);
    await new Promise((done) => child.stdout.once("data", done));
    child.stdout.destroy();
    // Much enough for a second thread.
    child.stdin.end(`${request(2)}\n`.repeat(100_000));
    const [errors, status] = await Promise.all([textOf(child.stderr), new Promise((done) => child.on("close", done))]);
    expect([status, errors]).toEqual([0, ""]);
  });

  it("ends with a status and a sentence when standard input itself fails", async () => {
    const folder = openSync(root, "r");
    const child = spawn("npm", ["run", "-s", "calc"], { cwd: root, stdio: [folder, "pipe", "pipe"] });
    const errors = child.stderr === null ? "" : await textOf(child.stderr);
    const status = child.exitCode ?? (await new Promise((done) => child.on("close", done)));
    expect(status).toBe(1);
    expect(errors).toMatch(/^Die Standardeingabe lässt sich nicht lesen: .*EISDIR/);
  });
});
