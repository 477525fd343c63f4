import { createHash, randomBytes } from "node:crypto";
import NextAuth from "next-auth";
import { authOptions, CSRF_COOKIE } from "./options";
import { authSecret } from "./secrets";
import { cookieOf, SESSION_COOKIE } from "./session";

export type Fields = Readonly<Record<string, string>>;

export interface NextAuthAnswer {
  status: number;
  headers: Headers;
  body: unknown;
  location: string | null;
}

/** Hands one request to next-auth as plain values, so that body, size, origin and answer stay in the portal's hands. */
export async function askNextAuth(
  request: Request,
  path: readonly string[],
  fields: Fields,
  cookies: Fields,
): Promise<NextAuthAnswer> {
  const answer: NextAuthAnswer = { status: 200, headers: new Headers(), body: null, location: null };
  const response = {
    status(code: number) {
      answer.status = code;
      return response;
    },
    getHeader: (name: string) => (name === "Set-Cookie" ? answer.headers.getSetCookie() : answer.headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      if (name === "Location") answer.location = String(value);
      else if (Array.isArray(value)) {
        answer.headers.delete(name);
        for (const each of value) answer.headers.append(name, each);
      } else answer.headers.set(name, value);
      return response;
    },
    json(body: unknown) {
      answer.body = body;
    },
    send(body: unknown) {
      answer.body = body;
    },
    end() {},
  };
  const asked = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies,
    query: { nextauth: [...path] },
    body: fields,
  };
  await NextAuth(asked as never, response as never, authOptions());
  return answer;
}

/** The cookies that next-auth reads, decoded as it expects them. */
export function nextAuthCookies(request: Request): Fields {
  const names = [SESSION_COOKIE, CSRF_COOKIE];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = cookieOf(request.headers, name);
      return value === null ? [] : [[name, decoded(value)]];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

/** next-auth wants its CSRF token twice. The origin was checked already, so a form without script need not fetch one first. */
export function withCsrfToken(fields: Fields, cookies: Fields): { fields: Fields; cookies: Fields } {
  const token = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
  return { fields: { ...fields, csrfToken: token }, cookies: { ...cookies, [CSRF_COOKIE]: `${token}|${proof}` } };
}
