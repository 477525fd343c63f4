import { number } from "./money";
import { amount, counted, type Locale, type Params, type Words } from "./wording";

/** The wording of baskets, reverse checks, the next user, savings, and the look-up of numbers. */
export const wordsStock: Words = {
  "basket-empty": {
    de: () => "Es muss keine weitere Lizenz dazu.",
    en: () => "No further licence is needed.",
  },
  "basket-smallest": {
    de: (p) =>
      `Mit ${counted(p.units, "weiteren Lizenz", "weiteren Lizenzen", "de")} kommt das System aus; mit weniger nicht.`,
    en: (p) => `The system needs ${counted(p.units, "further licence", "further licences", "en")}; fewer will not do.`,
  },
  "basket-leaves-obstacles": {
    de: (p) =>
      `${counted(p.count, "Hindernis bleibt", "Hindernisse bleiben", "de")}: Keine weitere Lizenz hebt es auf.`,
    en: (p) => `${counted(p.count, "obstacle stays", "obstacles stay", "en")}: no further licence removes it.`,
  },
  "basket-brings-included": {
    de: (p) => `${p.article} bringt ${figure(p, "quantity", "de")} ${p.included} mit; sie sind hier eingerechnet.`,
    en: (p) => `${p.article} brings ${figure(p, "quantity", "en")} ${p.included} along; they are counted here.`,
  },

  // What breaks if this goes.
  "removes-more-than-held": {
    de: (p) =>
      `Von ${p.article} sind ${figure(p, "held", "de")} vorhanden; ${figure(p, "quantity", "de")} lassen sich nicht entfernen.`,
    en: (p) => `There are ${figure(p, "held", "en")} ${p.article}; ${figure(p, "quantity", "en")} cannot be removed.`,
  },
  "removes-more-than-booked": {
    de: (p) =>
      `Von ${name(p, "article", "de")} sind ${figure(p, "held", "de")} gebucht; ${figure(p, "quantity", "de")} lassen sich nicht kündigen.`,
    en: (p) =>
      `${figure(p, "held", "en")} × ${name(p, "article", "en")} are booked; ${figure(p, "quantity", "en")} cannot be cancelled.`,
  },
  "removal-raises-price": {
    de: (p) =>
      `Der Staffelpreis sinkt nicht mehr: ${name(p, "article", "de")} kostet für alle ${figure(p, "units", "de")} verbleibenden ${amount(p.toCents, "de")} statt ${amount(p.fromCents, "de")} je Stück und Monat.`,
    en: (p) =>
      `A step of the price is lost: ${name(p, "article", "en")} costs ${amount(p.toCents, "en")} instead of ${amount(p.fromCents, "en")} each a month, for all ${figure(p, "units", "en")} that stay.`,
  },
  "removal-lowers-discount": {
    de: (p) =>
      `Der unternehmensweite Vorteil sinkt von ${amount(p.fromCents, "de")} auf ${amount(p.toCents, "de")} je Profil und Monat, für alle ${figure(p, "units", "de")} verbleibenden (${name(p, "profiles", "de")}).`,
    en: (p) =>
      `The company-wide discount falls from ${amount(p.fromCents, "en")} to ${amount(p.toCents, "en")} per profile and month, for all ${figure(p, "units", "en")} that stay (${name(p, "profiles", "en")}).`,
  },
  "removal-costs-more": {
    de: (p) =>
      `Der Rest kostet mehr als das Ganze: ${amount(p.afterCents, "de")} statt ${amount(p.beforeCents, "de")} im Monat.`,
    en: (p) =>
      `The rest costs more than the whole: ${amount(p.afterCents, "en")} instead of ${amount(p.beforeCents, "en")} a month.`,
  },
};

/** An article's name; `…En` stands beside it where English has its own. */
function name(params: Params, field: string, locale: Locale): string {
  return String((locale === "en" ? params[`${field}En`] : undefined) ?? params[field]);
}

function figure(params: Params, name: string, locale: Locale): string {
  return number(Number(params[name]), locale);
}
