import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { answerLine } from "@/lib/calc/answer-line";
import { dayAfter } from "@/lib/domain/dates";
import { LAENDER } from "@/lib/domain/holidays";
import type { Bench, Line } from "./measure";

const REQUESTS = 1_000_000;
export const LIMIT_SECONDS = 20;
export const LIMIT_MEGABYTES = 220;
const CHECKED_EVERY = 997;
const LINES_PER_WRITE = 10_000;
const root = path.resolve(import.meta.dirname, "../..");

export type MeasuredOp = "terms" | "price";

export interface Throughput {
  readonly answers: number;
  readonly seconds: number;
  /** The most that the command and everything it started held at once. */
  readonly peakMegabytes: number;
}

/**
 * Sends `count` mixed requests of one operation through `npm run -s calc` and holds the output to what it should be: an answer for each
 * request, in order, all of them answers, and every 997th letter by letter what the same request gets on its own. Throws if not.
 */
export async function measureCalc(op: MeasuredOp, count = REQUESTS): Promise<Throughput> {
  const folder = mkdtempSync(path.join(tmpdir(), "calc-throughput-"));
  const [input, output] = [path.join(folder, "requests.jsonl"), path.join(folder, "answers.jsonl")];
  const requestAt = op === "terms" ? termsRequest : priceRequests();
  try {
    await writeRequests(input, count, requestAt);
    const began = performance.now();
    // To a file, and checked afterwards: whoever reads 1 GB on the same two cores would be measured with it.
    const ends = [openSync(input, "r"), openSync(output, "w")] as const;
    const command = spawn("npm", ["run", "-s", "calc"], { cwd: root, stdio: [...ends, "inherit"] });
    for (const end of ends) closeSync(end);
    const watched = watchMemory(command);
    const status = await new Promise<number | null>((done) => command.on("close", done));
    if (status !== 0) throw new Error(`calc ended with status ${status}`);
    const seconds = (performance.now() - began) / 1000;
    const peakMegabytes = watched();
    const answers = await checkAnswers(createReadStream(output), requestAt);
    if (answers !== count) throw new Error(`${answers} answers to ${count} requests`);
    return { answers, seconds, peakMegabytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const bench: Bench = {
  name: `calc: ${REQUESTS.toLocaleString("en")} requests`,
  async run(): Promise<Line[]> {
    const lines: Line[] = [];
    for (const op of ["terms", "price"] as const) {
      const { seconds, peakMegabytes } = await measureCalc(op);
      lines.push(
        {
          what: `${op}, time`,
          figure: `${seconds.toFixed(1)} s`,
          limit: `${LIMIT_SECONDS} s`,
          isKept: seconds <= LIMIT_SECONDS,
        },
        {
          what: `${op}, memory`,
          figure: `${peakMegabytes.toFixed(0)} MB`,
          limit: `${LIMIT_MEGABYTES} MB`,
          isKept: peakMegabytes < LIMIT_MEGABYTES,
        },
      );
    }
    return lines;
  },
};

type RequestAt = (index: number) => string;

async function writeRequests(file: string, count: number, requestAt: RequestAt): Promise<void> {
  writeFileSync(file, "");
  for (let from = 0; from < count; from += LINES_PER_WRITE) {
    const length = Math.min(LINES_PER_WRITE, count - from);
    await appendFile(file, `${Array.from({ length }, (_, index) => requestAt(from + index)).join("\n")}\n`);
  }
}

const POLICIES = [
  "fluxpunkt/subscription",
  "fluxpunkt/support",
  "autphone/extension",
  "autphone/minute-package",
  "enreach/contract",
  "netinteract/contract",
  "netinteract/flat",
  "netinteract/partial",
];
const RULES = [
  { minimumMonths: 24, renewalMonths: 12, noticeLength: 3, noticeUnit: "month", to: "term-end" },
  { minimumMonths: 36, renewalMonths: 3, noticeLength: 20, noticeUnit: "werktag", to: "term-end" },
  { minimumMonths: 12, renewalMonths: null, noticeLength: 6, noticeUnit: "week", to: "year-end" },
];

/** Mixed policies, own rules, Laender, starts over ten years before to one after, every fifth one with a notice. */
function termsRequest(index: number): string {
  const turn = (of: number, salt: number) => (Math.imul(index + salt, 2_654_435_761) >>> 8) % of;
  const start = dayAfter("2016-11-20", turn(4000, 1));
  const policy = POLICIES[index % POLICIES.length] as string;
  const ruled = policy === "enreach/contract" && turn(2, 2) === 0;
  return JSON.stringify({
    id: index,
    op: "terms",
    policy,
    ...(policy === "fluxpunkt/subscription" && { termMonths: [1, 12, 24, 36][turn(4, 3)] }),
    ...(ruled && { rule: RULES[turn(3, 4)] }),
    ...(turn(2, 5) === 0 && { land: LAENDER[turn(16, 6)] }),
    start,
    asOf: dayAfter("2026-11-20", turn(400, 7)),
    ...((ruled || policy !== "enreach/contract") &&
      turn(5, 8) === 0 && { noticeReceivedOn: dayAfter(start, turn(3000, 9)) }),
  });
}

/** The priced requests among the golden cases, in turn. */
function priceRequests(): RequestAt {
  const folder = path.join(root, "tests/golden");
  const golden = readdirSync(folder)
    .filter((name) => name.startsWith("price-"))
    .flatMap((name) => readFileSync(path.join(folder, name), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as { request: object; expect: { ok: boolean } })
    .filter(({ expect }) => expect.ok)
    .map(({ request }) => JSON.stringify(request).slice(1));
  return (index) => `{"id":${index},${golden[index % golden.length]}`;
}

/** Counts the answers and holds each to its place. Bytes are told apart as they come: decoding all would cost as much as many an answer. */
async function checkAnswers(stream: NodeJS.ReadableStream, requestAt: RequestAt): Promise<number> {
  let index = 0;
  let rest = "";
  for await (const chunk of stream.setEncoding("latin1")) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (!line.startsWith(`{"id":${index},"ok":true,`)) throw new Error(`answer ${index} is ${line.slice(0, 200)}`);
      if (index % CHECKED_EVERY === 0 && Buffer.from(line, "latin1").toString() !== answerLine(requestAt(index)))
        throw new Error(`answer ${index} is wrong: ${line}`);
      index++;
    }
  }
  if (rest !== "") throw new Error(`the last line has no end: ${rest.slice(0, 200)}`);
  return index;
}

/**
 * Looks at the process tree some times a second; the function returned says what the most was, in MB of 2^20 bytes. What is seen once only
 * does not count: a process that is just being started shows its parent's memory as its own for a moment.
 */
function watchMemory(command: ChildProcess): () => number {
  let peak = 0;
  let before = 0;
  const timer = setInterval(() => {
    const now = residentKibibytes(command.pid as number) / 1024;
    peak = Math.max(peak, Math.min(before, now));
    before = now;
  }, 50);
  return () => {
    clearInterval(timer);
    if (peak === 0) throw new Error("the memory of the command was never seen");
    return peak;
  };
}

/** Resident memory of a process and its descendants, as Linux tells it; a process that has just ended counts nothing. */
function residentKibibytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    return children.reduce((sum, child) => sum + residentKibibytes(Number(child)), own);
  } catch {
    return 0;
  }
}
