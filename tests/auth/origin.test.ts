import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailOf } from "@/lib/auth/email";
import { ownPath, refererPath } from "@/lib/auth/origin";
import { env } from "@/lib/env";

describe("a way back", () => {
  it.each(["/", "/kunden", "/kunden/1?a=b&c=%2F#d", "/entscheiden?kunde=M%C3%BCller", "/a//b"])(
    "stays as it is: %s",
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    "",
    "kunden",
    "https://evil.example",
    "http:evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/ /evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/..//evil.example",
    "/.//evil.example",
    "/a/../..//evil.example",
    "/a\\..\\evil",
    "/%0d\\evil",
    "/api/auth/signout",
    "/API/portal/sign-out",
    "/x/../api/portal/sign-out",
    "/./api/x",
    `/${"x".repeat(3_000)}`,
    null,
    undefined,
    5,
    ["/kunden"],
    { toString: () => "/kunden" },
  ])("becomes the fallback: %j", (wish) => {
    expect(ownPath(wish, "/konto")).toBe("/konto");
  });

  it("never leaves the portal, whatever is asked for", () => {
    const parts = fc.constantFrom(
      "/",
      "\\",
      "..",
      ".",
      "evil.example",
      "//",
      "@",
      ":",
      "%2f",
      "%5c",
      "\t",
      "http:",
      "?",
      "#",
      "a",
    );
    const wishes = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 8 }).map((each) => `/${each.join("")}`),
    );
    fc.assert(
      fc.property(wishes, (wish) => {
        const path = ownPath(wish);
        expect(new URL(path, env.origin).origin).toBe(env.origin);
        expect(path.startsWith("/")).toBe(true);
        expect(ownPath(path)).toBe(path);
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it("comes from a page of the portal only", () => {
    const from = (referer?: string) => refererPath(new Headers(referer === undefined ? {} : { referer }), env.origin);
    expect(from(`${env.origin}/konto?a=1#x`)).toBe("/konto?a=1");
    expect([from(), from("https://evil.example/konto"), from("garbage")]).toEqual([null, null, null]);
  });
});

describe("an e-mail address", () => {
  it.each([
    ["anna@firma.de", "anna@firma.de"],
    ["  Anna.B+x@Firma.Co.UK ", "anna.b+x@firma.co.uk"],
    ["o'neil@firma.de", "o'neil@firma.de"],
    ["a@xn--mller-kva.de", "a@xn--mller-kva.de"],
  ])("is kept in lower case: %s", (written, kept) => {
    expect(emailOf(written)).toBe(kept);
  });

  it.each([
    "",
    "anna",
    "anna@",
    "@firma.de",
    "anna@firma",
    "anna@firma.d",
    '"e@attacker.com"@victim.com',
    "a＠evil.com",
    "a@ｅvil.com",
    "\u212Aim@firma.de",
    "Group: a@x.de, b@y.de;",
    "a@x.de, b@y.de",
    "a@x.de;b@y.de",
    "Anna <anna@firma.de>",
    "anna@firma.de\r\nBcc: b@y.de",
    "anna@firma.de\u0000",
    "an na@firma.de",
    "anna..b@firma.de",
    ".anna@firma.de",
    "anna@-firma.de",
    "anna@firma-.de",
    "anna@[127.0.0.1]",
    "müller@firma.de",
    `${"a".repeat(250)}@firma.de`,
  ])("is refused: %j", (written) => {
    expect(emailOf(written)).toBeNull();
  });
});
