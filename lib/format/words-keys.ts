import type { Words } from "./wording";

/** What stops a licence key from being recorded or shown. */
export const wordsKeys: Words = {
  "licence-key-missing": {
    de: () => "Hier ist kein Schlüssel erfasst.",
    en: () => "No key is recorded here.",
  },
  "licence-key-too-long": {
    de: (p) => `Ein Schlüssel hat höchstens ${p.most} Zeichen.`,
    en: (p) => `A key has ${p.most} characters at most.`,
  },
  "licence-key-characters": {
    de: () => "Der Schlüssel enthält Zeilenumbrüche oder Steuerzeichen. Bitte geben Sie ihn in einer Zeile ein.",
    en: () => "The key contains line breaks or control characters. Please enter it on one line.",
  },
  "licence-key-changed": {
    de: (p) =>
      `Jemand hat hier inzwischen etwas geändert; der Schlüssel ist jetzt ${p.mask === "" ? "nicht erfasst" : p.mask}. Bitte laden Sie die Seite neu und prüfen Sie.`,
    en: (p) =>
      `Somebody has changed something here meanwhile; the key is now ${p.mask === "" ? "not recorded" : p.mask}. Please load the page anew and check.`,
  },
};
