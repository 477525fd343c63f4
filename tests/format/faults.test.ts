import { describe, expect, it } from "vitest";
import { pathWithFault } from "@/lib/auth/answers";
import { refuse } from "@/lib/domain/refusal";
import { browserOf } from "@/lib/format/browser";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import { instantDayText, instantText } from "@/lib/format/instant";
import { tables } from "@/lib/format/reasons";

const addressOf = (path: string): AddressParams =>
  Object.fromEntries(new URL(path, "http://portal.invalid").searchParams);

describe("what a form without script is told, by way of the address", () => {
  it.each([
    [refuse("password-too-short"), "Das Passwort braucht mindestens 12 Zeichen."],
    [
      refuse("sign-in-locked", { until: "2026-11-20T13:05:20.000Z" }),
      "Zu viele Versuche. Ab 14:06 Uhr können Sie sich wieder anmelden.",
    ],
    [refuse("person-already-member", { email: "a@b.de" }), "Diese Person gehört schon zu Ihren Benutzern."],
    [
      refuse("reseller-name-taken", { name: "Haus" }),
      "Einen Händler mit diesem Namen gibt es schon. Bitte wählen Sie einen anderen.",
    ],
    [refuse("field-too-long", { maximum: 120 }), "Erlaubt sind höchstens 120 Zeichen oder Einträge."],
  ])("%j", (refusal, said) => {
    const path = pathWithFault("/konto?a=1&getan=invited&fehler=alt&fehler.x=1&feld=b", refusal);
    expect(path).not.toMatch(/getan|alt|fehler\.x|feld/);
    expect(faultSentence(addressOf(path), "de")).toBe(said);
  });

  it("says nothing that the portal has no words for, and nobody else's words", () => {
    expect(faultSentence({}, "de")).toBeNull();
    expect(faultSentence({ fehler: "constructor" }, "de")).toBeNull();
    expect(faultSentence({ fehler: ["sign-in-wrong", "x"] }, "de")).toBeNull();
    const foreign = { fehler: "reseller-name-taken", "fehler.name": "Rufen Sie 0900 an" };
    expect(faultSentence(foreign, "de")).not.toContain("0900");
    expect(faultSentence({ fehler: "sign-in-locked", "fehler.until": "2026-13-99" }, "de")).toContain("…");
  });

  it("leaves no hole in any sentence, whichever figures are missing", () => {
    const codes = tables.flatMap((table) => Object.keys(table));
    expect(codes.length).toBeGreaterThan(100);
    for (const code of codes) {
      for (const locale of ["de", "en"] as const) {
        expect(faultSentence({ fehler: code }, locale), code).toMatch(/^(?!.*(undefined|NaN|Invalid)).*\S$/);
      }
    }
  });
});

describe("a browser, as people call it", () => {
  const mozilla = "Mozilla/5.0";
  it.each([
    [`${mozilla} (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0`, "Firefox", "Windows"],
    [
      `${mozilla} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0`,
      "Edge",
      "Windows",
    ],
    [
      `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36`,
      "Chrome",
      "Linux",
    ],
    [
      `${mozilla} (Linux; Android 16; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36`,
      "Chrome",
      "Android",
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile/15E Safari/604.1`,
      "Safari",
      "iPhone",
    ],
    [`${mozilla} (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1 Version/19.0 Safari/605.1`, "Safari", "macOS"],
    ["curl/8.0", null, null],
    ["", null, null],
    [null, null, null],
  ])("%s", (userAgent, browser, system) => {
    expect(browserOf(userAgent)).toEqual({ browser, system });
  });
});

describe("an instant", () => {
  it.each([
    ["2026-11-20T13:05:00.000Z", "20.11.2026, 14:05", "20 Nov 2026, 14:05"],
    ["2026-07-01T22:30:00.000Z", "02.07.2026, 00:30", "02 Jul 2026, 00:30"],
  ])("%s", (at, german, english) => {
    expect([instantText(at, "de"), instantText(at, "en")]).toEqual([german, english]);
    expect([instantDayText(at, "de"), instantDayText(at, "en")]).toEqual(
      [german, english].map((text) => text.split(",")[0]),
    );
  });
});
