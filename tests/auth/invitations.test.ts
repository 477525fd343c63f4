import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as acceptRoute } from "@/app/api/portal/invitations/accept/route";
import { POST as inviteRoute } from "@/app/api/portal/people/route";
import { customers, invitations, memberships, people } from "@/db/schema";
import { withAuth, withTenant } from "@/db/tenant";
import { viewerOfToken } from "@/lib/auth/session";
import { newToken, tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { acceptAsNewPerson, acceptAsViewer } from "@/lib/use-cases/accept-invitation";
import { INVITATION_MS, type Invite, invitePerson } from "@/lib/use-cases/invite-person";
import { listPeople } from "@/lib/use-cases/list-people";
import { showInvitation } from "@/lib/use-cases/show-invitation";
import { withdrawInvitation } from "@/lib/use-cases/withdraw-invitation";
import { makeReseller, testDatabase } from "../support/database";
import { makePerson, makeSession, PASSWORD, sent, tokenIn } from "../support/people";

testDatabase();

let admin: Viewer;
let token: string;
let customerIds: string[];
beforeAll(async () => {
  const reseller = await makeReseller();
  const person = await makePerson("reseller-admin", reseller.resellerId);
  ({ token } = await makeSession(person));
  admin = (await viewerOfToken(token, now())) as Viewer;
  customerIds = [uuidv7(), uuidv7()].sort();
  await withTenant(admin, (tx) =>
    tx.insert(customers).values(
      customerIds.map((id, index) => ({
        id,
        resellerId: admin.resellerId ?? "",
        number: `1000${index}`,
        name: `Kunde ${index}`,
      })),
    ),
  );
});

const newEmail = () => `new-${uuidv7()}@example.org`;
const noParams = { params: Promise.resolve({}) };
const person = { name: "Neu", passwordHash: "x", locale: "de" } as const;

async function invited(
  more: Partial<Invite> = {},
  by: Viewer = admin,
): Promise<{ secret: string; email: string; id: string }> {
  const secret = newToken();
  const invite: Invite = { email: newEmail(), name: "Neu", role: "clerk", customerNumbers: "", ...more };
  const made = await invitePerson(by, invite, tokenHash(secret), now());
  if (isRefusal(made)) throw new Error(made.code);
  return { secret, email: invite.email, id: made.invitationId };
}

/** All connections open, so that what follows really runs at the same moment. */
const warm = () => Promise.all(Array.from({ length: 20 }, () => showInvitation("", now())));

const membershipsOf = (email: string) =>
  withAuth((tx) =>
    tx
      .select({ role: memberships.role, resellerId: memberships.resellerId, customerIds: memberships.customerIds })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(eq(people.email, email)),
  );

describe("an invitation", () => {
  it("is taken once, by one of 50 at the same moment", async () => {
    const { secret, email } = await invited();
    await warm();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => acceptAsNewPerson(tokenHash(secret), person, now())),
    );
    expect(answers.filter((answer) => "personId" in answer)).toHaveLength(1);
    expect(new Set(answers.map((answer) => (isRefusal(answer) ? answer.code : "taken")))).toEqual(
      new Set(["taken", "invitation-gone"]),
    );
    expect(await membershipsOf(email)).toEqual([{ role: "clerk", resellerId: admin.resellerId, customerIds: null }]);
  });

  it("is taken once by somebody who has an account, too", async () => {
    const elsewhere = await makeReseller();
    const known = await makePerson("clerk", elsewhere.resellerId);
    const viewer = (await viewerOfToken((await makeSession(known)).token, now())) as Viewer;
    const { secret } = await invited({ email: known.email, role: "finance" });
    await warm();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => acceptAsViewer(viewer, tokenHash(secret), now())),
    );
    expect(answers.filter((answer) => "personId" in answer)).toHaveLength(1);
    expect(new Set(answers.map((answer) => (isRefusal(answer) ? answer.code : "taken")))).toEqual(
      new Set(["taken", "invitation-gone"]),
    );
    expect((await membershipsOf(known.email)).map(({ role }) => role).sort()).toEqual(["clerk", "finance"]);
  });

  it("runs out after seven days, can be withdrawn, and is replaced by a newer one", async () => {
    const { secret, email, id } = await invited();
    const until = now().getTime() + INVITATION_MS;
    expect(await showInvitation(tokenHash(secret), new Date(until - 60_000))).not.toBeNull();
    expect(await showInvitation(tokenHash(secret), new Date(until + 1_000))).toBeNull();
    const newer = await invited({ email });
    expect(await showInvitation(tokenHash(secret), now())).toBeNull();
    expect(await withdrawInvitation(admin, id, now())).toBe("not-found");
    expect(await withdrawInvitation(admin, newer.id, now())).toBe("done");
    expect(await acceptAsNewPerson(tokenHash(newer.secret), person, now())).toMatchObject({ code: "invitation-gone" });
  });

  it("is another reseller's business only: its own admin cannot even withdraw it", async () => {
    const { id, secret } = await invited();
    const other = await makeReseller();
    expect(await withdrawInvitation(other, id, now())).toBe("not-found");
    expect(await showInvitation(tokenHash(secret), now())).not.toBeNull();
  });

  it("keeps of its link only a hash", async () => {
    const { secret, id } = await invited();
    const [row] = await withAuth((tx) => tx.select().from(invitations).where(eq(invitations.id, id)));
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row?.tokenHash).toBe(tokenHash(secret));
    expect(secret).toMatch(/^[\w-]{43}$/);
  });

  it("never tells whether the address is known at another reseller", async () => {
    const elsewhere = await makeReseller();
    const { email: known } = await makePerson("clerk", elsewhere.resellerId);
    const shape = async (email: string) => {
      const body = { email, name: "Neu", role: "clerk" };
      const response = await inviteRoute(sent("/api/portal/people", body, { token }), noParams);
      const answer = (await response.json()) as Record<string, string>;
      const secret = answer.link?.split("/").at(-1) ?? "";
      const view = await showInvitation(tokenHash(secret), now());
      return { status: response.status, keys: Object.keys(answer), view: { ...view, email: "", expiresAt: "" } };
    };
    expect(await shape(known)).toEqual(await shape(newEmail()));
  });

  it("is not taken as somebody new by an address that has an account, and stays open", async () => {
    const elsewhere = await makeReseller();
    const known = await makePerson("clerk", elsewhere.resellerId);
    const { secret } = await invited({ email: known.email });
    expect(await acceptAsNewPerson(tokenHash(secret), person, now())).toMatchObject({
      code: "invitation-account-exists",
    });
    expect(await showInvitation(tokenHash(secret), now())).not.toBeNull();
  });

  it("is not taken by another account, nor by the platform's", async () => {
    const { secret, email } = await invited();
    const other = (await viewerOfToken(
      (
        await makeSession(await makePerson("clerk", admin.resellerId))
      ).token,
      now(),
    )) as Viewer;
    expect(await acceptAsViewer(other, tokenHash(secret), now())).toMatchObject({
      code: "invitation-for-another",
      params: { email },
    });
    const platform = await makePerson("platform-admin", null);
    const viewer = (await viewerOfToken((await makeSession(platform)).token, now())) as Viewer;
    const second = await invited({ email: platform.email });
    expect(await acceptAsViewer(viewer, tokenHash(second.secret), now())).toMatchObject({
      code: "invitation-platform-admin",
    });
    expect(await showInvitation(tokenHash(second.secret), now())).not.toBeNull();
  });
});

