import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { now } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import type { Operation } from "@/lib/public-api/operation";
import type { Fault } from "./answers";
import { type ApiOutcome, answerOf, invalid, keptFault, keptOf, noKey, stopOf } from "./api-answers";
import { type ApiCaller, bearerOf, callerOfKey } from "./api-key";
import { readFileBody, type Upload } from "./body";
import { thrownFault } from "./faults";
import { idempotencyKeyOf, oftenForKey, requestHash } from "./idempotency";
import { inTurn } from "./in-turn";
import { localeOfCaller } from "./problem";
import { fixedHeaders } from "./security-headers";

export interface ApiUploadCall<Q> {
  readonly viewer: Viewer & { readonly resellerId: string };
  readonly query: Q;
  readonly file: Upload;
  readonly locale: Locale;
}

/**
 * The one way in for programs that send a file, larger than what passes the proxy whole: its address must be outside of the proxy's matcher.
 * Files of one reseller are taken one after the other, each read only when it is its turn, so that no more than one of them is held. What the
 * handler does may be done twice without a second effect. What a program can send never ends in a 5xx.
 */
export function apiUploadRoute<Q extends z.ZodType>(
  operation: Operation<Q>,
  maxBytes: number,
  handler: (call: ApiUploadCall<z.infer<Q>>) => Promise<ApiOutcome>,
): (request: Request) => Promise<Response> {
  const answerTo = async (request: Request, requestId: string, locale: Locale): Promise<Response> => {
    const refuse = (fault: Fault) => answerOf(keptFault(fault, requestId, locale), requestId, { ...fault.headers });
    const at = now();
    const caller = await callerOfKey(bearerOf(request.headers), requestId, at);
    const stopped = caller === null ? noKey : stopOf(caller, operation, at);
    if (caller === null || stopped !== null) return refuse(stopped ?? noKey);
    const url = new URL(request.url);
    const query = operation.query.safeParse(Object.fromEntries(url.searchParams));
    if (!query.success) return refuse(invalid(query.error));
    const key = idempotencyKeyOf(request.headers);
    if (key === "malformed") return refuse({ status: 400, code: "idempotency-key-malformed" });
    return inTurn(`file ${caller.viewer.resellerId}`, async () => {
      const read = await readFileBody(request, operation.takes ?? [], maxBytes);
      if (read.kind !== "read") return refuse(unreadable(read.kind, maxBytes, operation.takes ?? []));
      const file = read.value as Upload;
      const work = async () =>
        keptOf(await handler({ viewer: caller.viewer, query: query.data, file, locale }), operation, requestId, locale);
      return key === null
        ? answerOf(await work(), requestId, {})
        : answerOnce(caller, key, hashOf(request, url, file), at, work, requestId, refuse);
    });
  };
  return async (request) => {
    // What did not pass the proxy gets its number here, and the headers that the proxy would have added.
    const requestId = uuidv7();
    const locale = localeOfCaller(request.headers);
    const response = await answerTo(request, requestId, locale).catch((error: unknown) => {
      const fault = thrownFault(error, requestId);
      return answerOf(keptFault(fault, requestId, locale), requestId, { ...fault.headers });
    });
    for (const [name, value] of Object.entries(fixedHeaders(env.origin.startsWith("https://"))))
      response.headers.set(name, value);
    return response;
  };
}

async function answerOnce(
  caller: ApiCaller,
  key: string,
  hash: string,
  at: Date,
  work: Parameters<typeof oftenForKey>[4],
  requestId: string,
  refuse: (fault: Fault) => Response,
): Promise<Response> {
  const kept = await oftenForKey(caller, key, hash, at, work);
  if (kept === "other-request") return refuse({ status: 409, code: "idempotency-key-used" });
  return answerOf(kept, requestId, kept.replayed ? { "idempotent-replayed": "true" } : {});
}

const hashOf = (request: Request, url: URL, { bytes }: Upload) =>
  requestHash(request.method, `${url.pathname}${url.search}`, createHash("sha256").update(bytes).digest("hex"));

function unreadable(kind: "too-large" | "malformed" | "wrong-type", maxBytes: number, types: readonly string[]): Fault {
  switch (kind) {
    case "too-large":
      return { status: 413, code: "file-too-large", params: { mebibytes: Math.floor(maxBytes / 1024 / 1024) } };
    case "malformed":
      return { status: 400, code: "file-incomplete" };
    case "wrong-type":
      return { status: 415, code: "body-no-file", params: { types: types.join(", ") } };
  }
}
