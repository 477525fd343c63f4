import type { z } from "zod";
import { isRefusal, isRefusals, type Refusal, type Refusals } from "@/lib/domain/refusal";
import { may } from "@/lib/domain/viewer";
import type { Locale } from "@/lib/i18n/locale";
import type { Operation } from "@/lib/public-api/operation";
import type { Fault } from "./answers";
import type { ApiCaller } from "./api-key";
import { secondsToWait } from "./api-limiter";
import { fieldFaults } from "./field-faults";
import type { KeptAnswer } from "./idempotency";
import { problemOf } from "./problem";

const PROBLEM = "application/problem+json; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** A value that somebody else has changed meanwhile. */
interface Changed {
  readonly conflict: true;
  readonly version: number;
  readonly differences: readonly unknown[];
}

export type ApiOutcome =
  | { readonly body: unknown }
  | { readonly response: Response }
  | "not-found"
  | Refusal
  | Refusals
  | Changed
  | Told
  | Fault;

/** A problem with more to it than its sentence. */
interface Told {
  readonly fault: Fault;
  readonly more: Readonly<Record<string, unknown>>;
}

export const noKey: Fault = {
  status: 401,
  code: "api-key-needed",
  headers: { "www-authenticate": 'Bearer realm="Lizenzkontor"' },
};
export const absent: Fault = { status: 404, code: "not-found" };

/** What keeps a caller from an operation; null where nothing does. */
export function stopOf({ viewer, scopes }: ApiCaller, { scope, task }: Operation, at: Date): Fault | null {
  if (!scopes.includes(scope) || !may(viewer, task))
    return { status: 403, code: "api-scope-needed", params: { scope } };
  const seconds = secondsToWait(viewer.apiKeyId, at);
  if (seconds === null) return null;
  return { status: 429, code: "requests-too-fast", params: { seconds }, headers: { "retry-after": String(seconds) } };
}

export const invalid = (error: z.ZodError): Fault => ({
  status: 400,
  code: "request-invalid",
  fields: fieldFaults(error),
});

export function unreadable(kind: "too-large" | "malformed" | "wrong-type", maxBytes: number): Fault {
  if (kind === "too-large") return { status: 413, code: "body-too-large", params: { kibibytes: maxBytes / 1024 } };
  return kind === "malformed" ? { status: 400, code: "body-malformed" } : { status: 415, code: "body-not-json" };
}

/** An outcome as it is answered, and kept for an idempotency key. */
export function keptOf(outcome: ApiOutcome, { status }: Operation, requestId: string, locale: Locale): KeptAnswer {
  if (outcome === "not-found") return keptFault(absent, requestId, locale);
  if (isRefusals(outcome) || isRefusal(outcome)) {
    const all = isRefusal(outcome) ? [outcome] : outcome;
    const [first] = all;
    const fields = all.flatMap(({ path, code, params }) => (path === undefined ? [] : [{ path, code, params }]));
    const { code, params } = all.length > 1 || first === undefined ? { code: "request-refused", params: {} } : first;
    return keptFault({ status: 422, code, params, fields }, requestId, locale);
  }
  if ("conflict" in outcome) {
    const { version, differences } = outcome;
    return keptFault({ status: 409, code: "version-changed" }, requestId, locale, { version, differences });
  }
  if ("fault" in outcome) return keptFault(outcome.fault, requestId, locale, outcome.more);
  if ("status" in outcome) return keptFault(outcome, requestId, locale);
  if ("response" in outcome) throw new Error("a file cannot be kept");
  return { status, body: JSON.stringify(outcome.body) };
}

export function keptFault(fault: Fault, requestId: string, locale: Locale, more?: Record<string, unknown>): KeptAnswer {
  return { status: fault.status, body: JSON.stringify(problemOf(fault, requestId, locale, more)) };
}

export function answerOf({ status, body }: KeptAnswer, requestId: string, more: Record<string, string>): Response {
  return new Response(body, {
    status,
    headers: {
      "content-type": status < 400 ? JSON_TYPE : PROBLEM,
      "cache-control": "private, no-store",
      "x-request-id": requestId,
      ...more,
    },
  });
}
