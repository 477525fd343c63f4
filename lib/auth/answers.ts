import { isRefusal, isRefusals, type Refusal, type Refusals } from "@/lib/domain/refusal";
import { isFigure } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";
import type { FieldFault } from "./field-faults";
import { ownPath } from "./origin";
import { type Typed, typedCookie } from "./typed";

/** What a handler may come back with. Refusals are values of the rules and use cases; the wrapper puts them into words. */
export type Outcome = "done" | "not-found" | Refusal | Refusals | Fault | Done | Streamed;

export interface Done {
  readonly kind: "done";
  /** The JSON of the answer; nothing secret, since scripts read it. */
  readonly body: unknown;
  readonly status?: 200 | 201;
  /** Where a native form goes next when it has no wish of its own. */
  readonly weiter?: string;
  /** Whole `Set-Cookie` lines. */
  readonly setCookie?: readonly string[];
}

/** JSON too long to be held, in pieces; made while it is sent. */
export interface Streamed {
  readonly kind: "streamed";
  readonly pieces: Iterable<string>;
}

export function done(body: unknown, more: Omit<Done, "kind" | "body"> = {}): Done {
  return { kind: "done", body, ...more };
}

export interface Fault {
  readonly status: number;
  readonly code: string;
  readonly params?: Refusal["params"];
  readonly fields?: readonly FieldFault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** How an answer is to be given. */
export interface Manner {
  readonly locale: Locale;
  readonly requestId: string;
  /** A browser sent the form by itself: it gets a page, by 303. */
  readonly isNative: boolean;
  /** Where the form asked to go when all is well, and where it came from. */
  readonly weiter: string | null;
  readonly back: string;
  /** What was typed, for the page that the browser goes back to where something is wrong. */
  readonly typed?: Typed;
}

function headersOf({ requestId }: Manner, more: Readonly<Record<string, string>> = {}): Headers {
  return new Headers({ "cache-control": "private, no-store", "x-request-id": requestId, ...more });
}

/** `fehler` and its figures at the end of an own path; what was said there before (`getan`, an earlier `fehler`) is taken out. */
export function pathWithFault(path: string, fault: Pick<Fault, "code" | "params" | "fields">): string {
  const url = new URL(ownPath(path), "http://portal.invalid");
  for (const key of [...url.searchParams.keys()]) {
    if (/^(fehler|feld|getan)$|^fehler\./.test(key)) url.searchParams.delete(key);
  }
  const [first] = fault.fields ?? [];
  const said = fault.fields?.length === 1 && first ? first : fault;
  url.searchParams.set("fehler", said.code);
  for (const [name, value] of Object.entries(said.params ?? {})) {
    if (isFigure(String(value))) url.searchParams.set(`fehler.${name}`, String(value));
  }
  for (const field of fault.fields ?? []) url.searchParams.append("feld", field.path);
  return `${url.pathname}${url.search}${url.hash}`;
}

export function answerFault(fault: Fault, manner: Manner): Response {
  const headers = headersOf(manner, fault.headers);
  if (manner.isNative) {
    const isSignedOut = fault.code === "not-signed-in";
    const signIn = `/anmelden?weiter=${encodeURIComponent(manner.back)}`;
    headers.set("location", isSignedOut ? signIn : pathWithFault(manner.back, fault));
    const kept = manner.typed === undefined || isSignedOut ? null : typedCookie(manner.typed, fault.fields ?? []);
    if (kept !== null) headers.append("set-cookie", kept);
    return new Response(null, { status: 303, headers });
  }
  const { locale } = manner;
  const error = {
    code: fault.code,
    message: sentence({ code: fault.code, params: { requestId: manner.requestId, ...fault.params } }, locale),
    fields: (fault.fields ?? []).map(({ path, code, params }) => ({
      path,
      message: sentence({ code, params }, locale),
    })),
  };
  return Response.json({ error }, { status: fault.status, headers });
}

function faultOfRefusal(refusal: Refusal): Fault {
  const { code, params, path } = refusal;
  return { status: 422, code, params, fields: path === undefined ? [] : [{ path, code, params }] };
}

function faultOfRefusals(refusals: Refusals): Fault {
  const [only, ...others] = refusals;
  if (others.length === 0) return faultOfRefusal(only);
  const fields = refusals.map(({ path = "", code, params }) => ({ path, code, params }));
  return { status: 422, code: "fields-invalid", fields };
}

export function answerOutcome(outcome: Outcome, manner: Manner): Response {
  if (outcome === "not-found") return answerFault({ status: 404, code: "not-found" }, manner);
  if (isRefusal(outcome)) return answerFault(faultOfRefusal(outcome), manner);
  if (isRefusals(outcome)) return answerFault(faultOfRefusals(outcome), manner);
  if (outcome !== "done" && !("kind" in outcome)) return answerFault(outcome, manner);
  if (outcome !== "done" && outcome.kind === "streamed") return answerStream(outcome.pieces, headersOf(manner));
  const answer = outcome === "done" ? done({ done: true }) : outcome;
  const headers = headersOf(manner);
  for (const line of answer.setCookie ?? []) headers.append("set-cookie", line);
  if (!manner.isNative) return Response.json(answer.body, { status: answer.status ?? 200, headers });
  headers.set("location", ownPath(manner.weiter ?? answer.weiter ?? manner.back));
  return new Response(null, { status: 303, headers });
}

/** JSON in pieces, made while it is sent. */
export function answerStream(pieces: Iterable<string>, headers: HeadersInit): Response {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.iterator]();
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done: isOver, value } = iterator.next();
      if (isOver) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel() {
      iterator.return?.();
    },
  });
  const all = new Headers(headers);
  all.set("content-type", "application/json; charset=utf-8");
  return new Response(stream, { headers: all });
}
