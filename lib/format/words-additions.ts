import { number } from "./money";
import { amount, counted, name, type Words } from "./wording";

/** The wording of checks: what may be added, what it changes on what is there, and what ends with what goes. */
export const wordsAdditions: Words = {
  "wish-unknown": {
    de: (p) => `„${p.article}“ lässt sich aus der Preisliste von ${p.product} nicht bestellen. Bitte wählen Sie neu.`,
    en: (p) => `"${p.article}" cannot be ordered from the price list of ${p.product}. Please choose again.`,
  },
  "removal-unknown": {
    de: (p) => `„${p.article}“ ist auf dieser Anlage nicht vorhanden. Bitte wählen Sie neu.`,
    en: (p) => `"${p.article}" is not on this system. Please choose again.`,
  },
  "addition-reaches-step": {
    de: (p) =>
      `${name(p, "article", "de")}: Mit zusammen ${number(Number(p.units), "de")} kostet jede ${amount(p.toCents, "de")} statt ${amount(p.fromCents, "de")} im Monat, auch die schon gebuchten.`,
    en: (p) =>
      `${name(p, "article", "en")}: with ${number(Number(p.units), "en")} in all each costs ${amount(p.toCents, "en")} instead of ${amount(p.fromCents, "en")} a month, those already booked too.`,
  },
  "addition-brings-discount": {
    de: (p) =>
      `Damit gilt der unternehmensweite Vorteil: ${amount(p.toCents, "de")} je Profil und Monat auf ${counted(p.units, "Profil", "Profile", "de")}, zusammen ${amount(p.totalCents, "de")}.`,
    en: (p) =>
      `With this the company-wide discount holds: ${amount(p.toCents, "en")} per profile and month on ${counted(p.units, "profile", "profiles", "en")}, ${amount(p.totalCents, "en")} in all.`,
  },
  "addition-changes-discount": {
    de: (p) =>
      `Der unternehmensweite Vorteil wird ${amount(p.toCents, "de")} statt ${amount(p.fromCents, "de")} je Profil und Monat, für alle ${counted(p.units, "Profil", "Profile", "de")}: zusammen ${amount(p.totalCents, "de")}.`,
    en: (p) =>
      `The company-wide discount becomes ${amount(p.toCents, "en")} instead of ${amount(p.fromCents, "en")} per profile and month, for all ${counted(p.units, "profile", "profiles", "en")}: ${amount(p.totalCents, "en")} in all.`,
  },
  "addition-ends-discount": {
    de: (p) =>
      `Damit entfällt der unternehmensweite Vorteil von ${amount(p.lostCents, "de")} im Monat auf ${counted(p.units, "Profil", "Profile", "de")}, wegen ${name(p, "profiles", "de")}.`,
    en: (p) =>
      `This ends the company-wide discount of ${amount(p.lostCents, "en")} a month on ${counted(p.units, "profile", "profiles", "en")}, because of ${name(p, "profiles", "en")}.`,
  },
  "removal-ends-cover": {
    de: (p) =>
      `Mit ${name(p, "article", "de")} endet der Support für ${counted(p.count, "Modul, das", "Module, die", "de")} der Plan abdeckt.`,
    en: (p) =>
      `With ${name(p, "article", "en")} goes the support of ${counted(p.count, "module", "modules", "en")} that the plan covers.`,
  },
};
