import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { validate as isUuid } from "uuid";
import { endSessionById } from "@/db/queries/sessions";
import { withAuth } from "@/db/tenant";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { thrownFault } from "./faults";
import { ownPath } from "./origin";
import { REQUEST_ID_HEADER } from "./proxy-headers";
import { authSecret, isSecure } from "./secrets";
import { cookieOptions, SESSION_COOKIE, SESSION_MAX_SECONDS } from "./session";
import { signIn } from "./sign-in";

const prefix = isSecure ? "__Host-" : "";
export const CSRF_COOKIE = `${prefix}lizenzkontor.csrf`;

/** The message of the error by which a locked sign-in reaches the answer: the word and the instant from which on guessing is possible. */
export const LOCKED = "locked@";

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const header = (headers: Record<string, unknown> | undefined, name: string): string | null => {
  const value = headers?.[name];
  return typeof value === "string" ? value : null;
};

/**
 * next-auth's part: password sign-in only, nobody is created, own pages. Its JWT carries the id of a row in `auth.sessions` and nothing
 * else; that row decides at every request (see `session.ts`).
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: SESSION_MAX_SECONDS },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: cookieOptions },
      csrfToken: { name: CSRF_COOKIE, options: cookieOptions },
      callbackUrl: { name: `${prefix}lizenzkontor.way`, options: { ...cookieOptions, maxAge: 600 } },
    },
    pages: { signIn: "/anmelden", signOut: "/anmelden", error: "/anmelden", verifyRequest: "/anmelden" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const asked = {
            email: text(credentials?.email),
            password: text(credentials?.password),
            forwardedFor: header(request.headers, "x-forwarded-for"),
            userAgent: header(request.headers, "user-agent"),
          };
          // next-auth would put the error's text into an address.
          const answer = await signIn(asked, now()).catch((error: unknown) => {
            thrownFault(error, header(request.headers, REQUEST_ID_HEADER) ?? "");
            throw new Error("fault");
          });
          if (answer.kind === "locked") throw new Error(`${LOCKED}${answer.until.toISOString()}`);
          if (answer.kind === "wrong") return null;
          return { id: answer.personId, sessionId: answer.sessionId, locale: answer.locale };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.sessionId } : { sid: token.sid }),
      redirect: ({ url }) =>
        new URL(ownPath(url.startsWith(env.origin) ? url.slice(env.origin.length) : url), env.origin).href,
    },
    events: {
      async signOut({ token }) {
        const { sid } = token;
        if (sid !== undefined && isUuid(sid)) await withAuth((tx) => endSessionById(tx, sid, now()));
      },
    },
    logger: {
      error: (code) => console.error(JSON.stringify({ at: "sign-in", code })),
      warn: () => {},
      debug: () => {},
    },
  };
}
