import { number } from "./money";
import { amount, counted, day, type Locale, name, type Params, type Words } from "./wording";

/** The wording of prices: where a figure comes from, what is assumed, what should be known before it is offered, and what cannot be priced. */
export const wordsPricing: Words = {
  // Where a figure comes from.
  "price-printed": {
    de: (p) => `${line(p, "de")}.`,
    en: (p) => `${line(p, "en")}.`,
  },
  "price-own": {
    de: (p) => `${line(p, "de")}, nach Ihrer eigenen Preiszeile.`,
    en: (p) => `${line(p, "en")}, from your own price row.`,
  },
  "price-sample": {
    de: (p) => `${line(p, "de")}. Dies ist ein Beispielpreis, kein Preis des Anbieters.`,
    en: (p) => `${line(p, "en")}. This is a sample price, not the vendor's.`,
  },
  "price-included": {
    de: (p) => `${name(p, "article", "de")}: im ${name(p, "profile", "de")} inklusive.`,
    en: (p) => `${name(p, "article", "en")}: included in ${name(p, "profile", "en")}.`,
  },
  "price-by-effort": {
    de: (p) => `${name(p, "article", "de")}: ${due(p.charge, "de")} nach Aufwand, in den Summen 0,00 €.`,
    en: (p) => `${name(p, "article", "en")}: ${due(p.charge, "en")} by effort, €0.00 in the sums.`,
  },
  "price-on-request": {
    de: (p) =>
      `${name(p, "article", "de")}: Preis nur auf Anfrage bei mehr als ${number(Number(p.above), "de")} × ${name(p, "of", "de")}. Bitte holen Sie ein Angebot ein.`,
    en: (p) =>
      `${name(p, "article", "en")}: price only on request with more than ${number(Number(p.above), "en")} × ${name(p, "of", "en")}. Please ask for an offer.`,
  },
  "discount-for-whole-company": {
    de: (p) =>
      `Unternehmensweiter Vorteil: ${number(Number(p.units), "de")} × ${amount(p.unitCents, "de")} = ${amount(p.totalCents, "de")} im Monat weniger, weil nur ${name(p, "profiles", "de")} gebucht sind und die Bedingungen erfüllen.`,
    en: (p) =>
      `Company-wide discount: ${number(Number(p.units), "en")} × ${amount(p.unitCents, "en")} = ${amount(p.totalCents, "en")} a month less, because only ${name(p, "profiles", "en")} are booked and they meet the conditions.`,
  },
  "tier-price": {
    de: (p) => `${name(p, "article", "de")}, Kauf in der Staffel ${p.tier}: ${amount(p.priceCents, "de")}.`,
    en: (p) => `${name(p, "article", "en")}, purchase in tier ${p.tier}: ${amount(p.priceCents, "en")}.`,
  },
  "tier-credit-paid": {
    de: (p) =>
      `Angerechnet wird der an der Lizenz vermerkte Kaufpreis der Staffel ${p.tier}: ${amount(p.creditCents, "de")}.`,
    en: (p) =>
      `Credited is the purchase price recorded on the licence for tier ${p.tier}: ${amount(p.creditCents, "en")}.`,
  },
  "tier-credit-list-price": {
    de: (p) => `Angerechnet wird der Listenpreis der Staffel ${p.tier}: ${amount(p.creditCents, "de")}.`,
    en: (p) => `Credited is the list price of tier ${p.tier}: ${amount(p.creditCents, "en")}.`,
  },
  "tier-difference": {
    de: (p) =>
      `Zu zahlen ist die Differenz, mindestens 0: ${amount(p.priceCents, "de")} − ${amount(p.creditCents, "de")}, also ${amount(p.dueCents, "de")}.`,
    en: (p) =>
      `Due is the difference, at least 0: ${amount(p.priceCents, "en")} − ${amount(p.creditCents, "en")}, so ${amount(p.dueCents, "en")}.`,
  },

  // What is assumed.
  "reading-credit-is-list-price": {
    de: (p) =>
      `Annahme: Was für die Staffel ${p.tier} bezahlt wurde, ist nicht vermerkt. Gerechnet wird mit dem heutigen Listenpreis.`,
    en: (p) => `Assumption: what was paid for tier ${p.tier} is not recorded. Today's list price is used.`,
  },
  "before-first-edition": {
    de: (p) =>
      `Annahme: Der Tag liegt vor der ersten bekannten Preisliste (${p.edition}, gültig ab ${day(p.validFrom, "de")}). Es gelten deren Regeln; die Preise sind unbekannt.`,
    en: (p) =>
      `Assumption: the day lies before the first known price list (${p.edition}, valid from ${day(p.validFrom, "en")}). Its rules are used; the prices are unknown.`,
  },
  "edition-undated": {
    de: (p) => `Annahme: Das Preisblatt zu ${p.productName} trägt kein Datum und gilt hier für jeden Tag.`,
    en: (p) => `Assumption: the price sheet of ${p.productName} bears no date and is used for every day.`,
  },
  "purchase-formula-differs": {
    de: () =>
      "Annahme: Die Abopreise dieses Artikels folgen einer anderen Formel als die übrigen. Es gelten die gedruckten Beträge; bitte beim Anbieter bestätigen lassen.",
    en: () =>
      "Assumption: the subscription prices of this article follow another formula than the rest. The printed amounts are used; please have the vendor confirm them.",
  },
  "package-per-contract-overage-unknown": {
    de: () =>
      "Annahme: Minutenpakete gelten je Vertrag. Der Preis jenseits der Freiminuten ist unbekannt, beim Anbieter erfragen.",
    en: () =>
      "Assumption: minute packages are per contract. The price beyond the free minutes is unknown, ask the vendor.",
  },
  "further-porting-billed-as-administration": {
    de: (p) =>
      `Annahme: Die erste Portierung ist frei, jede weitere kostet wie „Aufwand Administration“ ${amount(p.furtherCents, "de")} je Auftrag. Das Papier nennt dafür keinen eigenen Betrag.`,
    en: (p) =>
      `Assumption: the first porting is free, each further one costs ${amount(p.furtherCents, "en")} per order, as Administration. The paper names no amount of its own.`,
  },
  "flat-price-printed-twice": {
    de: (p) =>
      `Annahme: Für diese Flatrate stehen ${amount(p.readCents, "de")} und ${amount(p.otherCents, "de")} im selben Papier. Gerechnet wird mit ${amount(p.readCents, "de")}, wie in drei von vier Tabellen.`,
    en: (p) =>
      `Assumption: the same paper prints ${amount(p.readCents, "en")} and ${amount(p.otherCents, "en")} for this flat rate. ${amount(p.readCents, "en")} is used, as in three of four tables.`,
  },
  "discount-steps-begin-with": {
    de: () =>
      "Annahme: Der höhere Vorteil gilt ab 25 und ab 100 Profilen, diese eingeschlossen. Das Bestellformular sagt „mehr als 25“ und „über 100“; die Preistabelle geht vor.",
    en: () =>
      "Assumption: the higher discount holds from 25 and from 100 profiles, these included. The order form says “more than 25” and “over 100”; the price table goes before.",
  },
  "headline-price-misprint": {
    de: (p) =>
      `Annahme: Die ${amount(p.printedCents, "de")} auf der ersten Seite sind ein Druckfehler für ${amount(p.readCents, "de")}.`,
    en: (p) =>
      `Assumption: the ${amount(p.printedCents, "en")} on the first page is a misprint of ${amount(p.readCents, "en")}.`,
  },
  "setup-by-effort": {
    de: () =>
      "Annahme: Die Einrichtung von DialoX wird nach Aufwand berechnet. Sie steht mit 0,00 € in den Summen, weil das Papier keinen Betrag nennt.",
    en: () =>
      "Assumption: DialoX set-up is charged by effort. It counts €0.00 in the sums, because the paper states no amount.",
  },
  "flat-per-extension": {
    de: () =>
      "Annahme: Flatrates werden je Nebenstelle berechnet, wie in der Preisliste, nicht je Endgerät, wie an einer Stelle der Leistungsbeschreibung.",
    en: () =>
      "Assumption: flats are charged per extension, as in the price list, not per device, as in one place of the service description.",
  },

  // What should be known before a price is offered.
  "larger-quantity-costs-less": {
    de: (p) =>
      `${number(Number(p.cheaperQuantity), "de")} × ${name(p, "article", "de")} kosten weniger als ${number(Number(p.quantity), "de")}: ${amount(p.cheaperCents, "de")} statt ${amount(p.costsCents, "de")} ${due(p.charge, "de")}, weil der Staffelpreis für alle gilt.`,
    en: (p) =>
      `${number(Number(p.cheaperQuantity), "en")} × ${name(p, "article", "en")} cost less than ${number(Number(p.quantity), "en")}: ${amount(p.cheaperCents, "en")} instead of ${amount(p.costsCents, "en")} ${due(p.charge, "en")}, because the price reached applies to all.`,
  },
  "more-profiles-cost-less": {
    de: (p) =>
      `Mit ${number(Number(p.missing), "de")} × ${name(p, "profile", "de")} mehr (zusammen ${number(Number(p.units), "de")}) sinkt der Monatspreis insgesamt um ${amount(p.savedCents, "de")}. Einmalige Kosten kommen hinzu.`,
    en: (p) =>
      `With ${number(Number(p.missing), "en")} × ${name(p, "profile", "en")} more (${number(Number(p.units), "en")} together) the monthly price falls by ${amount(p.savedCents, "en")} in all. One-off costs come on top.`,
  },
  "subscription-dearer-than-purchase": {
    de: (p) =>
      `${name(p, "article", "de")}: ${counted(p.termMonths, "Monat", "Monate", "de")} Abo kosten ${amount(p.termCents, "de")}, der Kauf ${amount(p.purchaseCents, "de")}. Ab dem ${number(Number(p.fromMonth), "de")}. Monat ist das Abo teurer.`,
    en: (p) =>
      `${name(p, "article", "en")}: ${counted(p.termMonths, "month", "months", "en")} of subscription cost ${amount(p.termCents, "en")}, the purchase ${amount(p.purchaseCents, "en")}. From month ${number(Number(p.fromMonth), "en")} the subscription costs more.`,
  },
  "tier-is-full": {
    de: (p) =>
      `${name(p, "article", "de")}: Mit ${number(Number(p.users), "de")} Benutzern ist die Staffel ${p.tier} voll. Ein Benutzer mehr führt in die Staffel ${p.nextTier}: ${amount(p.moreCents, "de")} mehr ${due(p.charge, "de")}.`,
    en: (p) =>
      `${name(p, "article", "en")}: with ${number(Number(p.users), "en")} users tier ${p.tier} is full. One user more leads to tier ${p.nextTier}: ${amount(p.moreCents, "en")} more ${due(p.charge, "en")}.`,
  },
  "tier-counts-installed-users": {
    de: () =>
      "Die Staffel zählt die auf der Anlage installierten Benutzerlizenzen (PBX Userlizenz und User Light), nicht die aktiven Benutzer.",
    en: () =>
      "The tier counts the user licences installed on the system (PBX user licences and User Light), not the active users.",
  },
  "support-covers-later-modules": {
    de: () =>
      "Der Support-Plan deckt nur Module, die gleichzeitig mit ihm oder danach für denselben Serverlizenzschlüssel gekauft werden.",
    en: () => "The support plan covers only modules bought together with or after it for the same server licence key.",
  },
  "one-number-included": {
    de: () => "In der Grundgebühr ist eine Rufnummer enthalten.",
    en: () => "One number is included in the basic price.",
  },
  "europe-package-without-greece-cyprus": {
    de: () => "Die Länderliste des Pakets Europa gilt wörtlich: Griechenland und Zypern sind nicht enthalten.",
    en: () => "The Europe package's list of countries holds literally: Greece and Cyprus are not included.",
  },
  "europe-flat-without-austria-belgium": {
    de: () => "Die Länderliste der Europa-Flatrates gilt wörtlich: Österreich und Belgien sind nicht enthalten.",
    en: () => "The European flats' list of countries holds literally: Austria and Belgium are not included.",
  },
  "porting-fee-conflicts-with-law": {
    de: () =>
      "Entgelte für Portierungen stehen im Widerspruch zu § 59 TKG. Auf ein neues Angebot gehören sie nur mit vermerkter Ausnahme; bitte rechtlich prüfen.",
    en: () =>
      "Charges for portings conflict with section 59 of the German Telecommunications Act. They belong on a new quote only with a recorded override; please check with counsel.",
  },
  "minimum-term-for-all": {
    de: (p) => `Die Mindestlaufzeit beträgt für alle Pakete ${counted(p.months, "Monat", "Monate", "de")}.`,
    en: (p) => `The minimum term is ${counted(p.months, "month", "months", "en")} for all packages.`,
  },
  "discount-by-first-of-month": {
    de: () =>
      "Der Vorteil gilt für einen Monat, wenn die Bedingungen am Monatsersten erfüllt sind; sonst wird tagesgenau zu Standardpreisen abgerechnet.",
    en: () =>
      "The discount holds for a month if the conditions are met on its first day; otherwise standard prices are billed by the day.",
  },
  "adding-profile-ends-discount": {
    de: (p) =>
      `Vorsicht beim Hinzubuchen: Ein ${name(p, "profile", "de")} kostet ${amount(p.totalCents, "de")} im Monat: ${amount(p.ownCents, "de")} selbst und ${amount(p.lostCents, "de")} verlorenen Vorteil.`,
    en: (p) =>
      `Take care when adding: one ${name(p, "profile", "en")} costs ${amount(p.totalCents, "en")} a month: ${amount(p.ownCents, "en")} for itself and ${amount(p.lostCents, "en")} of lost discount.`,
  },
  "discount-lost-to-profile": {
    de: (p) =>
      `Wegen ${number(Number(p.units), "de")} × ${name(p, "profile", "de")} entfällt der unternehmensweite Vorteil von ${amount(p.lostCents, "de")} im Monat.`,
    en: (p) =>
      `Because of ${number(Number(p.units), "en")} × ${name(p, "profile", "en")} the company-wide discount of ${amount(p.lostCents, "en")} a month is lost.`,
  },
  "discount-needs-option": {
    de: (p) =>
      `Zum unternehmensweiten Vorteil von ${amount(p.lostCents, "de")} im Monat fehlt noch: ${number(Number(p.units), "de")} × ${name(p, "option", "de")} zum ${name(p, "profile", "de")} (${amount(p.optionCents, "de")} im Monat).`,
    en: (p) =>
      `Still missing for the company-wide discount of ${amount(p.lostCents, "en")} a month: ${number(Number(p.units), "en")} × ${name(p, "option", "en")} for ${name(p, "profile", "en")} (${amount(p.optionCents, "en")} a month).`,
  },
  "data-use-active": {
    de: () =>
      "Mobile Datennutzung ist ab Werk aktiv und kostet ohne FMC-Flat 0,20 € je MB; sie lässt sich abschalten. Für das Profil Advanced widerspricht sich das Papier.",
    en: () =>
      "Mobile data is active by default and costs €0.20 per MB without an FMC flat; it can be switched off. For profile Advanced the paper contradicts itself.",
  },
  "brokered-not-resold": {
    de: () =>
      "Dieses Produkt darf nicht weiterverkauft werden: Vertragspartner ist der Kunde, der Anbieter stellt ihm die Rechnung.",
    en: () => "This product may not be resold: the customer is the party, and the vendor invoices him.",
  },
  "tier-prices-on-request": {
    de: (p) =>
      `Ab ${number(Number(p.fromQuantity), "de")} Nebenstellen gibt es Staffelpreise auf Anfrage. Gerechnet ist hier mit dem Listenpreis.`,
    en: (p) =>
      `From ${number(Number(p.fromQuantity), "en")} extensions there are tier prices on request. The list price is used here.`,
  },
  "setup-includes-numbers-or-porting": {
    de: (p) =>
      `Die Einrichtung enthält ${number(Number(p.numbers), "de")} neue Rufnummern oder die Portierung von bis zu ${number(Number(p.numbers), "de")} Nummern oder einem 10er-Block. Abgezogen ist davon nichts.`,
    en: (p) =>
      `Set-up includes ${number(Number(p.numbers), "en")} new numbers or the porting of up to ${number(Number(p.numbers), "en")} numbers or one block of 10. Nothing is deducted for it.`,
  },
  "flats-stay-bound-after-reduction": {
    de: () =>
      "Flatrates gelten immer für alle Nebenstellen, die mit deutschem Mobilfunk erst ab 10. Das bleibt auch zu prüfen, wenn Nebenstellen gekündigt werden.",
    en: () =>
      "Flats are always for all extensions, those with German mobile only from 10. Check this again when extensions are cancelled.",
  },
  "flat-fair-use": {
    de: () =>
      "Flatrates sind auf im Schnitt 500 Minuten Festnetz und 200 Minuten Mobilfunk je Arbeitsplatz und Monat ausgelegt und nichts für Callcenter.",
    en: () =>
      "Flats are meant for 500 minutes landline and 200 minutes mobile per workplace and month on average, and not for call centres.",
  },
  "postage-extra": {
    de: () => "Bei Versand kommt das Porto hinzu; das Papier nennt keinen Betrag.",
    en: () => "Postage comes on top where a device is sent; the paper states no amount.",
  },
  "credit-above-price": {
    de: (p) =>
      `Bezahlt wurden ${amount(p.creditCents, "de")}, mehr als die höhere Staffel kostet (${amount(p.priceCents, "de")}). Erstattet wird nichts.`,
    en: (p) =>
      `${amount(p.creditCents, "en")} were paid, more than the higher tier costs (${amount(p.priceCents, "en")}). Nothing is refunded.`,
  },

  // What cannot be priced, and what would be right.
  "items-empty": {
    de: () => "„items“ ist leer. Bitte nennen Sie mindestens einen Artikel.",
    en: () => '"items" is empty. Please name at least one article.',
  },
  "vendor-without-prices": {
    de: (p) =>
      `Zu ${p.product} gibt es keine gedruckten Preise. Sie kommen aus der eigenen Preisliste des Resellers und lassen sich nur im Portal rechnen.`,
    en: (p) =>
      `There are no printed prices for ${p.product}. They come from the reseller's own price list and can be reckoned only in the portal.`,
  },
  "article-unknown": {
    de: (p) => `Den Artikel „${p.sku}“ gibt es bei ${p.product} nicht. Möglich sind: ${p.choices}.`,
    en: (p) => `There is no article "${p.sku}" with ${p.product}. Possible are: ${p.choices}.`,
  },
  "article-without-tiers": {
    de: (p) =>
      `${name(p, "article", "de")} hat keine Kaufstaffel nach Benutzern und darum keinen Staffelwechsel. ${p.choices === "" ? `Bei ${p.product} gibt es keinen solchen Artikel.` : `Möglich ist er bei: ${p.choices}.`}`,
    en: (p) =>
      `${name(p, "article", "en")} has no purchase tiers by users and so no tier upgrade. ${p.choices === "" ? `${p.product} has no such article.` : `It is possible for: ${p.choices}.`}`,
  },
  "price-unknown": {
    de: (p) => `Der Preis von ${name(p, "article", "de")} ist unbekannt. Bitte hinterlegen Sie eine eigene Preiszeile.`,
    en: (p) => `The price of ${name(p, "article", "en")} is unknown. Please enter a price row of your own.`,
  },
  "field-of-no-use": {
    de: (p) => `Das Feld „${p.field}“ hat für ${name(p, "article", "de")} keine Bedeutung. Bitte lassen Sie es weg.`,
    en: (p) => `The field "${p.field}" means nothing for ${name(p, "article", "en")}. Please leave it out.`,
  },
  "field-needed": {
    de: (p) => `Für ${name(p, "article", "de")} fehlt das Feld „${p.field}“. Bitte geben Sie es an.`,
    en: (p) => `${name(p, "article", "en")} needs the field "${p.field}". Please give it.`,
  },
  "quantity-is-one": {
    de: (p) =>
      `${name(p, "article", "de")} gibt es nur einmal je Serverlizenzschlüssel. Bitte geben Sie die Menge 1 an oder lassen Sie sie weg.`,
    en: (p) =>
      `${name(p, "article", "en")} is to be had only once per server licence key. Please give quantity 1 or leave it out.`,
  },
  "mode-needed": {
    de: (p) => `Für ${name(p, "article", "de")} fehlt das Feld „mode“. Möglich sind: ${p.choices}.`,
    en: (p) => `${name(p, "article", "en")} needs the field "mode". Possible are: ${p.choices}.`,
  },
  "mode-not-offered": {
    de: (p) => `${name(p, "article", "de")} gibt es nicht als „${p.mode}“. Möglich sind: ${p.choices}.`,
    en: (p) => `${name(p, "article", "en")} is not to be had as "${p.mode}". Possible are: ${p.choices}.`,
  },
  "term-of-a-purchase": {
    de: (p) =>
      `Ein Kauf hat keine Laufzeit. Bitte lassen Sie „termMonths“ bei ${name(p, "article", "de")} weg oder wählen Sie „subscription“.`,
    en: (p) =>
      `A purchase has no term. Please leave out "termMonths" for ${name(p, "article", "en")} or choose "subscription".`,
  },
  "article-term-needed": {
    de: (p) => `Für das Abo von ${name(p, "article", "de")} fehlt „termMonths“. Möglich sind: ${p.choices}.`,
    en: (p) => `The subscription of ${name(p, "article", "en")} needs "termMonths". Possible are: ${p.choices}.`,
  },
  "article-term-not-offered": {
    de: (p) =>
      `${name(p, "article", "de")} gibt es nicht für ${counted(p.termMonths, "Monat", "Monate", "de")}. Möglich sind: ${p.choices}.`,
    en: (p) =>
      `${name(p, "article", "en")} is not to be had for ${counted(p.termMonths, "month", "months", "en")}. Possible are: ${p.choices}.`,
  },
  "users-needed-for-tier": {
    de: (p) =>
      `Der Preis von ${name(p, "article", "de")} hängt von den installierten Benutzern ab. Bitte geben Sie „users“ an.`,
    en: (p) => `The price of ${name(p, "article", "en")} depends on the installed users. Please give "users".`,
  },
  "users-needed-for-packs": {
    de: (p) =>
      `${name(p, "article", "de")} wird in Paketen für Benutzer verkauft. Bitte geben Sie mit „users“ an, wie viele es sind.`,
    en: (p) => `${name(p, "article", "en")} is sold in packs of users. Please say with "users" how many there are.`,
  },
  "profile-needed": {
    de: (p) => `${name(p, "article", "de")} wird zu einem Profil gebucht. Bitte geben Sie „profile“ an: ${p.choices}.`,
    en: (p) => `${name(p, "article", "en")} is booked for a profile. Please give "profile": ${p.choices}.`,
  },
  "profile-unknown": {
    de: (p) => `Das Profil „${p.profile}“ gibt es nicht. Möglich sind: ${p.choices}.`,
    en: (p) => `There is no profile "${p.profile}". Possible are: ${p.choices}.`,
  },
  "option-not-for-profile": {
    de: (p) => `${name(p, "article", "de")} gibt es nicht zum Profil „${p.profile}“. Möglich sind: ${p.choices}.`,
    en: (p) => `${name(p, "article", "en")} is not to be had for profile "${p.profile}". Possible are: ${p.choices}.`,
  },
  "more-options-than-users": {
    de: (p) =>
      `${name(p, "article", "de")} ist ${number(Number(p.booked), "de")}-mal gebucht, ${name(p, "profile", "de")} nur ${number(Number(p.users), "de")}-mal. Eine Option kann höchstens so oft gebucht werden wie ihr Profil.`,
    en: (p) =>
      `${name(p, "article", "en")} is booked ${number(Number(p.booked), "en")} times, ${name(p, "profile", "en")} only ${number(Number(p.users), "en")} times. An option can be booked at most as often as its profile.`,
  },
  "more-than-one-per-user": {
    de: (p) =>
      `Je Nutzer ist höchstens eine davon möglich: ${name(p, "articles", "de")}. Gebucht sind ${number(Number(p.booked), "de")} zu ${number(Number(p.users), "de")} × ${name(p, "profile", "de")}.`,
    en: (p) =>
      `Each user may have at most one of these: ${name(p, "articles", "en")}. Booked are ${number(Number(p.booked), "en")} for ${number(Number(p.users), "en")} × ${name(p, "profile", "en")}.`,
  },
  "below-minimum": {
    de: (p) =>
      `Nötig sind mindestens ${number(Number(p.atLeast), "de")} × ${name(p, "articles", "de")}; angefragt sind ${number(Number(p.booked), "de")}.`,
    en: (p) =>
      `At least ${number(Number(p.atLeast), "en")} × ${name(p, "articles", "en")} are needed; asked for are ${number(Number(p.booked), "en")}.`,
  },
  "above-maximum": {
    de: (p) =>
      `Zusammen sind höchstens ${number(Number(p.atMost), "de")} möglich von: ${name(p, "articles", "de")}. Angefragt sind ${number(Number(p.booked), "de")}.`,
    en: (p) =>
      `At most ${number(Number(p.atMost), "en")} are possible together of: ${name(p, "articles", "en")}. Asked for are ${number(Number(p.booked), "en")}.`,
  },
  "not-for-all": {
    de: (p) =>
      `${name(p, "article", "de")} gibt es nur für alle: bei ${number(Number(p.needed), "de")} × ${name(p, "of", "de")} muss die Menge ${number(Number(p.needed), "de")} sein, nicht ${number(Number(p.booked), "de")}.`,
    en: (p) =>
      `${name(p, "article", "en")} is to be had only for all: with ${number(Number(p.needed), "en")} × ${name(p, "of", "en")} the quantity must be ${number(Number(p.needed), "en")}, not ${number(Number(p.booked), "en")}.`,
  },
  "needs-at-least": {
    de: (p) =>
      `${name(p, "article", "de")} ist erst ab ${number(Number(p.atLeast), "de")} × ${name(p, "of", "de")} buchbar; angefragt sind ${number(Number(p.held), "de")}.`,
    en: (p) =>
      `${name(p, "article", "en")} can be booked only from ${number(Number(p.atLeast), "en")} × ${name(p, "of", "en")}; asked for are ${number(Number(p.held), "en")}.`,
  },
  "requires-one-of": {
    de: (p) => `${name(p, "article", "de")} gibt es nur zusammen mit einem davon: ${name(p, "choices", "de")}.`,
    en: (p) => `${name(p, "article", "en")} is to be had only together with one of these: ${name(p, "choices", "en")}.`,
  },
  "tier-is-the-same": {
    de: (p) =>
      `Mit ${number(Number(p.toUsers), "de")} Benutzern bleibt die Staffel ${p.toTier}. Ein Staffelwechsel führt in eine höhere Staffel.`,
    en: (p) =>
      `With ${number(Number(p.toUsers), "en")} users the tier stays ${p.toTier}. A tier upgrade leads to a higher tier.`,
  },
  "tier-is-lower": {
    de: (p) =>
      `Die Staffel ${p.toTier} liegt unter der bisherigen Staffel ${p.fromTier}. Ein Staffelwechsel führt in eine höhere Staffel.`,
    en: (p) => `Tier ${p.toTier} lies below the present tier ${p.fromTier}. A tier upgrade leads to a higher tier.`,
  },
};