describe("taking it through the portal", () => {
  const accept = (body: unknown) => acceptRoute(sent("/api/portal/invitations/accept", body), noParams);

  it("signs the new person in, with the invitation's role and customers", async () => {
    const { secret, email } = await invited({ role: "customer-admin", customerNumbers: "10001" });
    const response = await accept({ token: secret, name: "Kim Kunde", password: PASSWORD, repeated: PASSWORD });
    expect(response.status).toBe(201);
    expect(await viewerOfToken(tokenIn(response), now())).toMatchObject({
      name: "Kim Kunde",
      email,
      role: "customer-admin",
      resellerId: admin.resellerId,
      customerIds: [customerIds[1]],
    });
  });

  it.each([
    [{ password: "kurz", repeated: "kurz" }, 422, "password-too-short"],
    [{ password: "123456789012", repeated: "123456789012" }, 422, "password-common"],
    [{ password: "aaaaaaaaaaaaaaaa", repeated: "aaaaaaaaaaaaaaaa" }, 422, "password-one-sign"],
    [{ password: PASSWORD, repeated: `${PASSWORD}!` }, 422, "passwords-differ"],
    [{ password: PASSWORD, repeated: PASSWORD, name: " " }, 400, "fields-invalid"],
    [{ password: PASSWORD, repeated: PASSWORD, role: "reseller-admin" }, 400, "fields-invalid"],
    [{ password: PASSWORD, repeated: PASSWORD, resellerId: uuidv7() }, 400, "fields-invalid"],
    [{ password: PASSWORD, repeated: PASSWORD, token: "wrong" }, 422, "invitation-gone"],
  ])("refuses %j and leaves the invitation open", async (more, status, code) => {
    const { secret } = await invited();
    const response = await accept({ token: secret, name: "Neu", ...more });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await showInvitation(tokenHash(secret), now())).not.toBeNull();
  });
});

