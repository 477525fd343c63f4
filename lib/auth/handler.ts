import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import { answerFault, type Fault, type Manner } from "./answers";
import { isNativePost, readBody } from "./body";
import { thrownFault } from "./faults";
import { askNextAuth, type Fields, type NextAuthAnswer, nextAuthCookies, withCsrfToken } from "./next-auth-bridge";
import { LOCKED } from "./options";
import { isFromOwnPages, ownPath, refererPath } from "./origin";
import { localeOfRequest, requestIdOf } from "./request";
import { cookieOf, localeCookie, SESSION_COOKIE, viewerOfToken } from "./session";

type Context = { params: Promise<{ nextauth: string[] }> };

const MAX_BYTES = 16 * 1024;
/** next-auth's own pages are not used; whoever comes by their addresses is led to the portal's. */
const ownPages = new Set(["signin", "signout", "error", "verify-request"]);

/** Only the session of the portal's own kind is told, without its id. */
async function sessionAnswer(request: Request): Promise<Response> {
  const viewer = await viewerOfToken(cookieOf(request.headers, SESSION_COOKIE), now());
  const body = viewer === null ? {} : { user: { name: viewer.name, email: viewer.email, role: viewer.role } };
  return Response.json(body, { headers: { "cache-control": "private, no-store" } });
}

/** GET of next-auth's addresses: the session, the CSRF token for clients that want one, and ways to the portal's own pages. */
export async function answerAuthGet(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const [action = ""] = nextauth;
  if (nextauth.length === 1 && action === "session") {
    const manner = { ...mannerOf(request, {}), isNative: false };
    return sessionAnswer(request).catch((error: unknown) => answerFault(thrownFault(error, manner.requestId), manner));
  }
  if (nextauth.length === 1 && action === "csrf") {
    const answer = await askNextAuth(request, nextauth, {}, nextAuthCookies(request));
    answer.headers.set("cache-control", "private, no-store");
    return Response.json(answer.body, { headers: answer.headers });
  }
  if (ownPages.has(action)) {
    return new Response(null, {
      status: 307,
      headers: { location: "/anmelden", "cache-control": "private, no-store" },
    });
  }
  return answerFault({ status: 404, code: "not-found" }, mannerOf(request, {}));
}

/** POST of next-auth's addresses: signing in and out. */
export async function answerAuthPost(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const path = nextauth.join("/");
  const early = { ...mannerOf(request, {}), isNative: false };
  if (!isFromOwnPages(request.method, request.headers, env.origin)) {
    return answerFault({ status: 403, code: "origin-foreign", params: { origin: env.origin } }, early);
  }
  if (path !== "callback/credentials" && path !== "signout")
    return answerFault({ status: 404, code: "not-found" }, early);
  const body = await readBody(request, MAX_BYTES);
  if (body.kind === "too-large") {
    return answerFault({ status: 413, code: "body-too-large", params: { kibibytes: MAX_BYTES / 1024 } }, early);
  }
  if (body.kind === "wrong-type") return answerFault({ status: 415, code: "body-type" }, early);
  const fields = body.kind === "read" ? textFields(body.value) : null;
  if (fields === null) return answerFault({ status: 400, code: "body-malformed" }, early);

  const manner = mannerOf(request, fields);
  const weiter = manner.weiter ?? "/";
  const armed = withCsrfToken({ ...fields, callbackUrl: weiter, json: "true" }, nextAuthCookies(request));
  try {
    const answer = await askNextAuth(request, nextauth, armed.fields, armed.cookies);
    return await answerOf(request, answer, path, fields, { ...manner, weiter });
  } catch (error) {
    return answerFault(thrownFault(error, manner.requestId), { ...manner, isNative: false });
  }
}

/** Fields that are text; null where one is not, or where the body is no object. */
function textFields(value: unknown): Fields | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  return entries.every(([, each]) => typeof each === "string") ? Object.fromEntries(entries) : null;
}

function mannerOf(request: Request, fields: Fields): Manner {
  const wish = fields.weiter ?? pathOf(fields.callbackUrl);
  const weiter = wish === undefined || wish === "" ? null : ownPath(wish);
  return {
    locale: localeOfRequest(request),
    requestId: requestIdOf(request),
    isNative: isNativePost(request) && fields.json !== "true",
    weiter,
    back: refererPath(request.headers, env.origin) ?? "/anmelden",
  };
}

/** next-auth's clients send whole addresses. */
function pathOf(url: string | undefined): string | undefined {
  return url?.startsWith(env.origin) ? url.slice(env.origin.length) : url;
}

async function answerOf(
  request: Request,
  answer: NextAuthAnswer,
  path: string,
  fields: Fields,
  manner: Manner & { weiter: string },
): Promise<Response> {
  const url = (answer.body as { url?: unknown } | null)?.url;
  if (path === "callback/credentials" && answer.status === 401) {
    const fault = signInFault(typeof url === "string" ? url : "");
    return answerFault(fault, { ...manner, back: signInPage(fields) });
  }
  const headers = new Headers({ "cache-control": "private, no-store", "x-request-id": manner.requestId });
  for (const line of answer.headers.getSetCookie()) {
    if (line.startsWith(`${SESSION_COOKIE}=`)) headers.append("set-cookie", line);
  }
  const target = path === "signout" ? "/anmelden" : manner.weiter;
  const isLanguageChosen = cookieOf(request.headers, LOCALE_COOKIE) !== null;
  if (path === "callback/credentials" && !isLanguageChosen) await takeLocaleOfAccount(headers);
  if (!manner.isNative) return Response.json({ url: new URL(target, env.origin).href }, { headers });
  headers.set("location", target);
  return new Response(null, { status: 303, headers });
}

/** Back to the sign-in page with the wish to go on, whatever page the form stood on. */
function signInPage(fields: Fields): string {
  const wish = ownPath(fields.weiter, "");
  return wish === "" ? "/anmelden" : `/anmelden?weiter=${encodeURIComponent(wish)}`;
}

/** What next-auth packed into the address of an error page. */
function signInFault(url: string): Fault {
  const error = URL.canParse(url, env.origin) ? (new URL(url, env.origin).searchParams.get("error") ?? "") : "";
  if (error.startsWith(LOCKED)) {
    const until = error.slice(LOCKED.length);
    const seconds = Math.max(1, Math.ceil((new Date(until).getTime() - now().getTime()) / 1000));
    return { status: 401, code: "sign-in-locked", params: { until }, headers: { "retry-after": String(seconds) } };
  }
  if (error !== "CredentialsSignin") return { status: 503, code: "database-away", headers: { "retry-after": "60" } };
  return { status: 401, code: "sign-in-wrong" };
}

/** Who has not chosen a language in this browser gets the one of his account. */
async function takeLocaleOfAccount(headers: Headers): Promise<void> {
  const line = headers.getSetCookie().find((each) => each.startsWith(`${SESSION_COOKIE}=`));
  const viewer = await viewerOfToken(line?.slice(SESSION_COOKIE.length + 1).split(";")[0], now());
  if (viewer !== null) headers.append("set-cookie", localeCookie(viewer.locale));
}
