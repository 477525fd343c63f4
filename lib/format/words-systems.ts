import { figureName } from "./figure-names";
import { number } from "./money";
import type { Words } from "./wording";

const known = (value: unknown, locale: "de" | "en"): string => {
  if (value === "yes") return locale === "de" ? "ja" : "yes";
  if (value === "no") return locale === "de" ? "nein" : "no";
  if (value === "unknown") return locale === "de" ? "unbekannt" : "unknown";
  return number(Number(value), locale);
};

/** What can be wrong with the figures of a system. */
export const wordsSystems: Words = {
  "count-out-of-range": {
    de: (p) => `Möglich ist eine ganze Zahl von 0 bis ${number(Number(p.most), "de")}; leer heißt unbekannt.`,
    en: (p) => `Possible is a whole number from 0 to ${number(Number(p.most), "en")}; empty means unknown.`,
  },
  "release-not-known": {
    de: (p) => `Diese Version kennt die Preisliste nicht. Möglich sind: ${p.choices}; leer heißt unbekannt.`,
    en: (p) => `The price list does not know this release. Possible are: ${p.choices}; empty means unknown.`,
  },
  "release-not-kept": {
    de: () => "Für Anlagen dieses Herstellers wird keine Version geführt.",
    en: () => "No release is kept for systems of this vendor.",
  },
  "usage-not-known": {
    de: (p) => `Eine Nutzung „${p.name}“ kennt die Preisliste dieser Anlage nicht.`,
    en: (p) => `The price list of this system knows no use "${p.name}".`,
  },
  "system-changed": {
    de: (p) =>
      `${p.byName ?? "Jemand anderes"} hat die Anlage inzwischen geändert. Ihre Angaben stehen noch da; prüfen Sie die Vorschau und speichern Sie noch einmal.`,
    en: (p) =>
      `${p.byName ?? "Somebody else"} has changed the system meanwhile. What you entered still stands there; check the preview and save again.`,
  },
  "figure-differs": {
    de: (p) =>
      `${figureName(String(p.figure), "de")}: Gespeichert ist ${known(p.stored, "de")}, Sie wollten ${known(p.wanted, "de")} speichern.`,
    en: (p) =>
      `${figureName(String(p.figure), "en")}: ${known(p.stored, "en")} is stored, you were about to save ${known(p.wanted, "en")}.`,
  },
};
