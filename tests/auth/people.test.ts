import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/portal/people/[id]/route";
import { viewerOfToken } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { changePerson } from "@/lib/use-cases/change-person";
import { listPeople } from "@/lib/use-cases/list-people";
import { makeReseller, testDatabase } from "../support/database";
import { type MadePerson, makePerson, makeSession, sent } from "../support/people";

testDatabase();

const viewerFor = async (person: MadePerson) =>
  (await viewerOfToken((await makeSession(person)).token, now())) as Viewer;

let resellerId: string;
let first: MadePerson;
let admin: Viewer;
beforeEach(async () => {
  resellerId = (await makeReseller()).resellerId ?? "";
  first = await makePerson("reseller-admin", resellerId);
  admin = await viewerFor(first);
});

const toClerk = { act: "change-role", role: "clerk", customerNumbers: "" } as const;

describe("changing a person", () => {
  it("ends his sessions at once when he is deactivated; reactivated, he signs in anew", async () => {
    const clerk = await makePerson("clerk", resellerId);
    const sessions = [await makeSession(clerk), await makeSession(clerk)];
    expect(await changePerson(admin, clerk.personId, { act: "deactivate" }, now())).toBe("done");
    for (const { token } of sessions) expect(await viewerOfToken(token, now())).toBeNull();
    // A session row that was missed would be dead all the same: the membership is asked at every request.
    expect(await viewerOfToken((await makeSession(clerk)).token, now())).toBeNull();
    expect(await changePerson(admin, clerk.personId, { act: "reactivate" }, now())).toBe("done");
    for (const { token } of sessions) expect(await viewerOfToken(token, now())).toBeNull();
    expect(await viewerFor(clerk)).toMatchObject({ role: "clerk" });
  });

  it("leaves his sessions with another reseller alone", async () => {
    const clerk = await makePerson("clerk", resellerId);
    const other = await makeReseller();
    const elsewhere = await makePerson("clerk", other.resellerId);
    const { token } = await makeSession({ ...clerk, membershipId: elsewhere.membershipId });
    // A session that pairs a person with somebody else's membership is nobody's.
    expect(await viewerOfToken(token, now())).toBeNull();
    const kept = await makeSession(elsewhere);
    await changePerson(admin, clerk.personId, { act: "deactivate" }, now());
    expect(await viewerOfToken(kept.token, now())).not.toBeNull();
  });

  it("gives the new role at once and ends what was opened with the old one", async () => {
    const finance = await makePerson("finance", resellerId);
    const { token } = await makeSession(finance);
    expect(await changePerson(admin, finance.personId, toClerk, now())).toBe("done");
    expect(await viewerOfToken(token, now())).toBeNull();
    expect(await viewerFor(finance)).toMatchObject({ role: "clerk" });
  });

  it("does not change oneself, and keeps the last admin", async () => {
    expect(await changePerson(admin, first.personId, { act: "deactivate" }, now())).toMatchObject({
      code: "person-yourself",
    });
    expect(await changePerson(admin, first.personId, toClerk, now())).toMatchObject({ code: "person-yourself" });
    const second = await makePerson("reseller-admin", resellerId);
    expect(await changePerson(admin, second.personId, { act: "deactivate" }, now())).toBe("done");
    expect(await changePerson(admin, second.personId, toClerk, now())).toMatchObject({ code: "person-deactivated" });
  });

  it.each([["deactivate" as const], ["change-role" as const]])(
    "keeps one admin when two remove each other at the same moment: %s",
    async (act) => {
      const second = await makePerson("reseller-admin", resellerId);
      const other = await viewerFor(second);
      const change = act === "deactivate" ? ({ act } as const) : toClerk;
      const outcomes = await Promise.all([
        changePerson(admin, second.personId, change, now()),
        changePerson(other, first.personId, change, now()),
      ]);
      expect(outcomes.map((outcome) => (typeof outcome === "object" ? outcome.code : outcome)).sort()).toEqual([
        "done",
        "person-last-admin",
      ]);
      const { people } = await listPeople(admin, now());
      expect(people.filter(({ role, isDeactivated }) => role === "reseller-admin" && !isDeactivated)).toHaveLength(1);
    },
  );

  it("answers the same for another reseller's person and for nobody", async () => {
    const other = await makeReseller();
    const foreign = await makePerson("clerk", other.resellerId);
    const { token } = await makeSession(first);
    const { token: theirs } = await makeSession(foreign);
    const answers = await Promise.all(
      [foreign.personId, uuidv7(), first.membershipId ?? ""].map(async (id) => {
        const bodies = [{ act: "deactivate" }, { act: "reactivate" }, { act: "change-role", role: "clerk" }];
        const responses = await Promise.all(
          bodies.map((body) =>
            POST(sent(`/api/portal/people/${id}`, body, { token }), { params: Promise.resolve({ id }) }),
          ),
        );
        return Promise.all(responses.map(async (response) => [response.status, await response.text()]));
      }),
    );
    expect(answers[0]?.map(([status]) => status)).toEqual([404, 404, 404]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await viewerOfToken(theirs, now())).not.toBeNull();
  });

  it("is an admin's task only: for all others the address is not there", async () => {
    const clerk = await makePerson("clerk", resellerId);
    for (const role of ["clerk", "finance"] as const) {
      const { token } = await makeSession(await makePerson(role, resellerId));
      const params = { params: Promise.resolve({ id: clerk.personId }) };
      const response = await POST(
        sent(`/api/portal/people/${clerk.personId}`, { act: "deactivate" }, { token }),
        params,
      );
      expect(response.status).toBe(404);
    }
    expect(await viewerFor(clerk)).not.toBeNull();
  });

  it.each([
    { act: "delete" },
    { act: "deactivate", resellerId: "x" },
    { act: "change-role", role: "platform-admin" },
    { act: "change-role", role: "clerk", customerIds: [] },
    { act: "change-role" },
    {},
  ])("refuses %j", async (body) => {
    const clerk = await makePerson("clerk", resellerId);
    const { token } = await makeSession(first);
    const params = { params: Promise.resolve({ id: clerk.personId }) };
    const response = await POST(sent(`/api/portal/people/${clerk.personId}`, body, { token }), params);
    expect(response.status).toBe(400);
    expect(await viewerFor(clerk)).toMatchObject({ role: "clerk" });
  });
});
