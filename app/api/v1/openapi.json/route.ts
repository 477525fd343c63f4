import { env } from "@/lib/env";
import { openApiDocument } from "@/lib/public-api/openapi";

let document: string | undefined;

/** The description of the public API, for programs; it tells nothing of anybody. Made once: it follows from the program alone. */
export function GET(): Response {
  document ??= JSON.stringify(openApiDocument(env.origin));
  return new Response(document, {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}
