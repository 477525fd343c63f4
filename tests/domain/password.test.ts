import { describe, expect, it } from "vitest";
import { passwordWeakness } from "@/lib/domain/password";

const email = "anna.nord@firma.de";

describe("a new password", () => {
  it.each([
    ["elf Zeichen", "abcdefghij1", "password-too-short"],
    ["zwölf Zeichen", "xkq7 mrt2 9v", null],
    ["zwölf Zeichen aus Bildern zählen als zwölf", "🐢🐸🦊🐻🐼🐨🐯🦁🐮🐷🐵🐔", null],
    ["elf Zeichen aus Bildern zählen als elf", "🐢🐸🦊🐻🐼🐨🐯🦁🐮🐷🐵", "password-too-short"],
    ["zweihundert Zeichen", "abcde fghij ".repeat(17).slice(0, 200), null],
    ["mehr als zweihundert", "abcde fghij ".repeat(17).slice(0, 201), "password-too-long"],
    ["die E-Mail-Adresse", email, "password-is-email"],
    ["die E-Mail-Adresse, groß, mit Zahl", "Anna.Nord@Firma.DE1", "password-is-email"],
    ["ihr erster Teil zweimal", "anna.nordanna.nord", "password-is-email"],
    ["ein Satz, in dem sie vorkommt", `mein ${email} hat sechs Ecken`, null],
    ["immer dasselbe", "aaaaaaaaaaaaaaaa", "password-one-sign"],
    ["vier Zeichen im Wechsel", "abcdabcdabcdabcd", "password-one-sign"],
    ["eines der ersten, die probiert werden", "passwort1234", "password-common"],
    ["groß und mit Strichen", "Pass-Wort_12 34", "password-common"],
    ["mehrere Wörter", "drei bunte fahrräder", null],
  ])("%s", (_, password, weakness) => {
    expect(passwordWeakness(password, email)).toBe(weakness);
  });
});
