import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/portal/resellers/route";
import { viewerOfToken } from "@/lib/auth/session";
import { newToken, tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { acceptAsNewPerson } from "@/lib/use-cases/accept-invitation";
import { inviteFirstAdmin, invitePlatformAdmin } from "@/lib/use-cases/create-reseller";
import { listResellers } from "@/lib/use-cases/list-resellers";
import { testDatabase } from "../support/database";
import { makePerson, makeSession, sent } from "../support/people";

testDatabase();

let token: string;
beforeAll(async () => {
  ({ token } = await makeSession(await makePerson("platform-admin", null)));
});

const post = (body: unknown, as = token) =>
  POST(sent("/api/portal/resellers", body, { token: as }), { params: Promise.resolve({}) });
const create = (name: string) =>
  post({ act: "create", name, adminName: "Anna", adminEmail: `a-${uuidv7()}@example.org` });
const person = { name: "Anna", passwordHash: "x", locale: "de" } as const;

describe("the platform's admin", () => {
  it("makes a reseller, whose first admin takes his link", async () => {
    const name = `Händler ${uuidv7()}`;
    const response = await create(name);
    expect(response.status).toBe(201);
    const { link, resellerId } = (await response.json()) as { link: string; resellerId: string };
    const mine = async () => (await listResellers(now())).find(({ id }) => id === resellerId);
    expect(await mine()).toMatchObject({ name, admins: 0, invited: { email: expect.stringContaining("@") } });
    const accepted = await acceptAsNewPerson(tokenHash(link.split("/").at(-1) ?? ""), person, now());
    if (isRefusal(accepted)) throw new Error(accepted.code);
    const session = await makeSession({ ...accepted, email: "" });
    expect(await viewerOfToken(session.token, now())).toMatchObject({
      role: "reseller-admin",
      resellerId,
      resellerName: name,
    });
    expect(await mine()).toMatchObject({ admins: 1, invited: null });

    // From then on the reseller invites its own people; only the command line may help where the admin is gone.
    const again = { act: "invite-admin", resellerId, adminName: "B", adminEmail: "b@example.org" };
    expect(await (await post(again)).json()).toMatchObject({ error: { code: "reseller-has-admin" } });
    const admin = { name: "B", email: "b@example.org" };
    expect(await inviteFirstAdmin(null, resellerId, admin, tokenHash(newToken()), now())).toMatchObject({ resellerId });
  });

  it("makes no second reseller of a name, also at the same moment, and leaves no invitation behind", async () => {
    const name = `Händler ${uuidv7()}`;
    const status = (await Promise.all(Array.from({ length: 6 }, () => create(name)))).map(
      (response) => response.status,
    );
    expect(status.sort()).toEqual([201, 422, 422, 422, 422, 422]);
    expect((await listResellers(now())).filter((reseller) => reseller.name === name)).toHaveLength(1);
  });

  it("gives a new link where the first one was lost", async () => {
    const { resellerId, link } = (await (await create(`Händler ${uuidv7()}`)).json()) as {
      resellerId: string;
      link: string;
    };
    expect(link).toContain("/einladung/");
    const again = await post({ act: "invite-admin", resellerId, adminName: "B", adminEmail: "other@example.org" });
    expect(again.status).toBe(201);
    const absent = { act: "invite-admin", resellerId: uuidv7(), adminName: "B", adminEmail: "other@example.org" };
    expect((await post(absent)).status).toBe(404);
  });

  it("is invited from the command line, and belongs to no reseller", async () => {
    const secret = newToken();
    await invitePlatformAdmin({ name: "Petra", email: `p-${uuidv7()}@example.org` }, tokenHash(secret), now());
    const accepted = await acceptAsNewPerson(tokenHash(secret), person, now());
    if (isRefusal(accepted)) throw new Error(accepted.code);
    const session = await makeSession({ ...accepted, email: "" });
    expect(await viewerOfToken(session.token, now())).toMatchObject({ role: "platform-admin", resellerId: null });
  });

  it("is nobody else", async () => {
    const { resellerId } = (await (await create(`Händler ${uuidv7()}`)).json()) as { resellerId: string };
    const admin = await makeSession(await makePerson("reseller-admin", resellerId));
    expect(
      (await post({ act: "create", name: "X", adminName: "X", adminEmail: "x@example.org" }, admin.token)).status,
    ).toBe(404);
  });
});
