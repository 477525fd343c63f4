import { validate as isUuid, v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { now } from "@/lib/clock";
import { type Task, type Viewer, verdict } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { answerFault, answerOutcome, type Fault, type Manner, type Outcome } from "./answers";
import { isNativePost, readBody, readJsonText, readUpload } from "./body";
import { thrownFault } from "./faults";
import { fieldFaults } from "./field-faults";
import { isFromOwnPages, ownPath, refererPath } from "./origin";
import { localeOfRequest, requestIdOf } from "./request";
import { fixedHeaders } from "./security-headers";
import { cookieOf, SESSION_COOKIE, viewerOfToken } from "./session";

/** Enough for every form of the portal. */
const DEFAULT_MAX_BYTES = 16 * 1024;

interface Config<S extends z.ZodType> {
  /** The fields of the body. Strict objects: a field that is not known is a fault, so nothing can be slipped in. */
  readonly schema: S;
  readonly maxBytes?: number;
  /**
   * `text`: JSON that the handler reads itself; the schema gets its text. `upload`: a form with a file (`{name, bytes}`), larger than what passes
   * the proxy whole: its address must be outside of the proxy's matcher.
   */
  readonly body?: "fields" | "text" | "upload";
  /** For long forms: what a browser without script sent comes back to the page where something is wrong. Keys and passwords do not. */
  readonly keepsTyped?: boolean;
}
interface SessionConfig<S extends z.ZodType> extends Config<S> {
  readonly auth?: "session";
  readonly task: Task;
}
/** For what is done before signing in. The viewer is known where there is one. */
interface OpenConfig<S extends z.ZodType> extends Config<S> {
  readonly auth: "none";
}

export interface RouteCall<V, I> {
  readonly viewer: V;
  readonly input: I;
  /** The address's parameters; one named `id` is a UUID. */
  readonly params: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly requestId: string;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;
export type RouteHandler = (request: Request, context: { params: Promise<Params | undefined> }) => Promise<Response>;

/**
 * The one way in for whatever changes something: origin, size, session, right, fields, then one use case, then its outcome in words.
 * Answers JSON, or 303 to a form that a browser sent by itself. What a client can send never ends in a 5xx.
 */
export function route<S extends z.ZodType>(
  config: SessionConfig<S>,
  handler: (call: RouteCall<Viewer, z.infer<S>>) => Promise<Outcome>,
): RouteHandler;
export function route<S extends z.ZodType>(
  config: OpenConfig<S>,
  handler: (call: RouteCall<Viewer | null, z.infer<S>>) => Promise<Outcome>,
): RouteHandler;
export function route<S extends z.ZodType>(
  config: SessionConfig<S> | OpenConfig<S>,
  // The two signatures above say which viewer goes with which config.
  handler: (call: RouteCall<never, z.infer<S>>) => Promise<Outcome>,
): RouteHandler {
  const answer: RouteHandler = async (request, context) => {
    let manner = mannerOf(request, config.body === "upload");
    try {
      if (!isFromOwnPages(request.method, request.headers, env.origin)) {
        return answerFault(
          { status: 403, code: "origin-foreign", params: { origin: env.origin } },
          { ...manner, isNative: false },
        );
      }
      const viewer = await viewerOfToken(cookieOf(request.headers, SESSION_COOKIE), now());
      const refused = config.auth === "none" ? null : accessFault(viewer, config.task);
      if (refused) return answerFault(refused, manner);

      const params = plainParams((await context.params) ?? {});
      if (params.id !== undefined && !isUuid(params.id)) return answerOutcome("not-found", manner);

      const maxBytes = config.maxBytes ?? DEFAULT_MAX_BYTES;
      const body = await readers[config.body ?? "fields"](request, maxBytes);
      if (body.kind !== "read") {
        const fault = config.body === "upload" ? uploadFault : bodyFault;
        return answerFault(fault(body.kind, maxBytes), manner);
      }
      const { fields, weiter, zurueck } = withoutWays(body.value);
      manner = { ...manner, weiter: wayOf(weiter), back: wayOf(zurueck) ?? manner.back };
      if (config.keepsTyped) manner = { ...manner, typed: { action: new URL(request.url).pathname, fields } };

      const parsed = config.schema.safeParse(fields);
      if (!parsed.success) {
        return answerFault({ status: 400, code: "fields-invalid", fields: fieldFaults(parsed.error) }, manner);
      }
      const { requestId } = manner;
      const asking = viewer === null ? null : { ...viewer, requestId };
      const call = { viewer: asking as never, input: parsed.data, params, request, requestId };
      return answerOutcome(await handler(call), manner);
    } catch (error) {
      return answerFault(thrownFault(error, manner.requestId), { ...manner, isNative: false });
    }
  };
  if (config.body !== "upload") return answer;
  return async (request, context) => {
    const response = await answer(request, context);
    // What the proxy would have added.
    const isSecure = env.origin.startsWith("https://");
    for (const [name, value] of Object.entries(fixedHeaders(isSecure))) response.headers.set(name, value);
    return response;
  };
}

const readers = { fields: readBody, text: readJsonText, upload: readUpload } as const;

/** What did not pass the proxy gets its number here: one that it brought along would be the client's own. */
function mannerOf(request: Request, isPastProxy: boolean): Manner {
  return {
    locale: localeOfRequest(request),
    requestId: isPastProxy ? uuidv7() : requestIdOf(request),
    isNative: isNativePost(request),
    weiter: null,
    back: refererPath(request.headers, env.origin) ?? "/",
  };
}

/** Why the viewer may not do the task; null where he may. */
export function accessFault(viewer: Viewer | null, task: Task): Fault | null {
  if (viewer === null) return { status: 401, code: "not-signed-in" };
  switch (verdict(viewer, task)) {
    case "allowed":
      return null;
    case "forbidden":
      return { status: 403, code: "not-allowed" };
    case "invisible":
      return { status: 404, code: "not-found" };
  }
}

function bodyFault(kind: "too-large" | "malformed" | "wrong-type", maxBytes: number): Fault {
  switch (kind) {
    case "too-large":
      return { status: 413, code: "body-too-large", params: { kibibytes: Math.floor(maxBytes / 1024) } };
    case "malformed":
      return { status: 400, code: "body-malformed" };
    case "wrong-type":
      return { status: 415, code: "body-type" };
  }
}

/** The same in the words of whoever sends a file. */
function uploadFault(kind: "too-large" | "malformed" | "wrong-type", maxBytes: number): Fault {
  switch (kind) {
    case "too-large":
      return { status: 413, code: "file-too-large", params: { mebibytes: Math.floor(maxBytes / 1024 / 1024) } };
    case "malformed":
      return { status: 400, code: "file-incomplete" };
    case "wrong-type":
      return bodyFault(kind, maxBytes);
  }
}

/** Forms carry two fields that are not theirs: where to go afterwards, and where to go back to when something is wrong. */
function withoutWays(value: unknown): { fields: unknown; weiter?: unknown; zurueck?: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { fields: value };
  const { weiter, zurueck, ...fields } = value as Record<string, unknown>;
  return { fields, weiter, zurueck };
}

const wayOf = (wish: unknown): string | null => (typeof wish === "string" && wish !== "" ? ownPath(wish) : null);

function plainParams(params: Params): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join("/")]])),
  );
}
