/** Requests that only read; everything else must come from the portal's own pages. */
const reading = new Set(["GET", "HEAD"]);

/**
 * Whether a request may change something: its `Origin` is the portal's one origin. No `Origin` is not good enough, nor is a host that
 * the client names itself (`Host`, `X-Forwarded-Host`). `Sec-Fetch-Site`, where the browser sends it, must agree.
 */
export function isFromOwnPages(method: string, headers: Headers, origin: string): boolean {
  if (reading.has(method)) return true;
  if (headers.get("origin") !== origin) return false;
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin";
}

/**
 * A way back into the portal, reduced to a path of its own; anything else becomes the fallback. Refused are other origins, `//host`,
 * `/\host`, control signs, and addresses of `/api`.
 */
export function ownPath(wish: unknown, fallback = "/"): string {
  if (typeof wish !== "string" || wish.length > 2_000 || !wish.startsWith("/")) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and line ends inside addresses, so they are refused here
  if (/^\/[/\\]|[\u0000-\u0020\\\u007f]/.test(wish)) return fallback;
  const base = "http://portal.invalid";
  if (!URL.canParse(wish, base)) return fallback;
  const url = new URL(wish, base);
  if (url.origin !== base || url.pathname.startsWith("//") || /^\/api(\/|$)/i.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The path of the page that a native form was sent from, from its `Referer`; null where that is no page of the portal. */
export function refererPath(headers: Headers, origin: string): string | null {
  const referer = headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.origin === origin ? ownPath(`${url.pathname}${url.search}`) : null;
}
