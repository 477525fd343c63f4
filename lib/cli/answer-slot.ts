import { failure } from "@/lib/calc/answer";
import { answerLine } from "@/lib/calc/answer-line";
import { refuse } from "@/lib/domain/refusal";
import { type Block, type Line, linesIn, MAX_LINE_MEBIBYTES } from "./lines";
import { mostBytesOf } from "./output";

/** The answer to one line of input: a text, pieces of a long one, or null where the line is blank. */
export function answerTo(line: Line): string | Iterable<string> | null {
  if (typeof line === "string") return answerLine(line);
  switch (line.unreadable) {
    case "not-utf8":
      return JSON.stringify(failure(refuse("request-not-utf8")));
    case "too-long":
      return JSON.stringify(failure(refuse("request-too-long", { mebibytes: MAX_LINE_MEBIBYTES })));
  }
}

/** How far a slot of bytes took the answers: `bytes` of it are used, by the answers to the first `lines` of the block. */
export interface Filled {
  readonly bytes: number;
  readonly lines: number;
}

const LINE_FEED = 0x0a;

/** Writes the answers to a block into a slot, up to the first that is long or may not fit: whoever writes the slot answers the rest. */
export function fillSlot(slot: Buffer, block: Block): Filled {
  let bytes = 0;
  let lines = 0;
  for (const line of linesIn(block)) {
    const answer = answerTo(line);
    if (answer !== null) {
      if (typeof answer !== "string" || mostBytesOf(answer) + 1 > slot.length - bytes) break;
      bytes += slot.write(answer, bytes);
      slot[bytes++] = LINE_FEED;
    }
    lines++;
  }
  return { bytes, lines };
}
