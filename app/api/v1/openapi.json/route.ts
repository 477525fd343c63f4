import { env } from "@/lib/env";
import { openApiDocument } from "@/lib/public-api/openapi";

/** The description of the public API, for programs; it tells nothing of anybody. */
export function GET(): Response {
  return Response.json(openApiDocument(env.origin), { headers: { "cache-control": "public, max-age=300" } });
}
