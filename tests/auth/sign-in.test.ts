import { decode, encode } from "next-auth/jwt";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as signOut } from "@/app/api/portal/sign-out/route";
import { people, sessions } from "@/db/schema";
import { withAuth } from "@/db/tenant";
import { answerAuthGet, answerAuthPost } from "@/lib/auth/handler";
import { authSecret } from "@/lib/auth/secrets";
import { SESSION_COOKIE, SESSION_IDLE_MS, SESSION_MAX_SECONDS, sessionToken, viewerOfToken } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { makeReseller, testDatabase } from "../support/database";
import { makePerson, makeSession, PASSWORD, sent, tokenIn } from "../support/people";

testDatabase();

let reseller: Viewer;
beforeAll(async () => {
  reseller = await makeReseller();
});

const at = (...nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) });
const signIn = (body: unknown, more: Parameters<typeof sent>[2] = {}) =>
  answerAuthPost(sent("/api/auth/callback/credentials", body, more), at("callback", "credentials"));
const later = (ms: number) => new Date(now().getTime() + ms);

describe("signing in", () => {
  it("opens a session with the right password", async () => {
    const { email, personId } = await makePerson("clerk", reseller.resellerId);
    const response = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD, weiter: "/kunden" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: "http://localhost:3000/kunden" });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const viewer = await viewerOfToken(tokenIn(response), now());
    expect(viewer).toMatchObject({
      personId,
      email,
      role: "clerk",
      resellerId: reseller.resellerId,
      resellerName: reseller.resellerName,
      customerIds: null,
    });
  });

  it("answers a form without script with the way on, and a failed one with the way back", async () => {
    const { email } = await makePerson("clerk", reseller.resellerId);
    const form = (password: string) => new URLSearchParams({ email, password, weiter: "/konto" }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
    const right = await signIn(form(PASSWORD), { headers });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/konto"]);
    expect(tokenIn(right)).not.toBeNull();
    const wrong = await signIn(form("falsch"), { headers });
    expect([wrong.status, wrong.headers.get("location")]).toEqual([
      303,
      "/anmelden?weiter=%2Fkonto&fehler=sign-in-wrong",
    ]);
    expect(tokenIn(wrong)).toBeNull();
  });

  it("says the same for a wrong password, an unknown address, a deactivated person and one without membership", async () => {
    const known = await makePerson("clerk", reseller.resellerId);
    const gone = await makePerson("clerk", reseller.resellerId, { deactivatedAt: now() });
    const left = await makePerson("clerk", reseller.resellerId, { membershipDeactivatedAt: now() });
    const tries = [
      { email: known.email, password: "falsch" },
      { email: "nobody@example.org", password: PASSWORD },
      { email: "no address", password: PASSWORD },
      { email: gone.email, password: PASSWORD },
      { email: left.email, password: PASSWORD },
      { email: known.email, password: "" },
    ];
    const answers = await Promise.all(tries.map((each) => signIn(each)));
    const bodies = await Promise.all(answers.map((each) => each.text()));
    expect(answers.map(({ status }) => status)).toEqual(tries.map(() => 401));
    expect(new Set(bodies).size).toBe(1);
    expect(answers.flatMap((each) => each.headers.getSetCookie())).toEqual([]);
    expect(bodies[0]).toContain("E-Mail-Adresse oder Passwort stimmt nicht");
  });

  it("creates nobody", async () => {
    const count = () => withAuth((tx) => tx.$count(people));
    const before = await count();
    await signIn({ email: "new@example.org", password: PASSWORD });
    expect(await count()).toBe(before);
  });

  it("makes a platform admin nobody's member", async () => {
    const { email } = await makePerson("platform-admin", null);
    const viewer = await viewerOfToken(tokenIn(await signIn({ email, password: PASSWORD })), now());
    expect(viewer).toMatchObject({ role: "platform-admin", resellerId: null, resellerName: null, customerIds: null });
  });

  it("gives each sign-in a session of its own, whatever cookie was there before", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const planted = await makeSession(person);
    const response = await signIn({ email: person.email, password: PASSWORD }, { token: planted.token });
    const viewer = await viewerOfToken(tokenIn(response), now());
    expect(viewer?.sessionId).toBeDefined();
    expect(viewer?.sessionId).not.toBe(planted.sessionId);
  });

  it.each([
    ["no origin", { origin: null }, 403],
    ["another origin", { origin: "https://evil.example" }, 403],
    ["no form", { headers: { "content-type": "text/plain" } }, 415],
  ] as const)("refuses %s", async (_, more, status) => {
    expect((await signIn({ email: "a@example.org", password: "x" }, more)).status).toBe(status);
  });

  it.each([
    ["not JSON", "{", 400],
    ["a list", "[]", 400],
    ["a field that is no text", { email: ["a@example.org"], password: "x" }, 400],
    ["too much", { email: "a@example.org", password: "x".repeat(20_000) }, 413],
    ["nothing", {}, 401],
  ])("answers %s", async (_, body, status) => {
    expect((await signIn(body)).status).toBe(status);
  });

  it.each(["https://evil.example/", "//evil.example", "/api/auth/signout", "http://localhost:3000.evil.example/"])(
    "leads never away from the portal: %s",
    async (weiter) => {
      const { email } = await makePerson("clerk", reseller.resellerId);
      for (const name of ["weiter", "callbackUrl"]) {
        const { url } = (await (await signIn({ email, password: PASSWORD, [name]: weiter })).json()) as { url: string };
        expect(url).toBe("http://localhost:3000/");
      }
    },
  );
});

