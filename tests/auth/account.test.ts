import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { POST as chooseLanguage } from "@/app/api/portal/account/language/route";
import { POST as changePassword } from "@/app/api/portal/account/password/route";
import { POST as switchReseller } from "@/app/api/portal/account/reseller/route";
import { POST as endSession } from "@/app/api/portal/account/sessions/[id]/route";
import { POST as join } from "@/app/api/portal/invitations/join/route";
import { memberships } from "@/db/schema";
import { withAuth } from "@/db/tenant";
import { ACCOUNT_LIMIT } from "@/lib/auth/limiter";
import { sessionLimits, viewerOfToken } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { newToken, tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { invitePerson } from "@/lib/use-cases/invite-person";
import { showAccount } from "@/lib/use-cases/show-account";
import { makeReseller, testDatabase } from "../support/database";
import { type MadePerson, makePerson, makeSession, PASSWORD, sent, tokenIn } from "../support/people";

testDatabase();

const NEXT = "vier graue fahrstühle";
let person: MadePerson;
let token: string;
let viewer: Viewer;
beforeEach(async () => {
  person = await makePerson("clerk", (await makeReseller()).resellerId);
  ({ token } = await makeSession(person));
  viewer = (await viewerOfToken(token, now())) as Viewer;
});

const at = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) });
const change = (body: unknown) => changePassword(sent("/x", body, { token }), at());
const signsIn = async (password: string) =>
  (await signIn({ email: person.email, password, forwardedFor: null, userAgent: null }, now())).kind;

describe("one's own password", () => {
  it("is changed with the present one and ends the other sessions, not this one", async () => {
    const other = await makeSession(person);
    expect((await change({ present: PASSWORD, next: NEXT, repeated: NEXT })).status).toBe(200);
    expect(await viewerOfToken(other.token, now())).toBeNull();
    expect(await viewerOfToken(token, now())).not.toBeNull();
    expect([await signsIn(PASSWORD), await signsIn(NEXT)]).toEqual(["wrong", "signed-in"]);
  });

  it.each([
    [{ present: "falsch", next: NEXT, repeated: NEXT }, "password-present-wrong"],
    [{ present: PASSWORD, next: "kurz", repeated: "kurz" }, "password-too-short"],
    [{ present: PASSWORD, next: PASSWORD, repeated: PASSWORD }, "password-unchanged"],
    [{ present: PASSWORD, next: NEXT, repeated: PASSWORD }, "passwords-differ"],
  ])("is not changed by %j", async (body, code) => {
    const response = await change(body);
    expect([response.status, await response.json()]).toMatchObject([422, { error: { code } }]);
    expect(await signsIn(PASSWORD)).toBe("signed-in");
  });

  it("may not be the e-mail address", async () => {
    const response = await change({ present: PASSWORD, next: person.email, repeated: person.email });
    expect(await response.json()).toMatchObject({ error: { code: "password-is-email", fields: [{ path: "next" }] } });
  });

  it("is not guessed from an unlocked screen", async () => {
    const guess = async () =>
      ((await (await change({ present: "falsch", next: NEXT, repeated: NEXT })).json()) as { error: { code: string } })
        .error.code;
    const codes = await Promise.all(Array.from({ length: ACCOUNT_LIMIT + 3 }, guess));
    expect(codes.filter((code) => code === "password-present-wrong")).toHaveLength(ACCOUNT_LIMIT);
    const right = await change({ present: PASSWORD, next: NEXT, repeated: NEXT });
    expect(await right.json()).toMatchObject({ error: { code: "sign-in-locked" } });
  });
});

describe("one's own sessions", () => {
  it("are listed without those that have ended, and ended one by one", async () => {
    const second = await makeSession(person);
    const ended = await makeSession(person);
    const end = (id: string) => endSession(sent("/x", { act: "end" }, { token }), at({ id }));
    expect((await end(ended.sessionId)).status).toBe(200);
    const { sessions } = await showAccount(viewer, sessionLimits(now()));
    expect(new Set(sessions.map(({ sessionId }) => sessionId))).toEqual(new Set([viewer.sessionId, second.sessionId]));
    expect(sessions.filter(({ isPresent }) => isPresent)).toHaveLength(1);
    expect((await end(ended.sessionId)).status).toBe(404);
  });

  it("are nobody else's", async () => {
    const other = await makeSession(await makePerson("clerk", viewer.resellerId));
    const end = async (id: string) => {
      const response = await endSession(sent("/x", { act: "end" }, { token }), at({ id }));
      return [response.status, await response.text()];
    };
    expect(await end(other.sessionId)).toEqual(await end(uuidv7()));
    expect(await viewerOfToken(other.token, now())).not.toBeNull();
  });
});

describe("one's language", () => {
  it("is kept in the browser and with the person", async () => {
    const response = await chooseLanguage(sent("/x", { locale: "en" }, { token }), at());
    expect(response.headers.getSetCookie()).toEqual(["locale=en; Path=/; Max-Age=31536000; SameSite=Lax"]);
    expect(await viewerOfToken(token, now())).toMatchObject({ locale: "en" });
  });

  it("can be chosen before signing in, and only one that there is", async () => {
    expect((await chooseLanguage(sent("/x", { locale: "en" }), at())).status).toBe(200);
    expect((await chooseLanguage(sent("/x", { locale: "fr" }), at())).status).toBe(400);
    expect((await chooseLanguage(sent("/x", { locale: "en; Domain=x" }), at())).status).toBe(400);
  });
});

describe("belonging to two resellers", () => {
  it("goes on with the other one in a new session; the old one has ended", async () => {
    const other = await makeReseller();
    const membershipId = uuidv7();
    await withAuth((tx) =>
      tx
        .insert(memberships)
        .values({ id: membershipId, personId: person.personId, resellerId: other.resellerId ?? "", role: "finance" }),
    );
    expect((await showAccount(viewer, sessionLimits(now()))).memberships).toHaveLength(2);
    const response = await switchReseller(sent("/x", { membershipId }, { token }), at());
    expect(await viewerOfToken(tokenIn(response), now())).toMatchObject({
      role: "finance",
      resellerId: other.resellerId,
    });
    expect(await viewerOfToken(token, now())).toBeNull();
  });

  it("is not had by naming somebody else's membership", async () => {
    const stranger = await makePerson("reseller-admin", (await makeReseller()).resellerId);
    const response = await switchReseller(sent("/x", { membershipId: stranger.membershipId }, { token }), at());
    expect([response.status, tokenIn(response)]).toEqual([404, null]);
    expect(await viewerOfToken(token, now())).toMatchObject({ resellerId: viewer.resellerId });
  });

  it("comes of taking an invitation with the account that one has", async () => {
    const other = await makeReseller();
    const secret = newToken();
    const invite = { email: person.email, name: "Neu", role: "clerk", customerNumbers: "" } as const;
    await invitePerson(other, invite, tokenHash(secret), now());
    const response = await join(sent("/x", { token: secret }, { token }), at());
    expect(response.status).toBe(200);
    expect(await viewerOfToken(tokenIn(response), now())).toMatchObject({
      personId: person.personId,
      resellerId: other.resellerId,
    });
  });
});
