import type { HolidayName, Land } from "@/lib/domain/holidays";
import { counted, day, type Locale, type Params, type Words } from "./wording";
import { holidayNames, landNames } from "./words-holidays";

const UNITS: Readonly<Record<Locale, Readonly<Record<string, readonly [string, string]>>>> = {
  de: {
    day: ["Tag", "Tage"],
    week: ["Woche", "Wochen"],
    month: ["Monat", "Monate"],
    werktag: ["Werktag", "Werktage"],
  },
  en: {
    day: ["day", "days"],
    week: ["week", "weeks"],
    month: ["month", "months"],
    werktag: ["working day (Werktag)", "working days (Werktage)"],
  },
};

const WEEKDAYS = {
  de: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;

/** How terms, notice and ends came about: steps, readings, hints, refusals. */
export const wordsTerms: Words = {
  // Steps
  "term-minimum": {
    de: (p) => `Mindestlaufzeit ${months(p.months, "de")} ab ${day(p.start, "de")}: bis ${day(p.endsOn, "de")}.`,
    en: (p) => `Minimum term of ${months(p.months, "en")} from ${day(p.start, "en")}: to ${day(p.endsOn, "en")}.`,
  },
  "term-without-minimum": {
    de: (p) => `Keine Mindestlaufzeit, Beginn ${day(p.start, "de")}.`,
    en: (p) => `No minimum term, starts on ${day(p.start, "en")}.`,
  },
  "term-renewed": {
    de: (p) =>
      `Danach ${p.renewals}-mal um ${months(p.renewalMonths, "de")} verlängert, vom ersten Beginn an gerechnet: bis ${day(p.endsOn, "de")}.`,
    en: (p) =>
      `Then renewed ${counted(p.renewals, "time", "times", "en")} by ${months(p.renewalMonths, "en")}, reckoned from the original start: to ${day(p.endsOn, "en")}.`,
  },
  "term-end-clipped": {
    de: (p) => `Dem Endmonat fehlt der ${p.startDay}.: Die Laufzeit endet am Monatsletzten, ${day(p.endsOn, "de")}.`,
    en: (p) => `The last month has no day ${p.startDay}: the term ends on its last day, ${day(p.endsOn, "en")}.`,
  },
  "open-ended": {
    de: (p) =>
      `Läuft unbefristet; kündbar zum ${p.to === "year-end" ? "Jahresende" : "Monatsende"}: ${day(p.endsOn, "de")}.`,
    en: (p) => `Runs on; can end at the end of a ${p.to === "year-end" ? "year" : "month"}: ${day(p.endsOn, "en")}.`,
  },
  "notice-counted": {
    de: (p) =>
      `Kündigungsfrist ${span(p, "de")} zum ${day(p.endsOn, "de")}: Zugang spätestens am ${day(p.noticeDueOn, "de")}.`,
    en: (p) =>
      `Notice of ${span(p, "en")} to ${day(p.endsOn, "en")}: received on ${day(p.noticeDueOn, "en")} at the latest.`,
  },
  "notice-reaches": {
    de: (p) =>
      `Zugang am ${day(p.receivedOn, "de")}, Kündigungsfrist ${span(p, "de")}: reicht bis ${day(p.reachesOn, "de")}.`,
    en: (p) => `Received on ${day(p.receivedOn, "en")}; ${span(p, "en")} of notice reach to ${day(p.reachesOn, "en")}.`,
  },
  "werktage-left-out": {
    de: (p) => `Als Werktag nicht mitgezählt, außer Sonntagen: ${holidays(p.holidays, "de")}.`,
    en: (p) => `Not counted as Werktag, besides Sundays: ${holidays(p.holidays, "en")}.`,
  },
  "deadline-stays": {
    de: (p) =>
      `${day(p.noticeDueOn, "de")} ist ein ${dayOff(p.weekday, "de")}; die Frist verschiebt sich dadurch nicht.`,
    en: (p) => `${day(p.noticeDueOn, "en")} is a ${dayOff(p.weekday, "en")}; this does not move the deadline.`,
  },
  "send-by-counted": {
    de: (p) => `Absenden bis ${day(p.sendByOn, "de")}: danach bleiben ${p.days} Geschäftstage für die Post.`,
    en: (p) => `Send by ${day(p.sendByOn, "en")}: ${p.days} business days remain for the post.`,
  },
  "send-by-counted-strictly": {
    de: (p) =>
      `Absenden bis ${day(p.sendByOn, "de")}: streng gezählt (Mo bis Fr, Feiertage aller Länder) wäre Zugang am ${day(p.strictlyDueOn, "de")}, davor ${p.days} Geschäftstage für die Post.`,
    en: (p) =>
      `Send by ${day(p.sendByOn, "en")}: counted cautiously (Monday to Friday, holidays of every Land) receipt would be due on ${day(p.strictlyDueOn, "en")}; ${p.days} business days before it for the post.`,
  },
  // Readings and assumptions
  "reading-calendar-year": {
    de: () => "Lesart: „Jahresende“ ist das Ende des Kalenderjahres. Ein Vertrag kann das Vertragsjahr nennen.",
    en: () => "Reading: “end of the year” is the calendar year's. A contract may name the contract year.",
  },
  "reading-order-form-before-terms": {
    de: () =>
      "Lesart: Es gilt die Frist des Auftragsformulars, nicht die der AGB; diese treten hinter Produktregeln zurück.",
    en: () => "Reading: the order form's notice holds, not the general terms', which yield to product terms.",
  },
  "reading-flat-month-end": {
    de: () =>
      "Lesart: Die Liste nennt nur die Frist. Gekündigt wird zum Monatsende, weil Flatrates zum Monatswechsel gebucht werden.",
    en: () =>
      "Reading: the list states the notice only. It ends at a month's end, since flat rates are booked at month change.",
  },
  "reading-renewed-month-end-is-term-end": {
    de: () =>
      "Lesart: Auch in der Verlängerung ist zum Ende des laufenden Verlängerungszeitraums zu kündigen, nicht zum Monatsletzten.",
    en: () =>
      "Reading: in a renewal too, notice is to the end of the running renewal, not to the calendar month's end.",
  },
  "partial-while-minimum-remains": {
    de: (p) => `Teilkündigung nur, solange mindestens ${p.minimumQuantity} Nebenstellen bleiben.`,
    en: (p) => `A part can be cancelled only while at least ${p.minimumQuantity} extensions remain.`,
  },
  "rule-not-stated": {
    de: () =>
      "Verlängerung und Kündigungsfrist stehen nicht im Preisblatt: unbekannt, beim Anbieter erfragen. Bitte tragen Sie die Regel des Vertrags ein.",
    en: () =>
      "The price list states neither renewal nor notice: unknown, ask the vendor. Please enter the contract's own rule.",
  },
  "werktage-nationwide": {
    de: () =>
      "Annahme: Werktage sind Montag bis Samstag ohne die neun bundesweiten Feiertage; der Vertrag nennt kein Land.",
    en: () =>
      "Assumption: Werktage are Monday to Saturday without the nine nationwide holidays; the contract names no Land.",
  },
  "werktage-of-land": {
    de: (p) =>
      `Annahme: Werktage sind Montag bis Samstag ohne die Feiertage des Landes ${land(p.land)}${localNote(p.land, "de")}.`,
    en: (p) =>
      `Assumption: Werktage are Monday to Saturday without the holidays of ${land(p.land)}${localNote(p.land, "en")}.`,
  },
  "forecast-rule-unknown": {
    de: (p) =>
      `Annahme: ${counted(p.contracts, "Vertrag", "Verträge", "de")} ohne bekannte Kündigungsregel (zuerst „${p.first}“): nach der Mindestlaufzeit als verlängerbar angesetzt.`,
    en: (p) =>
      `Assumption: ${counted(p.contracts, "contract", "contracts", "en")} without a known notice rule (first “${p.first}”): taken as renewable after the minimum term.`,
  },
  // Hints
  "send-by-passed": {
    de: (p) =>
      `Der Absendetag ${day(p.sendByOn, "de")} ist vorbei, der ${day(p.noticeDueOn, "de")} noch nicht: nur noch per E-Mail oder Fax.`,
    en: (p) =>
      `The send-by day ${day(p.sendByOn, "en")} has passed, ${day(p.noticeDueOn, "en")} has not: by e-mail or fax only.`,
  },
  "statute-tkg-56-later": {
    de: (p) =>
      `§ 56 TKG (mit Rechtsrat prüfen): nach stillschweigender Verlängerung am ${day(p.renewsOn, "de")} jederzeit mit einem Monat kündbar.`,
    en: (p) =>
      `Section 56 TKG (check with counsel): once tacitly renewed on ${day(p.renewsOn, "en")}, a month's notice at any time.`,
  },
  "statute-tkg-56-now": {
    de: (p) =>
      `§ 56 TKG (mit Rechtsrat prüfen): stillschweigend verlängert, bei Zugang am ${day(p.asOf, "de")} zum ${day(p.earliestEndOn, "de")} kündbar.`,
    en: (p) =>
      `Section 56 TKG (check with counsel): tacitly renewed, so notice received on ${day(p.asOf, "en")} ends it on ${day(p.earliestEndOn, "en")}.`,
  },
  "statute-tkg-57": {
    de: () => "§ 57 TKG (mit Rechtsrat prüfen): drei Monate Sonderkündigung bei Preisänderung.",
    en: () => "Section 57 TKG (check with counsel): three months' special right to terminate on a price change.",
  },
  "statute-tkg-67": {
    de: () => "§ 67 TKG (mit Rechtsrat prüfen): acht Wochen für Einwände gegen eine Rechnung.",
    en: () => "Section 67 TKG (check with counsel): eight weeks to object to an invoice.",
  },
  "statute-data-act-25": {
    de: () => "Art. 25 Data Act (mit Rechtsrat prüfen): Anbieterwechsel mit höchstens zwei Monaten Frist.",
    en: () => "Article 25 Data Act (check with counsel): switching providers with at most two months' notice.",
  },
  // Refusals
  "term-not-chosen": {
    de: (p) => `Für diesen Vertrag fehlt „termMonths“, die gewählte Laufzeit in Monaten. Möglich sind: ${p.allowed}.`,
    en: (p) => `This contract needs "termMonths", the chosen term in months. Possible are: ${p.allowed}.`,
  },
  "term-length-not-offered": {
    de: (p) => `Eine Laufzeit von ${months(p.termMonths, "de")} wird nicht angeboten. Möglich sind: ${p.allowed}.`,
    en: (p) => `A term of ${months(p.termMonths, "en")} is not offered. Possible are: ${p.allowed}.`,
  },
  "term-not-for-policy": {
    de: () => "„termMonths“ gibt es nur für Verträge mit wählbarer Laufzeit. Bitte lassen Sie das Feld weg.",
    en: () => '"termMonths" is only for contracts whose term can be chosen. Please leave it out.',
  },
  "lapses-without-notice": {
    de: () =>
      "Dieser Vertrag endet von selbst und verlängert sich nicht: Eine Kündigung gibt es nicht. Rechnen Sie die Erneuerung mit „up2date“.",
    en: () =>
      'This contract lapses by itself and does not renew: there is no notice. Reckon its renewal with "up2date".',
  },
  "rule-not-for-lapsing": {
    de: () =>
      "Dieser Vertrag endet von selbst; eine eigene Kündigungsregel ist nicht möglich. Bitte lassen Sie „rule“ weg.",
    en: () => 'This contract lapses by itself; it can have no notice rule of its own. Please leave out "rule".',
  },
  "rule-unknown": {
    de: () =>
      "Die Kündigungsregel dieses Vertrags ist unbekannt, beim Anbieter erfragen. Mit der eigenen Regel des Vertrags („rule“) lässt sich das Ende bestimmen.",
    en: () =>
      'The notice rule of this contract is unknown, ask the vendor. With the contract\'s own rule ("rule") the end can be told.',
  },
  "policy-unknown": {
    de: (p) => `Die Vertragsart „${p.policy}“ gibt es nicht. Möglich sind: ${p.allowed}.`,
    en: (p) => `There is no policy "${p.policy}". Possible are: ${p.allowed}.`,
  },
  "rule-minimum-range": {
    de: () => "Die Mindestlaufzeit („minimumMonths“) muss eine ganze Zahl von 0 bis 600 Monaten sein.",
    en: () => 'The minimum term ("minimumMonths") must be a whole number of 0 to 600 months.',
  },
  "rule-minimum-needed": {
    de: () => "Wer zum Laufzeitende kündigt, braucht eine Laufzeit: „minimumMonths“ muss mindestens 1 sein.",
    en: () => 'Notice to the end of a term needs a term: "minimumMonths" must be at least 1.',
  },
  "rule-notice-range": {
    de: () => "Die Kündigungsfrist („noticeLength“) muss eine ganze Zahl von 0 bis 1.000 sein.",
    en: () => 'The notice ("noticeLength") must be a whole number from 0 to 1,000.',
  },
  "rule-renewal-range": {
    de: () =>
      "Zum Laufzeitende gehört eine Verlängerung: „renewalMonths“ muss eine ganze Zahl von 1 bis 600 Monaten sein.",
    en: () =>
      'Notice to the end of a term goes with a renewal: "renewalMonths" must be a whole number of 1 to 600 months.',
  },
  "rule-open-ended-renewal": {
    de: (p) =>
      `Ein Vertrag, der zum ${p.to === "year-end" ? "Jahresende" : "Monatsende"} endet, verlängert sich nicht: „renewalMonths“ muss null sein.`,
    en: (p) =>
      `A contract that ends at the end of a ${p.to === "year-end" ? "year" : "month"} does not renew: "renewalMonths" must be null.`,
  },
  // Forecast
  "forecast-duplicate-id": {
    de: (p) => `Die Vertragskennung „${p.id}“ kommt mehrfach vor. Jede „id“ darf nur einmal vorkommen.`,
    en: (p) => `The contract id "${p.id}" occurs more than once. Each "id" may occur only once.`,
  },
  "forecast-committed": {
    de: (p) =>
      `Verbindlich ist, was geschuldet bleibt, wenn zum ${day(p.asOf, "de")} gekündigt wird oder eine Kündigung vorliegt.`,
    en: (p) => `Committed is what stays owed if notice is given on ${day(p.asOf, "en")} or has been given.`,
  },
  "forecast-renewal": {
    de: () =>
      "Verlängerbar ist, was danach fällig wird, wenn niemand kündigt. Fällig wird im Voraus, ohne anteilige Beträge.",
    en: () =>
      "Renewal is what falls due after that if nobody gives notice. Charges fall due in advance, without proration.",
  },
};

function months(value: string | number | undefined, locale: Locale): string {
  return locale === "de" ? counted(value, "Monat", "Monate", "de") : counted(value, "month", "months", "en");
}

/** The length of a notice: 14 Tage, 10 Werktage. */
function span(p: Params, locale: Locale): string {
  const [one, many] = UNITS[locale][String(p.noticeUnit)] ?? ["", ""];
  return counted(p.noticeLength, one, many, locale);
}

/** `2026-11-18=repentance-day …` as 18.11.2026 (Buß- und Bettag), … */
function holidays(value: string | number | undefined, locale: Locale): string {
  return String(value)
    .split(" ")
    .map((each) => {
      const [on = "", name = ""] = each.split("=");
      return `${day(on, locale)} (${holidayNames[name as HolidayName][locale]})`;
    })
    .join(", ");
}

function dayOff(weekday: string | number | undefined, locale: Locale): string {
  const number = Number(weekday);
  if (number > 5) return WEEKDAYS[locale][number - 1] as string;
  return locale === "de" ? "Feiertag" : "holiday";
}

function land(value: string | number | undefined): string {
  return landNames[value as Land];
}

/** What is kept in parts of a Land only counts nowhere; Assumption Day counts in all of Bavaria. */
function localNote(value: string | number | undefined, locale: Locale): string {
  if (value === "DE-BY") {
    return locale === "de"
      ? " (mit dem 15. August im ganzen Land, ohne Augsburgs 8. August)"
      : " (with 15 August throughout, without Augsburg's 8 August)";
  }
  if (value === "DE-SN" || value === "DE-TH") {
    return locale === "de" ? " (ohne das örtliche Fronleichnam)" : " (without the local Corpus Christi)";
  }
  return "";
}
