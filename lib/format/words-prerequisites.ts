import { number } from "./money";
import { amount, counted, day, type Locale, type Params, type Words } from "./wording";

/** The wording of prerequisites, limits, exclusions, Up2Date and the OneTime Upgrade. */
export const wordsPrerequisites: Words = {
  "needs-server": {
    de: (p) => `${p.article} setzt ${eitherOf(p.needs, "de")} voraus.`,
    en: (p) => `${p.article} requires ${eitherOf(p.needs, "en")}.`,
  },
  "needs-in-system": {
    de: (p) =>
      `${p.article} setzt mindestens ${figure(p.needed, "de")} ${p.needs} im System voraus; vorhanden: ${figure(p.held, "de")}.`,
    en: (p) =>
      `${p.article} requires at least ${figure(p.needed, "en")} ${p.needs} in the system; there: ${figure(p.held, "en")}.`,
  },
  "needs-each": {
    de: (p) =>
      `${p.article} setzt je Lizenz ein ${eitherOf(p.needs, "de")} voraus: nötig sind ${figure(p.needed, "de")}, vorhanden ${figure(p.held, "de")}.`,
    en: (p) =>
      `Each ${p.article} requires one ${eitherOf(p.needs, "en")}: needed are ${figure(p.needed, "en")}, there are ${figure(p.held, "en")}.`,
  },
  "needs-each-in-use": {
    de: (p) =>
      `${p.article} ${useOf(p.usage, "de")} setzt je User ein ${eitherOf(p.needs, "de")} voraus: nötig sind ${figure(p.needed, "de")}, vorhanden ${figure(p.held, "de")}.`,
    en: (p) =>
      `${p.article} ${useOf(p.usage, "en")} requires one ${eitherOf(p.needs, "en")} for each user: needed are ${figure(p.needed, "en")}, there are ${figure(p.held, "en")}.`,
  },
  "needs-base": {
    de: (p) =>
      `${p.article} setzt je Lizenz ein ${p.base} voraus: nötig sind ${figure(p.needed, "de")}, vorhanden ${figure(p.held, "de")}.`,
    en: (p) =>
      `Each ${p.article} requires one ${p.base}: needed are ${figure(p.needed, "en")}, there are ${figure(p.held, "en")}.`,
  },
  "excluded-by-server": {
    de: (p) => `${p.article} ist auf ${p.server} nicht möglich.`,
    en: (p) => `${p.article} is not possible on ${p.server}.`,
  },
  "limit-of-server": {
    de: (p) =>
      `${p.server} erlaubt höchstens ${figure(p.atMost, "de")} ${p.article}; das System hätte ${figure(p.held, "de")}${included(p, "de")}.`,
    en: (p) =>
      `${p.server} allows at most ${figure(p.atMost, "en")} ${p.article}; the system would have ${figure(p.held, "en")}${included(p, "en")}.`,
  },
  "usage-limit-of-server": {
    de: (p) =>
      `${p.server} erlaubt hier höchstens ${figure(p.atMost, "de")} ${useOf(p.usage, "de")}; genutzt werden ${figure(p.used, "de")}.`,
    en: (p) =>
      `${p.server} allows at most ${figure(p.atMost, "en")} ${useOf(p.usage, "en")} here; in use are ${figure(p.used, "en")}.`,
  },
  "usage-excluded-by-server": {
    de: (p) => `${p.server} lässt keine ${useOf(p.usage, "de")} zu; genutzt werden ${figure(p.used, "de")}.`,
    en: (p) => `${p.server} allows no ${useOf(p.usage, "en")}; in use are ${figure(p.used, "en")}.`,
  },
  "advice-per-users": {
    de: (p) =>
      `Empfohlen ist 1 ${p.article} je ${figure(p.perUsers, "de")} Benutzer: bei ${figure(p.users, "de")} Benutzern ${figure(p.advised, "de")}, vorhanden sind ${figure(p.held, "de")}.`,
    en: (p) =>
      `Advised is 1 ${p.article} for every ${figure(p.perUsers, "en")} users: for ${figure(p.users, "en")} users ${figure(p.advised, "en")}, there are ${figure(p.held, "en")}.`,
  },
  "advice-minimum": {
    de: (p) =>
      `Mit Voicemail oder Auto Attendant sind mindestens ${figure(p.advised, "de")} ${p.article} empfohlen; vorhanden: ${figure(p.held, "de")}.`,
    en: (p) =>
      `With voicemail or auto attendant at least ${figure(p.advised, "en")} ${p.article} are advised; there: ${figure(p.held, "en")}.`,
  },
  "server-held": {
    de: (p) => `Geprüft nach den Regeln von ${p.server}.`,
    en: (p) => `Checked by the rules of ${p.server}.`,
  },
  "no-server-held": {
    de: () => "Das System hat keinen Server.",
    en: () => "The system has no server.",
  },
  "no-other-uc-systems": {
    de: () => "Ein SMART SERVER lässt sich nicht mit anderen UC-Systemen, Clients oder Endgeräten betreiben.",
    en: () => "A SMART SERVER cannot be run with other UC systems, clients or devices.",
  },
  "licence-unknown": {
    de: (p) => `„${p.sku}“ ist keine Lizenz eines XPhone-Systems. Möglich sind: ${p.choices}.`,
    en: (p) => `"${p.sku}" is no licence of an XPhone system. Possible are: ${p.choices}.`,
  },
  "more-than-one": {
    de: (p) =>
      `Ein System hat höchstens 1 ${p.article}, nicht ${figure(p.quantity, "de")}. Bitte prüfen Sie weitere Systeme einzeln.`,
    en: (p) =>
      `A system has at most 1 ${p.article}, not ${figure(p.quantity, "en")}. Please check further systems one by one.`,
  },

  "included-count-towards-limit": {
    de: () => "Die 5 im SMART SERVER enthaltenen OFFICE zählen zu den höchstens 20.",
    en: () => "The 5 OFFICE included in SMART SERVER count towards the 20 allowed.",
  },
  "included-stay-after-upgrade": {
    de: () =>
      "Die 5 enthaltenen OFFICE bleiben nach dem Upgrade auf SERVER erhalten. Bitte vom Anbieter bestätigen lassen.",
    en: () => "The 5 included OFFICE stay after the upgrade to SERVER. Please have the vendor confirm it.",
  },
  "needs-server-excludes-on-smart": {
    de: () =>
      "IP-CHANNEL und das OFFICE-Upgrade setzen den SERVER voraus und gelten deshalb auf dem SMART SERVER als ausgeschlossen.",
    en: () => "IP-CHANNEL and the OFFICE upgrade require the SERVER and therefore count as excluded on SMART SERVER.",
  },
  "channel-minima-do-not-add-up": {
    de: () =>
      "Die Mindestzahlen an IP-CHANNEL addieren sich nicht: 2 je System decken FAX, VOICEMAIL und AUTO ATTENDANT.",
    en: () => "The minimum numbers of IP-CHANNEL do not add up: 2 a system cover FAX, VOICEMAIL and AUTO ATTENDANT.",
  },
  "user-licences-one-each": {
    de: () => "User-Lizenzen, die auf einer anderen aufbauen, brauchen je Lizenz eine davon; hochgerüstete zählen mit.",
    en: () => "User licences that build on another need one of it each; upgraded ones count.",
  },
  "both-servers-held": {
    de: () => "SMART SERVER und SERVER nebeneinander sind kein Verstoß; es gelten die Regeln des SERVER.",
    en: () => "SMART SERVER and SERVER side by side are no violation; the rules of the SERVER hold.",
  },
  "users-of-channels": {
    de: () => "Als Benutzer zählt die größte der Zahlen OFFICE mit OFFICE PLUS, FAX und VOICEMAIL.",
    en: () => "Users are the largest of the numbers of OFFICE with OFFICE PLUS, FAX and VOICEMAIL.",
  },
  "part-counts-for-whole": {
    de: () => "LDAP-Datenquellen sind Datenquellen: Als Zahl der Datenquellen gilt mindestens ihre.",
    en: () => "LDAP data sources are data sources: there are at least as many data sources as of them.",
  },

  "upgrade-without-base": {
    de: (p) =>
      `${p.article} rüstet ${p.base} hoch, aber im System fehlt es: nötig sind ${figure(p.needed, "de")}, vorhanden ${figure(p.held, "de")}. Bitte ergänzen Sie ${p.base} oder senken Sie die Zahl der Upgrades.`,
    en: (p) =>
      `${p.article} upgrades ${p.base}, which the system lacks: needed are ${figure(p.needed, "en")}, there are ${figure(p.held, "en")}. Please add ${p.base} or lower the number of upgrades.`,
  },
  "price-missing": {
    de: (p) =>
      `Für ${p.article} (${p.sku}) fehlt der Listenpreis. Bitte geben Sie ihn in „priceListCents“ in ganzen Cent an.`,
    en: (p) =>
      `The list price of ${p.article} (${p.sku}) is missing. Please give it in "priceListCents" in whole cents.`,
  },
  "release-unknown": {
    de: (p) => `Von Release ${p.fromRelease} führt kein Upgrade. Möglich sind die Releases ${p.releases}.`,
    en: (p) => `No upgrade leads from release ${p.fromRelease}. Possible are the releases ${p.releases}.`,
  },
  "years-unknown": {
    de: (p) => `Up2Date gibt es nicht für ${counted(p.years, "Jahr", "Jahre", "de")}. Möglich sind ${p.choices} Jahre.`,
    en: (p) =>
      `Up2Date is not to be had for ${counted(p.years, "year", "years", "en")}. Possible are ${p.choices} years.`,
  },
  "up2date-lapsed": {
    de: (p) =>
      `Up2Date ist am ${day(p.currentEnd, "de")} abgelaufen. Es lässt sich nur noch zusammen mit einem OneTime Upgrade kaufen (case „reentry“).`,
    en: (p) =>
      `Up2Date lapsed on ${day(p.currentEnd, "en")}. It can only be bought together with a OneTime Upgrade now (case "reentry").`,
  },
  "renewal-too-early": {
    de: (p) =>
      `Verlängern lässt sich Up2Date erst mit höchstens ${counted(p.months, "Monat", "Monaten", "de")} Restlaufzeit, bei Ende am ${day(p.currentEnd, "de")} also ab dem ${day(p.opensOn, "de")}.`,
    en: (p) =>
      `Up2Date can be renewed only with at most ${counted(p.months, "month", "months", "en")} left: with its end on ${day(p.currentEnd, "en")} from ${day(p.opensOn, "en")} on.`,
  },
  "up2date-not-running": {
    de: (p) =>
      `Zusatzlizenzen lassen sich nur aufnehmen, solange Up2Date läuft. Es endet am ${day(p.currentEnd, "de")}, gekauft wird am ${day(p.purchasedOn, "de")}.`,
    en: (p) =>
      `Additional licences can be taken in only while Up2Date runs. It ends on ${day(p.currentEnd, "en")}, the purchase is on ${day(p.purchasedOn, "en")}.`,
  },
  "nothing-added": {
    de: () => "„add“ ist leer. Bitte nennen Sie mindestens eine Artikelnummer mit ihrer Menge.",
    en: () => '"add" is empty. Please name at least one article number with its quantity.',
  },
  "first-day-missing": {
    de: () =>
      "Der erste Tag fehlt. Bitte geben Sie „startsOn“ an, oder „invoicedOn“ und, sobald die Lizenz abgerufen ist, „licenceRetrievedOn“.",
    en: () =>
      'The first day is missing. Please give "startsOn", or "invoicedOn" and, once the licence is retrieved, "licenceRetrievedOn".',
  },
  "first-day-twice": {
    de: (p) => `„startsOn“ nennt den ersten Tag bereits. Bitte lassen Sie „${p.field}“ weg, oder „startsOn“.`,
    en: (p) => `"startsOn" already names the first day. Please leave out "${p.field}", or "startsOn".`,
  },
  "field-of-another-case": {
    de: (p) =>
      `Das Feld „${p.field}“ hat beim Fall „${p.case}“ keinen Nutzen. Er nimmt neben „system“, „priceListCents“ und „years“: ${p.useful}.`,
    en: (p) =>
      `The field "${p.field}" has no use in the case "${p.case}". Beside "system", "priceListCents" and "years" it takes: ${p.useful}.`,
  },

  "priced-as-what-it-became": {
    de: () =>
      "Ein hochgerüstetes System zählt zum Listenpreis dessen, was es geworden ist; gekaufte OFFICE gelten vor enthaltenen als hochgerüstet.",
    en: () =>
      "An upgraded system counts at the list price of what it has become; bought OFFICE count as upgraded before included ones.",
  },
  "release-8-always-priced": {
    de: () =>
      "Das OneTime Upgrade ab Release 8 wird immer berechnet, auch wenn noch keine neuere Version erschienen ist.",
    en: () => "The OneTime Upgrade from release 8 is always priced, even where no newer version has appeared yet.",
  },
  "percent-of-running-term": {
    de: () => "Für Zusatzlizenzen gilt der Prozentsatz der laufenden Up2Date-Laufzeit.",
    en: () => "Additional licences are charged at the percentage of the running Up2Date term.",
  },
  "months-include-purchase-month": {
    de: () => "Restmonate zählen den Kaufmonat und jeden Monat bis zum Endmonat.",
    en: () => "Months left count the month of purchase and every month up to the end's.",
  },
  "renewal-follows-present-end": {
    de: () => "Die Verlängerung beginnt am Tag nach dem bisherigen Ende.",
    en: () => "The renewal starts on the day after the present end.",
  },
  "up2date-whole-system": {
    de: () => "Up2Date gilt immer für das ganze System; eine Teilabdeckung ist nicht möglich.",
    en: () => "Up2Date always covers the whole system; covering a part is not possible.",
  },
  "system-is-empty": {
    de: () => "Das System enthält keine Lizenz; der Betrag ist deshalb 0.",
    en: () => "The system holds no licence; the amount is therefore 0.",
  },
  "one-time-upgrade-whole-system": {
    de: () => "Rüsten Sie das ganze System hoch: Nicht hochgerüstete Lizenzen gehen verloren.",
    en: () => "Upgrade the whole system: licences that are not upgraded are lost.",
  },
  "newer-release-needed": {
    de: (p) => `Prüfen Sie, ob es eine neuere Version als Release ${p.fromRelease} gibt.`,
    en: (p) => `Check whether there is a newer version than release ${p.fromRelease}.`,
  },
  "reentry-needs-one-time-upgrade": {
    de: (p) =>
      `Zum Wiedereinstieg kommt das OneTime Upgrade ab Release ${p.fromRelease} hinzu: ${amount(p.oneTimeUpgradeCents, "de")}.`,
    en: (p) =>
      `The OneTime Upgrade from release ${p.fromRelease} comes on top of the re-entry: ${amount(p.oneTimeUpgradeCents, "en")}.`,
  },
  "lapse-costs-one-time-upgrade": {
    de: (p) =>
      `Läuft Up2Date am ${day(p.currentEnd, "de")} ab, kostet der Wiedereinstieg zusätzlich ein OneTime Upgrade (${p.percent} %): ${amount(p.oneTimeUpgradeCents, "de")}.`,
    en: (p) =>
      `If Up2Date lapses on ${day(p.currentEnd, "en")}, a re-entry costs a OneTime Upgrade on top (${p.percent} %): ${amount(p.oneTimeUpgradeCents, "en")}.`,
  },
  "starts-in-the-past": {
    de: (p) => `Der erste Tag ${day(p.startsOn, "de")} liegt vor dem ${day(p.asOf, "de")}.`,
    en: (p) => `The first day, ${day(p.startsOn, "en")}, lies before ${day(p.asOf, "en")}.`,
  },

  "list-price-of-article": {
    de: (p) => `${figure(p.quantity, "de")} × ${p.article} zu ${amount(p.unitPriceCents, "de")}.`,
    en: (p) => `${figure(p.quantity, "en")} × ${p.article} at ${amount(p.unitPriceCents, "en")}.`,
  },
  "list-price-of-system": {
    de: (p) => `Listenpreis zusammen: ${amount(p.basisCents, "de")}.`,
    en: (p) => `List price in all: ${amount(p.basisCents, "en")}.`,
  },
  "percent-for-years": {
    de: (p) =>
      `${p.percent} % im Jahr für ${counted(p.years, "Jahr", "Jahre", "de")}, zusammen ${p.percentInAll} % von ${amount(p.basisCents, "de")}: ${amount(p.amountCents, "de")}.`,
    en: (p) =>
      `${p.percent} % a year for ${counted(p.years, "year", "years", "en")}, in all ${p.percentInAll} % of ${amount(p.basisCents, "en")}: ${amount(p.amountCents, "en")}.`,
  },
  "percent-of-system": {
    de: (p) => `OneTime Upgrade: ${p.percent} % von ${amount(p.basisCents, "de")}: ${amount(p.amountCents, "de")}.`,
    en: (p) => `OneTime Upgrade: ${p.percent} % of ${amount(p.basisCents, "en")}: ${amount(p.amountCents, "en")}.`,
  },
  "percent-for-months-left": {
    de: (p) =>
      `${p.percent} % im Jahr × ${figure(p.remainingMonths, "de")}/12 von ${amount(p.basisCents, "de")}: ${amount(p.amountCents, "de")}.`,
    en: (p) =>
      `${p.percent} % a year × ${figure(p.remainingMonths, "en")}/12 of ${amount(p.basisCents, "en")}: ${amount(p.amountCents, "en")}.`,
  },
  "months-left": {
    de: (p) =>
      `Vom Kauf am ${day(p.purchasedOn, "de")} bis ${day(p.currentEnd, "de")}: ${counted(p.remainingMonths, "Monat", "Monate", "de")}.`,
    en: (p) =>
      `From the purchase on ${day(p.purchasedOn, "en")} to ${day(p.currentEnd, "en")}: ${counted(p.remainingMonths, "month", "months", "en")}.`,
  },
  "starts-as-agreed": {
    de: (p) => `Beginn am ${day(p.startsOn, "de")}, wie angegeben.`,
    en: (p) => `Starts on ${day(p.startsOn, "en")}, as given.`,
  },
  "starts-with-licence": {
    de: (p) => `Beginn am Tag des Lizenzabrufs, ${day(p.startsOn, "de")}.`,
    en: (p) => `Starts on the day the licence is retrieved, ${day(p.startsOn, "en")}.`,
  },
  "starts-after-invoice": {
    de: (p) =>
      `Beginn spätestens ${counted(p.months, "Monat", "Monate", "de")} nach der Rechnung vom ${day(p.invoicedOn, "de")}: ${day(p.startsOn, "de")}.`,
    en: (p) =>
      `Starts at the latest ${counted(p.months, "month", "months", "en")} after the invoice of ${day(p.invoicedOn, "en")}: ${day(p.startsOn, "en")}.`,
  },
  "starts-after-present-end": {
    de: (p) => `Beginn am Tag nach dem bisherigen Ende (${day(p.currentEnd, "de")}): ${day(p.startsOn, "de")}.`,
    en: (p) => `Starts on the day after the present end (${day(p.currentEnd, "en")}): ${day(p.startsOn, "en")}.`,
  },
  "ends-with-month": {
    de: (p) =>
      `${counted(p.years, "Jahr", "Jahre", "de")} ab ${day(p.startsOn, "de")}, dann zum Monatsende: ${day(p.endsOn, "de")}.`,
    en: (p) =>
      `${counted(p.years, "year", "years", "en")} from ${day(p.startsOn, "en")}, then to the month's end: ${day(p.endsOn, "en")}.`,
  },
};

type Param = string | number | undefined;

function figure(value: Param, locale: Locale): string {
  return number(Number(value), locale);
}

/** "SERVER / SMART SERVER" as "SERVER oder SMART SERVER". */
function eitherOf(names: Param, locale: Locale): string {
  return String(names).replaceAll(" / ", locale === "de" ? " oder " : " or ");
}

function included(params: Params, locale: Locale): string {
  if (Number(params.included) === 0) return "";
  const quantity = figure(params.included, locale);
  return locale === "de" ? `, davon ${quantity} enthalten` : `, ${quantity} of them included`;
}

const uses: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  faxInClient: { de: "im Client", en: "in the client" },
  voicemailInClient: { de: "im Client", en: "in the client" },
  voicemailSms: { de: "mit SMS-Benachrichtigung", en: "with SMS notification" },
  voicemailInMobileApp: { de: "in der Mobile App", en: "in the mobile app" },
  dataSources: { de: "Datenquellen", en: "data sources" },
  ldapDataSources: { de: "LDAP-Datenquellen", en: "LDAP data sources" },
};

function useOf(usage: Param, locale: Locale): string {
  return uses[String(usage)]?.[locale] ?? String(usage);
}
