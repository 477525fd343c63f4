/** `npm run -s calc`: JSON Lines in, one JSON line out for each, in order, in constant memory. */
import { once } from "node:events";
import { failure } from "@/lib/calc/answer";
import { answerLine } from "@/lib/calc/answer-line";
import { refuse } from "@/lib/domain/refusal";
import { type Line, LineCutter, MAX_LINE_MEBIBYTES } from "./lines";

const PIECE_LENGTH = 65_536;
let piece = "";

async function flush(): Promise<void> {
  const text = piece;
  piece = "";
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Writes the answer to one line; waits only where the reader is slower than we are. */
async function writeAll(parts: Iterable<string>): Promise<void> {
  for (const part of parts) {
    piece += part;
    if (piece.length > PIECE_LENGTH) await flush();
  }
  piece += "\n";
}

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
    const text = answerTo(line);
    if (text === null) continue;
    if (typeof text === "string") {
      piece += text;
      piece += "\n";
      if (piece.length > PIECE_LENGTH) await flush();
    } else {
      await writeAll(text);
    }
  }
  await flush();
}

process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  // Whoever read the answers has read enough.
  process.exit(fault.code === "EPIPE" ? 0 : 1);
});

const lines = new LineCutter();
try {
  for await (const chunk of process.stdin) await writeAnswers(lines.push(chunk as Buffer));
} catch (fault) {
  console.error(
    `Die Standardeingabe lässt sich nicht lesen: ${fault instanceof Error ? fault.message : String(fault)}`,
  );
  process.exit(1);
}
await writeAnswers(lines.end());
