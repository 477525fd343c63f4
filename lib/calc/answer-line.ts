import { refuse } from "@/lib/domain/refusal";
import { type Answer, answer, failure } from "./answer";
import { holdsLongList, jsonPieces } from "./json";

/** JSON.parse with source text, JSON.rawJSON: in Node 24, not yet in TypeScript's library. */
interface SourceTextJson {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
}

/** Answers one line: a text, or pieces of text where the answer is too long to be held. Null for a blank line. Never throws. */
export function answerLine(line: string): string | Iterable<string> | null {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return line.trim() === "" ? null : JSON.stringify(failure(refuse("request-not-json")));
  }
  try {
    const given = answered(request);
    const said = needsSource(given.id) ? { ...given, id: idAsWritten(line) } : given;
    return holdsLongList(said) ? jsonPieces(withCheckedId(said)) : JSON.stringify(said);
  } catch (fault) {
    // JSON.parse accepts a nesting that JSON.stringify and a reviver cannot follow; only an id is repeated as it came.
    if (fault instanceof RangeError) return JSON.stringify(failure(refuse("request-too-deep", {}, "id")));
    throw fault;
  }
}

function answered(request: unknown): Answer {
  try {
    return answer(request);
  } catch (fault) {
    console.error(fault);
    return { ...failure(refuse("program-fault")), id: (request as { id?: unknown } | null)?.id };
  }
}

/** A long answer is written while it is made: whether its id can be written at all has to be known before. */
function withCheckedId(said: Answer): Answer {
  JSON.stringify(said.id);
  return said;
}

/** Numbers that JavaScript cannot hold (2^53 + 1, 1e400) may stand alone or deep within. */
function needsSource(id: unknown): boolean {
  return typeof id === "number" ? !Number.isSafeInteger(id) : typeof id === "object" && id !== null;
}

/** The request's id with every number as it was written. */
function idAsWritten(line: string): unknown {
  const json = JSON as unknown as SourceTextJson;
  const exact = json.parse(line, (_key, value, { source }) =>
    typeof value === "number" && source !== undefined ? json.rawJSON(source) : value,
  );
  return (exact as { id?: unknown }).id;
}
