import { number } from "./money";
import { amount, counted, day, type Locale, name, type Params, type Words } from "./wording";

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

  // What could be had for less.
  "saving-larger-quantity": {
    de: (p) =>
      `${figure(p, "largerQuantity", "de")} × ${name(p, "article", "de")} statt ${figure(p, "quantity", "de")}: Der Staffelpreis gilt für alle.`,
    en: (p) =>
      `${figure(p, "largerQuantity", "en")} × ${name(p, "article", "en")} instead of ${figure(p, "quantity", "en")}: the price reached applies to all.`,
  },
  "saving-more-profiles": {
    de: (p) =>
      `${figure(p, "more", "de")} × ${name(p, "article", "de")} mehr: Ab ${figure(p, "units", "de")} Profilen beträgt der unternehmensweite Vorteil ${amount(p.discountCents, "de")} je Profil und Monat.`,
    en: (p) =>
      `${figure(p, "more", "en")} × ${name(p, "article", "en")} more: from ${figure(p, "units", "en")} profiles the company-wide discount is ${amount(p.discountCents, "en")} per profile and month.`,
  },
  "saving-completes-option": {
    de: (p) =>
      `${figure(p, "units", "de")} × ${name(p, "option", "de")} für ${name(p, "profile", "de")} mehr: Erst wenn jeder sie hat, gilt der unternehmensweite Vorteil.`,
    en: (p) =>
      `${figure(p, "units", "en")} × ${name(p, "option", "en")} for ${name(p, "profile", "en")} more: the company-wide discount holds only when everyone has it.`,
  },
  "saving-monthly-falls": {
    de: (p) =>
      `Im Monat ${amount(p.toCents, "de")} statt ${amount(p.fromCents, "de")}, im Jahr ${amount(p.yearlyCents, "de")} weniger.`,
    en: (p) =>
      `${amount(p.toCents, "en")} a month instead of ${amount(p.fromCents, "en")}: ${amount(p.yearlyCents, "en")} less a year.`,
  },
  "saving-costs-once": {
    de: (p) => `Die Änderung kostet einmalig ${amount(p.onceCents, "de")}.`,
    en: (p) => `The change costs ${amount(p.onceCents, "en")} once.`,
  },
  "saving-purchase": {
    de: (p) =>
      `${name(p, "article", "de")}: Der Kauf kostet einmalig ${amount(p.purchaseCents, "de")}, das Abo über ${counted(p.termMonths, "Monat", "Monate", "de")} ${amount(p.monthlyCents, "de")} im Monat. Ab dem ${figure(p, "fromMonth", "de")}. Monat ist der Kauf günstiger.`,
    en: (p) =>
      `${name(p, "article", "en")}: the purchase costs ${amount(p.purchaseCents, "en")} once, the subscription for ${counted(p.termMonths, "month", "months", "en")} ${amount(p.monthlyCents, "en")} a month. From month ${figure(p, "fromMonth", "en")} the purchase is cheaper.`,
  },
  "saving-longer-maintenance": {
    de: (p) =>
      `Up2Date für ${counted(p.longerYears, "Jahr", "Jahre", "de")} kostet ${figure(p, "longerPercent", "de")} % im Jahr (zusammen ${amount(p.longerCents, "de")}), für ${counted(p.years, "Jahr", "Jahre", "de")} ${figure(p, "percent", "de")} % (zusammen ${amount(p.amountCents, "de")}): im Jahr ${amount(p.yearlyCents, "de")} weniger.`,
    en: (p) =>
      `Up2Date for ${counted(p.longerYears, "year", "years", "en")} costs ${figure(p, "longerPercent", "en")} % a year (${amount(p.longerCents, "en")} in all), for ${counted(p.years, "year", "years", "en")} ${figure(p, "percent", "en")} % (${amount(p.amountCents, "en")} in all): ${amount(p.yearlyCents, "en")} less a year.`,
  },
  "saving-lapse": {
    de: (p) =>
      `Up2Date zu verlängern kostet ${amount(p.yearlyCents, "de")} im Jahr (${counted(p.years, "Jahr", "Jahre", "de")}: ${amount(p.renewalCents, "de")}). Ohne Up2Date kostet der Weg zurück ab Release ${p.fromRelease} einmalig ${amount(p.onceCents, "de")} (${figure(p, "percent", "de")} % des Listenpreises). Wer frühestens im ${figure(p, "fromMonth", "de")}. Monat zurückkehrt, fährt ohne günstiger.`,
    en: (p) =>
      `Renewing Up2Date costs ${amount(p.yearlyCents, "en")} a year (${counted(p.years, "year", "years", "en")}: ${amount(p.renewalCents, "en")}). Without it the way back from release ${p.fromRelease} costs ${amount(p.onceCents, "en")} once (${figure(p, "percent", "en")} % of the list price). Who returns in month ${figure(p, "fromMonth", "en")} or later pays less without.`,
  },
  "saving-plan-covers-nothing": {
    de: (p) =>
      `${name(p, "article", "de")} läuft seit dem ${day(p.planStartsOn, "de")} und deckt nur Module, die gleichzeitig oder danach gekauft sind: ${Number(p.count) === 1 ? "Das eine Modul ist älter" : `Alle ${figure(p, "count", "de")} Module sind älter`}. Er kostet ${amount(p.yearlyCents, "de")} im Jahr.`,
    en: (p) =>
      `${name(p, "article", "en")} has run since ${day(p.planStartsOn, "en")} and covers only modules bought together with or after it: ${Number(p.count) === 1 ? "the one module is older" : `all ${figure(p, "count", "en")} modules are older`}. It costs ${amount(p.yearlyCents, "en")} a year.`,
  },
  "saving-at-list-prices": {
    de: () => "Annahme: Gerechnet ist mit den heutigen Listenpreisen, nicht mit Sonderpreisen des Vertrags.",
    en: () => "Assumption: reckoned at today's list prices, not at special prices of the contract.",
  },
  "saving-at-own-list-prices": {
    de: () => "Darunter sind Listenpreise aus Ihren eigenen Preisen: Sie gehen den gedruckten vor.",
    en: () => "Among them are list prices of your own: they go before the printed ones.",
  },
  "saving-list-price-stays": {
    de: () => "Annahme: Der Listenpreis des Systems bleibt, wie er heute ist, und das System wächst nicht.",
    en: () => "Assumption: the system's list price stays what it is today, and the system does not grow.",
  },
  "saving-way-back-from-release": {
    de: (p) =>
      `Annahme: Der Weg zurück beginnt bei Release ${p.fromRelease}, zum heutigen Satz. Künftige Sätze kennt das Papier nicht.`,
    en: (p) =>
      `Assumption: the way back begins at release ${p.fromRelease}, at today's percentage. The paper does not know future ones.`,
  },
  "saving-units-may-stay-idle": {
    de: () => "Was zusätzlich gebucht wird, muss niemand benutzen. Für alles Gebuchte gilt die Mindestlaufzeit.",
    en: () => "Nobody has to use what is booked in addition. The minimum term applies to all that is booked.",
  },
  "saving-after-its-term": {
    de: () => "Das Abo läuft zuerst bis zum Ende seiner Laufzeit; gezählt ist ab dann.",
    en: () => "The subscription first runs to the end of its term; months count from then.",
  },
  "saving-purchase-updates-unknown": {
    de: () =>
      "Im Abo sind alle Updates enthalten. Ob ein Kauf kleinere Updates einschließt, sagt das Papier nicht: unbekannt, beim Anbieter erfragen.",
    en: () =>
      "A subscription includes all updates. Whether a purchase includes minor ones, the paper does not say: unknown, ask the vendor.",
  },
  "saving-paid-in-advance": {
    de: () => "Bezahlt wird die ganze Laufzeit im Voraus.",
    en: () => "The whole term is paid in advance.",
  },
  "saving-lapse-loses-updates": {
    de: () =>
      "Ohne Up2Date gibt es keine neuen Versionen, und Zusatzlizenzen lassen sich nicht aufnehmen. Zurück führt nur das OneTime Upgrade für das ganze System, zusammen mit neuem Up2Date.",
    en: () =>
      "Without Up2Date there are no new versions, and additional licences cannot be taken in. Only the OneTime Upgrade of the whole system leads back, together with new Up2Date.",
  },
  "saving-plan-helps-new-modules": {
    de: () => "Module, die noch gekauft werden, deckte der Plan. Ist ein Kauf geplant, kann er sich lohnen.",
    en: () => "Modules still to be bought would be covered. If a purchase is planned, the plan may pay.",
  },

  // What the next user costs.
  "next-user-moves-tier": {
    de: (p) =>
      `Mit ${figure(p, "users", "de")} installierten Benutzern braucht ${name(p, "article", "de")} die Staffel ${p.neededTier} statt ${p.tier}: ${amount(p.dueCents, "de")} nach Anrechnung.`,
    en: (p) =>
      `With ${figure(p, "users", "en")} installed users ${name(p, "article", "en")} needs tier ${p.neededTier} instead of ${p.tier}: ${amount(p.dueCents, "en")} after the credit.`,
  },
  "next-user-moves-subscription": {
    de: (p) =>
      `Mit ${figure(p, "users", "de")} installierten Benutzern kostet das Abo ${name(p, "article", "de")} in der Staffel ${p.tier} ${amount(p.monthlyCents, "de")} im Monat.`,
    en: (p) =>
      `With ${figure(p, "users", "en")} installed users the subscription of ${name(p, "article", "en")} costs ${amount(p.monthlyCents, "en")} a month, in tier ${p.tier}.`,
  },
  "next-user-starts-pack": {
    de: (p) =>
      `${name(p, "article", "de")} für ${figure(p, "users", "de")} Benutzer: ${counted(p.tier, "angefangenes Paket", "angefangene Pakete", "de")}, ${amount(p.monthlyCents, "de")} im Monat.`,
    en: (p) =>
      `${name(p, "article", "en")} for ${figure(p, "users", "en")} users: ${counted(p.tier, "started pack", "started packs", "en")}, ${amount(p.monthlyCents, "en")} a month.`,
  },
  "next-user-tier-exceeded-before": {
    de: (p) =>
      `${name(p, "article", "de")}: Schon mit ${figure(p, "users", "de")} installierten Benutzern ist die Staffel ${p.tier} überschritten. Was dafür fällig ist, ist hier nicht mitgerechnet.`,
    en: (p) =>
      `${name(p, "article", "en")}: tier ${p.tier} is exceeded by the ${figure(p, "users", "en")} users installed now. What is due for that is not counted here.`,
  },
  "subscription-tier-not-regulated": {
    de: () =>
      "Annahme: Was ein Abo kostet, wenn die Benutzer aus seiner Staffel wachsen, regelt das Papier nicht. Gerechnet ist mit dem Monatspreis der neuen Staffel; bitte beim Anbieter bestätigen lassen.",
    en: () =>
      "Assumption: the paper does not say what a subscription costs once its users outgrow the tier. The new tier's monthly price is used; please have the vendor confirm it.",
  },
  "next-user-on-request": {
    de: (p) =>
      `Mit ${figure(p, "units", "de")} × ${name(p, "of", "de")} gibt es ${name(p, "article", "de")} nur auf Angebot (fester Preis bis ${figure(p, "above", "de")}): unbekannt, beim Anbieter erfragen.`,
    en: (p) =>
      `With ${figure(p, "units", "en")} × ${name(p, "of", "en")} the price of ${name(p, "article", "en")} is on request (fixed up to ${figure(p, "above", "en")}): unknown, ask the vendor.`,
  },
  "next-user-flat-follows": {
    de: (p) =>
      `${name(p, "article", "de")} muss für alle gebucht sein: ${figure(p, "units", "de")} mehr, je ${name(p, "of", "de")} eine.`,
    en: (p) =>
      `${name(p, "article", "en")} must be booked for all: ${figure(p, "units", "en")} more, one for each ${name(p, "of", "en")}.`,
  },
  "next-user-reaches-step": {
    de: (p) =>
      `Die Staffel ${p.tier} ist erreicht: ${name(p, "article", "de")} kostet jetzt für alle ${amount(p.unitCents, "de")}.`,
    en: (p) => `Step ${p.tier} is reached: ${name(p, "article", "en")} now costs ${amount(p.unitCents, "en")} for all.`,
  },
  "next-user-ends-discount": {
    de: (p) =>
      `${name(p, "profile", "de")} beendet den unternehmensweiten Vorteil: ${figure(p, "units", "de")} × ${amount(p.unitCents, "de")}, also ${amount(p.lostCents, "de")} im Monat.`,
    en: (p) =>
      `${name(p, "profile", "en")} ends the company-wide discount: ${figure(p, "units", "en")} × ${amount(p.unitCents, "en")}, which is ${amount(p.lostCents, "en")} a month.`,
  },
  "next-user-reaches-discount": {
    de: (p) =>
      `Mit ${figure(p, "units", "de")} Profilen beträgt der unternehmensweite Vorteil ${amount(p.unitCents, "de")} je Profil und Monat.`,
    en: (p) =>
      `With ${figure(p, "units", "en")} profiles the company-wide discount is ${amount(p.unitCents, "en")} per profile and month.`,
  },
  "next-user-needs-article": {
    de: (p) => `Dazu kommt: ${figure(p, "quantity", "de")} × ${p.article}.`,
    en: (p) => `This takes ${figure(p, "quantity", "en")} × ${p.article} as well.`,
  },

  // What a number or a country costs to call.
  "lookup-nothing-found": {
    de: (p) =>
      `Zu „${p.query}“ ist nichts verzeichnet. Geben Sie einen Ländernamen, eine Vorwahl (+381) oder eine Rufnummer ein, wie sie gewählt wird.`,
    en: (p) =>
      `Nothing is listed for “${p.query}”. Enter the name of a country, a dialling code (+381) or a number as it is dialled.`,
  },
  "lookup-more-digits": {
    de: (p) => `Mehr Ziffern entscheiden zwischen ${counted(p.count, "Ziel", "Zielen", "de")}.`,
    en: (p) => `More digits would decide between ${counted(p.count, "destination", "destinations", "en")}.`,
  },
  "lookup-in-two-areas": {
    de: (p) =>
      `${name(p, "country", "de")} steht bei ${p.product} zugleich in: ${p.areas}. Welcher Preis gilt, sagt das Papier nicht: unbekannt, beim Anbieter erfragen.`,
    en: (p) =>
      `${name(p, "country", "en")} stands in more than one list of ${p.product}: ${p.areas}. Which price applies, the paper does not say: unknown, ask the vendor.`,
  },
  "lookup-in-no-area": {
    de: (p) =>
      `${name(p, "country", "de")} steht bei ${p.product} in keiner dieser Listen: ${p.areas}. Die Listen gelten wörtlich.`,
    en: (p) =>
      `${name(p, "country", "en")} stands in none of these lists of ${p.product}: ${p.areas}. The lists hold literally.`,
  },
  "lookup-as-its-country": {
    de: (p) =>
      `Annahme: ${name(p, "part", "de")} ist nicht eigens genannt und zählt wie ${name(p, "country", "de")}, in dessen Rufnummern es liegt.`,
    en: (p) =>
      `Assumption: ${name(p, "part", "en")} is not named on its own and counts as ${name(p, "country", "en")}, within whose numbers it lies.`,
  },
  "lookup-printed-in-cents": {
    de: (p) =>
      `Das Papier schreibt „${p.text}“, meint aber Cent, wie der Tabellenkopf sagt: ${cents(p.microEuros, "de")}.`,
    en: (p) =>
      `The paper prints “${p.text}” but means cents, as the head of the table says: ${cents(p.microEuros, "en")}.`,
  },
};

/** A rate in cents with all its decimals: 11,7647 ct. */
function cents(microEuros: string | number | undefined, locale: Locale): string {
  const figure = (Number(microEuros) / 10_000).toFixed(4);
  return `${locale === "de" ? figure.replace(".", ",") : figure} ct`;
}

function figure(params: Params, name: string, locale: Locale): string {
  return number(Number(params[name]), locale);
}
