import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { sentence } from "@/lib/format/reasons";
import { check } from "./check";
import { Fields, shown } from "./fields";
import { forecastOperation } from "./forecast";
import { oneTimeUpgradeOperation } from "./one-time-upgrade";
import type { Operation, Outcome } from "./operation";
import { price } from "./price";
import { terms } from "./terms";
import { tierUpgradeOperation } from "./tier-upgrade";
import { up2dateOperation } from "./up2date";
import { up2dateAdditional } from "./up2date-additional";

/** Every operation by its `op`. One file each; this table is the only place that knows them all. */
const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["price", price],
  ["tier-upgrade", tierUpgradeOperation],
  ["check", check],
  ["terms", terms],
  ["forecast", forecastOperation],
  ["up2date", up2dateOperation],
  ["up2date-additional", up2dateAdditional],
  ["one-time-upgrade", oneTimeUpgradeOperation],
]);

const allowed = new Map([...operations].map(([op, { fields }]) => [op, new Set(["id", "op", ...fields])]));

/** One answer: `ok`, then the operation's fields, or the error; `id` is repeated where the request had one. */
export type Answer = { readonly id?: unknown; readonly ok: boolean; readonly [field: string]: unknown };

/** Answers one request of any shape. Never throws for anything that a request can hold. */
export function answer(request: unknown): Answer {
  if (typeof request !== "object" || request === null || Array.isArray(request)) {
    return failure(refuse("request-not-an-object"));
  }
  const fields = new Fields(request as Record<string, unknown>, "");
  const outcome = outcomeOf(fields);
  const said: Answer = isRefusal(outcome) ? failure(outcome) : outcome;
  return fields.has("id") ? { id: fields.values.id, ...said } : said;
}

/** The answer to something that is no request at all. */
export function failure(refusal: Refusal): Answer {
  const error = { code: refusal.code, message: sentence(refusal, "de") };
  return { ok: false, error: refusal.path === undefined ? error : { ...error, path: refusal.path } };
}

function outcomeOf(fields: Fields): Outcome {
  const op = fields.values.op;
  const operation = typeof op === "string" ? operations.get(op) : undefined;
  if (operation === undefined) {
    return refuse(
      "op-unknown",
      { op: op === undefined ? "" : shown(op), allowed: [...operations.keys()].join(", ") },
      "op",
    );
  }
  fields.only(allowed.get(op as string) as ReadonlySet<string>);
  return fields.fault ?? operation.answer(fields);
}
