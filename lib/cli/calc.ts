/** `npm run -s calc`: JSON Lines in, one JSON line out for each, in order, in constant memory. */
import { failure } from "@/lib/calc/answer";
import { answerLine } from "@/lib/calc/answer-line";
import { refuse } from "@/lib/domain/refusal";
import { standardInput, UnreadableInput } from "./input";
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
  const lines = new LineCutter();
  try {
    for await (const chunk of standardInput()) await writeAnswers(lines.push(chunk));
  } catch (fault) {
    if (!(fault instanceof UnreadableInput)) throw fault;
    console.error(`Die Standardeingabe lässt sich nicht lesen: ${fault.message}`);
    process.exitCode = 1;
    return;
  }
  await writeAnswers(lines.end());
}

/** Whoever read the answers has read enough: no fault of ours. */
function endQuietlyOnClosedPipe(fault: NodeJS.ErrnoException): void {
  if (fault.code !== "EPIPE") throw fault;
  process.exit(0);
}

process.stdout.on("error", endQuietlyOnClosedPipe);
await main().catch(endQuietlyOnClosedPipe);
