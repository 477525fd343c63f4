import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import {
  ACCOUNT_LIMIT,
  ADDRESS_LIMIT,
  type Attempt,
  accountKey,
  addressKey,
  forgiveAttempt,
  reserveAttempt,
  WINDOW_MS,
} from "@/lib/auth/limiter";
import { signIn } from "@/lib/auth/sign-in";
import { now } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { makeReseller, testDatabase } from "../support/database";
import { makePerson, PASSWORD } from "../support/people";

testDatabase();

let reseller: Viewer;
beforeAll(async () => {
  reseller = await makeReseller();
});

const ask = (email: string, password: string, at: Date, forwardedFor: string | null = null) =>
  signIn({ email, password, forwardedFor, userAgent: null }, at);
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const kinds = (answers: readonly { kind: string }[]) => Object.groupBy(answers, ({ kind }) => kind);

describe("guessing at one account", () => {
  it("looks at ten passwords in a quarter of an hour, also of 50 at the same moment", async () => {
    const { email } = await makePerson("clerk", reseller.resellerId);
    const start = now();
    const answers = await times(50, (index) => ask(email, `guess ${index}`, start));
    const { wrong = [], locked = [] } = kinds(answers);
    expect([wrong.length, locked.length]).toEqual([ACCOUNT_LIMIT, 50 - ACCOUNT_LIMIT]);

    // The right password gets the same answer as any other, and the answer says until when.
    const inside = new Date(start.getTime() + 60_000);
    const right = await ask(email, PASSWORD, inside);
    expect(right).toEqual(await ask(email, "guess", inside));
    expect(right).toEqual({ kind: "locked", until: new Date(start.getTime() + WINDOW_MS) });

    const after = new Date(start.getTime() + WINDOW_MS + 1);
    expect((await ask(email, PASSWORD, after)).kind).toBe("signed-in");
  });

  it("locks an address that nobody has just the same", async () => {
    const email = `nobody-${uuidv7()}@example.org`;
    const start = now();
    await times(ACCOUNT_LIMIT, () => reserveAttempt({ account: accountKey(email), address: null }, start));
    expect(await ask(email, "guess", start)).toEqual({ kind: "locked", until: new Date(start.getTime() + WINDOW_MS) });
  });

  it("is the same account however the address is written", async () => {
    const { email } = await makePerson("clerk", reseller.resellerId);
    await times(ACCOUNT_LIMIT, () => reserveAttempt({ account: accountKey(email), address: null }, now()));
    expect((await ask(` ${email.toUpperCase()}`, PASSWORD, now())).kind).toBe("locked");
  });

  it("lets the window slide: as many guesses are free again as have grown old", async () => {
    const keys = { account: accountKey(uuidv7()), address: null };
    const start = now().getTime();
    for (let minute = 0; minute < ACCOUNT_LIMIT; minute += 1) {
      await reserveAttempt(keys, new Date(start + minute * 60_000));
    }
    const third = new Date(start + WINDOW_MS + 2 * 60_000 + 1);
    const answers = await times(8, () => reserveAttempt(keys, third));
    expect(answers.filter((answer) => "ids" in answer)).toHaveLength(3);
  });

  it("starts afresh after the right password", async () => {
    const keys = { account: accountKey(uuidv7()), address: "ip:192.0.2.7" };
    const taken = (await times(ACCOUNT_LIMIT, () => reserveAttempt(keys, now()))) as Attempt[];
    await forgiveAttempt(taken[0] as Attempt);
    const again = await times(ACCOUNT_LIMIT + 1, () => reserveAttempt(keys, now()));
    expect(again.filter((answer) => "ids" in answer)).toHaveLength(ACCOUNT_LIMIT);
  });
});

describe("guessing at many accounts from one network", () => {
  it("is limited across accounts, also at the same moment", async () => {
    const start = now();
    const answers = await times(ADDRESS_LIMIT + 30, (index) =>
      reserveAttempt({ account: accountKey(`many-${index}`), address: "ip:192.0.2.1" }, start),
    );
    expect(answers.filter((answer) => "ids" in answer)).toHaveLength(ADDRESS_LIMIT);
    expect(
      (await reserveAttempt({ account: accountKey("many-0"), address: "ip:192.0.2.2" }, start)) as object,
    ).toHaveProperty("ids");
  });

  it("does not count those who know their password", async () => {
    const address = "ip:192.0.2.3";
    for (let index = 0; index < 20; index += 1) {
      await forgiveAttempt(
        (await reserveAttempt({ account: accountKey(`known-${index}`), address }, now())) as Attempt,
      );
    }
    const answers = await times(ADDRESS_LIMIT, (index) =>
      reserveAttempt({ account: accountKey(`other-${index}`), address }, now()),
    );
    expect(answers.filter((answer) => "ids" in answer)).toHaveLength(ADDRESS_LIMIT);
  });

  it.each([
    [null, null],
    ["", null],
    ["no address", null],
    ["192.0.2.1", "ip:192.0.2.1"],
    ["203.0.113.9, 192.0.2.1", "ip:192.0.2.1"],
    ["::ffff:192.0.2.1", "ip:192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "ip:2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "ip:2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff::", "ip:2001:db8:1:2::/64"],
    ["2001:db8::1", "ip:2001:db8:0:0::/64"],
    ["::1", "ip:0:0:0:0::/64"],
    ["fe80::1%eth0", "ip:fe80:0:0:0::/64"],
  ])("takes %j for %j", (forwardedFor, key) => {
    expect(addressKey(forwardedFor)).toBe(key);
  });
});
