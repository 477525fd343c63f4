/** `npm run -s calc`: JSON Lines in, one JSON line out for each, in order, in constant memory. */
import { fstatSync } from "node:fs";
import { failure } from "@/lib/calc/answer";
import { answerLine } from "@/lib/calc/answer-line";
import { refuse } from "@/lib/domain/refusal";
import { type Line, LineCutter, MAX_LINE_MEBIBYTES } from "./lines";
import { BufferedOutput } from "./output";

const output = new BufferedOutput(process.stdout);

function answerTo(line: Line): string | Iterable<string> | null {
  if (typeof line === "string") return answerLine(line);
  switch (line.unreadable) {
    case "not-utf8":
      return JSON.stringify(failure(refuse("request-not-utf8")));
    case "too-long":
      return JSON.stringify(failure(refuse("request-too-long", { mebibytes: MAX_LINE_MEBIBYTES })));
  }
}

async function writeAnswers(lines: Iterable<Line>): Promise<void> {
  for (const line of lines) {
    const answer = answerTo(line);
    if (answer === null) continue;
    if (typeof answer === "string") {
      if (!output.fits(answer)) await output.write(answer);
      else output.add(answer);
    } else {
      for (const piece of answer) await output.write(piece);
    }
    if (!output.fits("\n")) await output.flush();
    output.add("\n");
  }
  await output.flush();
}

async function main(): Promise<void> {
  // Node takes a folder for an empty input.
  if (fstatSync(0).isDirectory()) return unreadable("EISDIR: illegal operation on a directory, read");
  const lines = new LineCutter();
  try {
    for await (const chunk of process.stdin) await writeAnswers(lines.push(chunk as Buffer));
  } catch (fault) {
    if (process.stdin.errored !== fault) throw fault;
    return unreadable(fault instanceof Error ? fault.message : String(fault));
  }
  await writeAnswers(lines.end());
}

function unreadable(reason: string): void {
  console.error(`Die Standardeingabe lässt sich nicht lesen: ${reason}`);
  process.exitCode = 1;
}

/** Whoever read the answers has read enough: no fault of ours. */
function endQuietlyOnClosedPipe(fault: NodeJS.ErrnoException): void {
  if (fault.code !== "EPIPE") throw fault;
  process.exit(0);
}

process.stdout.on("error", endQuietlyOnClosedPipe);
await main().catch(endQuietlyOnClosedPipe);