/** "Call Recording (Kauf, Staffel 21-40): 2 × 1.200,00 € = 2.400,00 € einmalig". */
function line(p: Params, locale: Locale): string {
  const total = Number(p.units) * Number(p.unitCents);
  const product = `${number(Number(p.units), locale)} × ${amount(p.unitCents, locale)}`;
  const free =
    Number(p.freeUnits) > 0 ? `, ${number(Number(p.freeUnits), locale)} ${locale === "de" ? "frei" : "free"}` : "";
  return `${name(p, "article", locale)}${circumstances(p, locale)}: ${product} = ${amount(total, locale)} ${due(p.charge, locale)}${free}`;
}

function circumstances(p: Params, locale: Locale): string {
  const german = locale === "de";
  const parts: string[] = [];
  if (p.mode === "purchase") parts.push(german ? "Kauf" : "purchase");
  if (p.mode === "subscription") {
    const months = counted(p.termMonths, german ? "Monat" : "month", german ? "Monate" : "months", locale);
    parts.push(german ? `Abo ${months}` : `subscription ${months}`);
  }
  if (p.tier !== undefined) parts.push(`${german ? "Staffel" : "tier"} ${p.tier}`);
  if (p.profile !== undefined) parts.push(`${german ? "Profil" : "profile"} ${p.profile}`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** When an amount falls due: "einmalig", "im Monat", "im Jahr". */
function due(charge: Params[string] | undefined, locale: Locale): string {
  if (charge === "monthly") return locale === "de" ? "im Monat" : "a month";
  if (charge === "yearly") return locale === "de" ? "im Jahr" : "a year";
  return locale === "de" ? "einmalig" : "once";
}