describe("who can be invited as what", () => {
  const tryInvite = (more: Partial<Invite>) =>
    invitePerson(
      admin,
      { email: newEmail(), name: "Neu", role: "clerk", customerNumbers: "", ...more },
      tokenHash(newToken()),
      now(),
    );

  it.each([
    [{ role: "customer-viewer", customerNumbers: "" }, "customers-one-needed"],
    [{ role: "customer-admin", customerNumbers: "10000, 10001" }, "customers-one-needed"],
    [{ role: "finance", customerNumbers: "10000" }, "customers-not-for-role"],
    [{ role: "reseller-admin", customerNumbers: "10000" }, "customers-not-for-role"],
    [{ role: "clerk", customerNumbers: "10000, 77777" }, "customers-unknown"],
  ] as const)("%j: %s", async (more, code) => {
    expect(await tryInvite(more)).toMatchObject({ refused: true, code, path: "customerNumbers" });
  });

  it("confines a clerk to the customers named, however the numbers are written", async () => {
    const { email } = await invited({ customerNumbers: " 10001 ;10000,\n10000" });
    const { invitations: open } = await listPeople(admin, now());
    const numbers = open.find((item) => item.email === email)?.customers?.map(({ number }) => number);
    expect(numbers).toEqual(["10000", "10001"]);
  });

  it("knows no customer of another reseller", async () => {
    const other = await makeReseller();
    const foreign = { email: newEmail(), name: "Neu", role: "clerk", customerNumbers: "10000" } as const;
    expect(await invitePerson(other, foreign, tokenHash(newToken()), now())).toMatchObject({
      code: "customers-unknown",
    });
  });

  it("is nobody who belongs to the reseller already", async () => {
    const member = await makePerson("clerk", admin.resellerId);
    const former = await makePerson("clerk", admin.resellerId, { membershipDeactivatedAt: now() });
    expect(await tryInvite({ email: member.email })).toMatchObject({ code: "person-already-member" });
    expect(await tryInvite({ email: former.email })).toMatchObject({ code: "person-deactivated-member" });
  });

  it("shows each reseller his own people only", async () => {
    const other = await makeReseller();
    await makePerson("clerk", other.resellerId);
    const { people: mine, invitations: open } = await listPeople(other, now());
    expect([mine.length, open.length]).toEqual([1, 0]);
    const rows = await withAuth((tx) =>
      tx
        .select()
        .from(memberships)
        .where(and(eq(memberships.resellerId, admin.resellerId ?? ""))),
    );
    expect((await listPeople(admin, now())).people).toHaveLength(rows.length);
  });
});
