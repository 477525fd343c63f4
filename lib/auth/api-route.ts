import { validate as isUuid } from "uuid";
import type { z } from "zod";
import { now } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import type { Locale } from "@/lib/i18n/locale";
import type { Operation } from "@/lib/public-api/operation";
import { answerStream, type Fault, type Streamed } from "./answers";
import {
  type ApiOutcome,
  absent,
  answerOf,
  invalid,
  keptFault,
  keptOf,
  noKey,
  stopOf,
  unreadable,
} from "./api-answers";
import { bearerOf, callerOfKey } from "./api-key";
import { readJsonText } from "./body";
import { thrownFault } from "./faults";
import { idempotencyKeyOf, type KeptAnswer, onceForKey, requestHash } from "./idempotency";
import { localeOfCaller } from "./problem";
import { requestIdOf } from "./request";
import type { RouteHandler } from "./route";

const MAX_BYTES = 64 * 1024;

export interface ApiCall<Q, B> {
  readonly viewer: Viewer & { readonly resellerId: string };
  readonly query: Q;
  readonly body: B;
  /** The address's id; empty where it has none. */
  readonly id: string;
  readonly locale: Locale;
  readonly request: Request;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The one way in for programs: key, scope, rate, id, query and body are looked at in this order, then one use case is asked, and its outcome
 * is told as JSON or as a problem document. Cookies mean nothing here. What a program can send never ends in a 5xx.
 */
export function apiRoute<Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<Q, B>,
  handler: (call: ApiCall<z.infer<Q>, z.infer<B>>) => Promise<ApiOutcome>,
): (request: Request, context: { params: Promise<Params | undefined> }) => Promise<Response> {
  return async (request, context) => {
    const requestId = requestIdOf(request);
    const locale = localeOfCaller(request.headers);
    const answer = (kept: KeptAnswer, headers: Record<string, string> = {}) => answerOf(kept, requestId, headers);
    const refuse = (fault: Fault, more?: Record<string, unknown>) =>
      answer(keptFault(fault, requestId, locale, more), { ...fault.headers });
    try {
      const at = now();
      const caller = await callerOfKey(bearerOf(request.headers), requestId, at);
      const stopped = caller === null ? noKey : stopOf(caller, operation, at);
      if (caller === null || stopped !== null) return refuse(stopped ?? noKey);
      const { id } = ((await context.params) ?? {}) as { readonly id?: string };
      if (id !== undefined && !(isUuid(id) && id === id.toLowerCase())) return refuse(absent);
      const url = new URL(request.url);
      const query = operation.query.safeParse(Object.fromEntries(url.searchParams));
      if (!query.success) return refuse(invalid(query.error));
      const read = operation.body === null ? null : await readJsonText(request, MAX_BYTES);
      if (read !== null && read.kind !== "read") return refuse(unreadable(read.kind, MAX_BYTES));
      const text = read === null ? "" : (read.value as string);
      const body = operation.body === null ? null : bodyOf(operation.body, text);
      if (body !== null && "status" in body) return refuse(body);

      const call = {
        viewer: caller.viewer,
        query: query.data,
        body: body?.value as z.infer<B>,
        id: id ?? "",
        locale,
        request,
      };
      const key = operation.method === "GET" || operation.scope !== "write" ? null : idempotencyKeyOf(request.headers);
      if (key === "malformed") return refuse({ status: 400, code: "idempotency-key-malformed" });
      if (key === null) {
        const outcome = await handler(call);
        if (isObject(outcome) && "response" in outcome) return outcome.response;
        return answer(keptOf(outcome, operation, requestId, locale), headersOfOutcome(outcome));
      }
      const hash = requestHash(request.method, `${url.pathname}${url.search}`, text);
      const kept = await onceForKey(caller, key, hash, at, async () =>
        keptOf(await handler(call), operation, requestId, locale),
      );
      if (kept === "other-request") return refuse({ status: 409, code: "idempotency-key-used" });
      return answer(kept, kept.replayed ? { "idempotent-replayed": "true" } : {});
    } catch (error) {
      return refuse(thrownFault(error, requestId));
    }
  };
}

/** The same for what reads its body's text itself, and answers in pieces. */
export function apiTextRoute(
  operation: Operation,
  maxBytes: number,
  handler: (text: string) => Fault | Streamed,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = requestIdOf(request);
    const locale = localeOfCaller(request.headers);
    const refuse = (fault: Fault) => answerOf(keptFault(fault, requestId, locale), requestId, { ...fault.headers });
    try {
      const at = now();
      const caller = await callerOfKey(bearerOf(request.headers), requestId, at);
      const stopped = caller === null ? noKey : stopOf(caller, operation, at);
      if (stopped !== null) return refuse(stopped);
      const read = await readJsonText(request, maxBytes);
      if (read.kind !== "read") return refuse(unreadable(read.kind, maxBytes));
      const outcome = handler(read.value as string);
      if ("status" in outcome) return refuse(outcome);
      return answerStream(outcome.pieces, { "cache-control": "private, no-store", "x-request-id": requestId });
    } catch (error) {
      return refuse(thrownFault(error, requestId));
    }
  };
}

/** Whoever shows a key is taken for a program, everybody else for somebody with a session. */
export function routeForEither(bySession: RouteHandler, byKey: (request: Request) => Promise<Response>): RouteHandler {
  return (request, context) => (request.headers.has("authorization") ? byKey(request) : bySession(request, context));
}

function bodyOf<B extends z.ZodType>(schema: B, text: string): { readonly value: z.infer<B> } | Fault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { status: 400, code: "body-malformed" };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : invalid(parsed.error);
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function headersOfOutcome(outcome: ApiOutcome): Record<string, string> {
  return isObject(outcome) && "headers" in outcome ? { ...outcome.headers } : {};
}
