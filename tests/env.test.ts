import { describe, expect, test } from "vitest";
import { dayInBerlin, today } from "@/lib/clock";
import { readEnvironment } from "@/lib/env";

describe("the environment", () => {
  test("has defaults for daily work", () => {
    expect(readEnvironment({})).toEqual({
      apiRequestsPerMinute: 1_200,
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      dataFolder: undefined,
      origin: "http://localhost:3000",
      authSecret: undefined,
      licenceKeySecrets: undefined,
      isDemo: false,
      isProduction: false,
      fixedToday: null,
    });
  });

  test("takes what is empty for what is not set", () => {
    expect(readEnvironment({ DATABASE_URL: "", PORTAL_DATA: "", PORTAL_TODAY: "" })).toEqual(readEnvironment({}));
  });

  test.each([
    [{ PORTAL_ORIGIN: "https://portal.example.de/" }, "https://portal.example.de"],
    [{ PORTAL_ORIGIN: "https://portal.example.de:8443/x" }, "https://portal.example.de:8443"],
    [{ NEXTAUTH_URL: "https://a.example.de" }, "https://a.example.de"],
    [{ NEXTAUTH_URL: "https://a.example.de", PORTAL_ORIGIN: "https://b.example.de" }, "https://b.example.de"],
  ])("reduces the address to its origin: %j", (variables, origin) => {
    expect(readEnvironment(variables).origin).toBe(origin);
  });

  test.each([
    [{ PORTAL_TODAY: "2027-02-28" }, null],
    [{ PORTAL_TODAY: "2027-02-28", NODE_ENV: "production" }, null],
    [{ PORTAL_TODAY: "2027-02-28", PORTAL_DEMO: "0" }, null],
    [{ PORTAL_TODAY: "2027-02-28", PORTAL_DEMO: "1", NODE_ENV: "production" }, "2027-02-28"],
    [{ PORTAL_TODAY: "2027-02-28", NODE_ENV: "test" }, "2027-02-28"],
  ])("lets the day be set in the demo and under test only: %j", (variables, day) => {
    expect(readEnvironment(variables).fixedToday).toBe(day);
  });

  test("names every fault at once", () => {
    const faulty = {
      DATABASE_URL: "mysql://x",
      PORTAL_TODAY: "2027-02-30",
      NEXTAUTH_SECRET: "short",
      LICENCE_KEY_SECRETS: "a:short",
      PORTAL_DEMO: "yes",
    };
    expect(() => readEnvironment(faulty)).toThrow(
      /DATABASE_URL.*NEXTAUTH_SECRET.*LICENCE_KEY_SECRETS.*PORTAL_DEMO.*PORTAL_TODAY/,
    );
  });
});

describe("the clock", () => {
  test.each([
    ["2026-11-20T22:59:59.999Z", "2026-11-20"],
    ["2026-11-20T23:00:00Z", "2026-11-21"],
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
    ["2026-03-29T00:30:00Z", "2026-03-29"],
    ["2026-10-24T22:30:00Z", "2026-10-25"],
    ["2026-12-31T23:30:00Z", "2027-01-01"],
  ])("%s is %s in Berlin", (instant, day) => {
    expect(dayInBerlin(new Date(instant))).toBe(day);
  });

  test("today is a day", () => {
    expect(today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
