import { type Refusal, refuse } from "@/lib/domain/refusal";
import { answerLine } from "./answer-line";

/** As many requests as one call may ask. */
export const BATCH_MAXIMUM = 1_000;

/** JSON.parse with source text, JSON.rawJSON: in Node 24, not yet in TypeScript's library. */
interface SourceTextJson {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
}

/**
 * Answers one request or a list of them, given as JSON text, in the same shape: pieces of JSON, made while they are read. Null where the
 * text is no JSON. What is wrong with a single request is said in its answer.
 */
export function answerBatch(text: string): Iterable<string> | Refusal | null {
  const parsed = parse(text);
  if (parsed === undefined) return null;
  if (!Array.isArray(parsed)) return piecesOf(text);
  if (parsed.length > BATCH_MAXIMUM) {
    return refuse("requests-too-many", { maximum: BATCH_MAXIMUM, count: parsed.length });
  }
  return listPieces(linesOf(text, parsed));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Each request as text again, its numbers as they were written. */
function linesOf(text: string, parsed: readonly unknown[]): string[] {
  const json = JSON as unknown as SourceTextJson;
  const exact = (_key: string, value: unknown, { source }: { source?: string }) =>
    typeof value === "number" && source !== undefined ? json.rawJSON(source) : value;
  try {
    return (json.parse(text, exact) as unknown[]).map((request) => JSON.stringify(request));
  } catch (fault) {
    // A nesting that a reviver cannot follow: the others are answered, that one is refused.
    if (!(fault instanceof RangeError)) throw fault;
    return parsed.map(shallowLine);
  }
}

/** Deep nesting is only ever answered with a refusal, so any text as deep will do. */
function shallowLine(request: unknown): string {
  try {
    return JSON.stringify(request);
  } catch {
    return `{"id":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
  }
}

function piecesOf(line: string): Iterable<string> {
  const answer = answerLine(line) ?? "null";
  return typeof answer === "string" ? [answer] : answer;
}

function* listPieces(lines: readonly string[]): Generator<string> {
  yield "[";
  let isFirst = true;
  for (const line of lines) {
    if (!isFirst) yield ",";
    isFirst = false;
    yield* piecesOf(line);
  }
  yield "]";
}