describe("a session", () => {
  it("is named by the token and by nothing else in it", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const { token, sessionId } = await makeSession(person);
    const claims = await decode({ token, secret: authSecret() });
    expect(Object.keys(claims ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid"]);
    expect(claims?.sid).toBe(sessionId);
  });

  it("is told to scripts without its id", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const { token, sessionId } = await makeSession(person);
    const response = await answerAuthGet(sent("/api/auth/session", null, { token, method: "GET" }), at("session"));
    const body = await response.text();
    expect(JSON.parse(body)).toEqual({ user: { name: expect.any(String), email: person.email, role: "clerk" } });
    expect(body).not.toContain(sessionId);
  });

  it("ends with sign-out: the old cookie is nobody's", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const { token } = await makeSession(person);
    const response = await signOut(sent("/api/portal/sign-out", {}, { token }), { params: Promise.resolve({}) });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(new RegExp(`^${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly`));
    expect(await viewerOfToken(token, now())).toBeNull();
  });

  it("ends with next-auth's own sign-out too", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const { token } = await makeSession(person);
    await answerAuthPost(sent("/api/auth/signout", {}, { token }), at("signout"));
    expect(await viewerOfToken(token, now())).toBeNull();
  });

  it("ends two hours after its last use and twelve hours after its beginning", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const idle = await makeSession(person);
    expect(await viewerOfToken(idle.token, later(SESSION_IDLE_MS - 1_000))).not.toBeNull();
    // That use counted: the session lives on from there.
    expect(await viewerOfToken(idle.token, later(SESSION_IDLE_MS + 1_000))).not.toBeNull();
    const unused = await makeSession(person);
    expect(await viewerOfToken(unused.token, later(SESSION_IDLE_MS + 1_000))).toBeNull();

    const busy = await makeSession(person);
    for (let hour = 1; hour < SESSION_MAX_SECONDS / 3600; hour += 1) {
      expect(await viewerOfToken(busy.token, later(hour * 3_600_000))).not.toBeNull();
    }
    expect(await viewerOfToken(busy.token, later(SESSION_MAX_SECONDS * 1000 + 1_000))).toBeNull();
  });

  it.each([
    ["none", undefined],
    ["an empty one", ""],
    ["garbage", "garbage"],
    ["garbage in five parts", "a.b.c.d.e"],
  ])("is nobody's without a token: %s", async (_, token) => {
    expect(await viewerOfToken(token, now())).toBeNull();
  });

  it("is nobody's with a token of another key, or of no row", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const { sessionId } = await makeSession(person);
    expect(await viewerOfToken(await encode({ token: { sid: sessionId }, secret: "x".repeat(40) }), now())).toBeNull();
    expect(await viewerOfToken(await sessionToken(uuidv7()), now())).toBeNull();
    expect(await viewerOfToken(await sessionToken("' or 1=1"), now())).toBeNull();
  });

  it("counts uses without a write for each", async () => {
    const person = await makePerson("clerk", reseller.resellerId);
    const { token, sessionId } = await makeSession(person);
    const seen = async () => {
      const rows = await withAuth((tx) => tx.select().from(sessions));
      return rows.find(({ id }) => id === sessionId)?.lastSeenAt.getTime();
    };
    const first = await seen();
    await viewerOfToken(token, later(30_000));
    expect(await seen()).toBe(first);
    await viewerOfToken(token, later(61_000));
    expect(await seen()).toBeGreaterThan(first ?? 0);
  });
});

describe("next-auth's own pages", () => {
  it.each(["signin", "signout", "error", "verify-request"])("%s leads to the portal's", async (page) => {
    const response = await answerAuthGet(sent(`/api/auth/${page}`, null, { method: "GET" }), at(page));
    expect([response.status, response.headers.get("location")]).toEqual([307, "/anmelden"]);
  });

  it.each(["providers", "_log", "callback", "x"])("%s is not there", async (page) => {
    expect((await answerAuthGet(sent(`/api/auth/${page}`, null, { method: "GET" }), at(page))).status).toBe(404);
    expect((await answerAuthPost(sent(`/api/auth/${page}`, {}), at(page))).status).toBe(404);
  });

  it("a client of next-auth gets its token and signs in with it", async () => {
    const { email } = await makePerson("clerk", reseller.resellerId);
    const csrf = await answerAuthGet(sent("/api/auth/csrf", null, { method: "GET" }), at("csrf"));
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, email, password: PASSWORD, json: "true" }).toString();
    const response = await signIn(body, {
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "*/*" },
    });
    expect(response.status).toBe(200);
    expect(await viewerOfToken(tokenIn(response), now())).not.toBeNull();
  });
});
