import { type NextRequest, NextResponse } from "next/server";
import { isFromOwnPages } from "@/lib/auth/origin";
import { isInternalHeader, NONCE_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from "@/lib/auth/proxy-headers";
import { contentPolicy, fixedHeaders } from "@/lib/auth/security-headers";
import { env } from "@/lib/env";

const isDevelopment = !env.isProduction;
const fixed = fixedHeaders(env.origin.startsWith("https://"));

/** Before any page there is no language to answer in but both. */
function refuse(
  request: NextRequest,
  status: number,
  code: string,
  sentences: string,
  more: Record<string, string> = {},
): Response {
  const headers = { ...fixed, "cache-control": "private, no-store", ...more };
  if (request.headers.get("accept")?.includes("application/json")) {
    return Response.json({ error: { code, message: sentences, fields: [] } }, { status, headers });
  }
  return new Response(`${sentences}\n`, {
    status,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}

/**
 * Goes before every page and route: gives the page's scripts their nonce, lets nothing change that does not come from the portal's one
 * origin, and takes the framework's inner headers out of what comes from outside. It decides nothing about who may do what: pages and
 * routes ask for themselves, also when this here is passed by.
 */
export function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  // Programs have no origin: the public API's routes ask for a key, take no cookie, and ask for the origin where they take a session.
  if (!pathname.startsWith("/api/v1/") && !isFromOwnPages(request.method, request.headers, env.origin)) {
    return refuse(
      request,
      403,
      "origin-foreign",
      `Diese Anfrage kam nicht von einer Seite des Portals. Öffnen Sie ${env.origin} und versuchen Sie es dort noch einmal.\nThis request did not come from a page of the portal. Open ${env.origin} and try again there.`,
    );
  }
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (!isReading && !pathname.startsWith("/api/")) {
    return refuse(request, 405, "not-allowed", "Seiten werden nur gelesen.\nPages can only be read.", {
      allow: "GET, HEAD",
    });
  }

  const headers = new Headers();
  for (const [name, value] of request.headers) if (!isInternalHeader(name, isDevelopment)) headers.append(name, value);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const requestId = crypto.randomUUID();
  const policy = contentPolicy(nonce, isDevelopment);
  headers.set(NONCE_HEADER, nonce);
  headers.set("content-security-policy", policy);
  headers.set(REQUEST_ID_HEADER, requestId);
  headers.set(PATH_HEADER, `${pathname}${search}`);

  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  return response;
}

/**
 * One plain pattern and no exceptions by header: with `missing`, a client could name the header and pass by. Files that are uploaded pass it by,
 * since of a body behind the proxy only the first 10 MB arrive; their routes ask for origin and session themselves, as all do.
 */
export const config = {
  matcher: "/((?!_next/static/|_next/image|api/(?:portal|v1)/imports$|api/portal/contracts/[^/]+/documents$).*)",
};
