import { now } from "@/lib/clock";
import { type Task, type Viewer, verdict } from "@/lib/domain/viewer";
import { answerFault, type Manner } from "./answers";
import { thrownFault } from "./faults";
import { localeOfRequest, requestIdOf } from "./request";
import { cookieOf, SESSION_COOKIE, viewerOfToken } from "./session";

/** A file as it is made. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array>;
}

interface Config {
  readonly task: Task;
  /** The page that the file belongs to: whoever has to sign in first comes back there. */
  readonly page: string;
}

/**
 * A GET that gives a file instead of a page: session and right are asked here, since no page does. Who is not signed in is led to sign in. Null
 * is answered as what does not exist. A
 * fault before the first byte is said in words; one after it breaks the answer off.
 */
export function download(
  config: Config,
  handler: (call: { readonly viewer: Viewer; readonly search: URLSearchParams }) => Promise<Download | null>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = requestIdOf(request);
    const manner: Manner = {
      locale: localeOfRequest(request),
      requestId,
      isNative: false,
      weiter: null,
      back: config.page,
    };
    const { search, searchParams } = new URL(request.url);
    try {
      const viewer = await viewerOfToken(cookieOf(request.headers, SESSION_COOKIE), now());
      if (viewer === null) {
        const location = `/anmelden?weiter=${encodeURIComponent(`${config.page}${search}`)}`;
        return new Response(null, { status: 307, headers: { location, "cache-control": "private, no-store" } });
      }
      if (verdict(viewer, config.task) !== "allowed") return answerFault({ status: 404, code: "not-found" }, manner);
      const file = await handler({ viewer, search: searchParams });
      if (file === null) return answerFault({ status: 404, code: "not-found" }, manner);
      const { fileName, contentType, body } = file;
      return new Response(body, {
        headers: {
          "content-type": contentType,
          "content-disposition": asAttachment(fileName),
          // Compressing on the way would cost more than the line gains.
          "cache-control": "private, no-store, no-transform",
          "x-request-id": requestId,
        },
      });
    } catch (error) {
      return answerFault(thrownFault(error, requestId), manner);
    }
  };
}

/** A name with letters beyond ASCII stands there twice: for old readers without them, and for all others as it is. */
function asAttachment(fileName: string): string {
  const plain = fileName.replaceAll(/[^ -~]|["\\]/g, "_");
  const exact = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return plain === fileName
    ? `attachment; filename="${fileName}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
