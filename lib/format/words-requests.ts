import { number } from "./money";
import type { Words } from "./wording";

const types: Readonly<Record<string, { de: string; en: string }>> = {
  string: { de: "Text", en: "text" },
  number: { de: "eine Zahl", en: "a number" },
  int: { de: "eine ganze Zahl", en: "a whole number" },
  boolean: { de: "true oder false", en: "true or false" },
  array: { de: "eine Liste", en: "a list" },
  object: { de: "ein Objekt mit Feldern", en: "an object with fields" },
};
const typeText = (expected: unknown, locale: "de" | "en"): string =>
  types[String(expected)]?.[locale] ?? String(expected);

/** What stops a request before its matter is looked at, and what is wrong with single fields. */
export const wordsRequests: Words = {
  "origin-foreign": {
    de: (p) =>
      `Diese Anfrage kam nicht von einer Seite des Portals. Öffnen Sie ${p.origin} und versuchen Sie es dort noch einmal.`,
    en: (p) => `This request did not come from a page of the portal. Open ${p.origin} and try again there.`,
  },
  "not-signed-in": {
    de: () => "Sie sind nicht angemeldet, oder Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich an.",
    en: () => "You are not signed in, or your session has ended. Please sign in.",
  },
  "not-allowed": {
    de: () => "Ihre Rolle darf das nicht. Wenden Sie sich an die Verwaltung Ihres Händlers.",
    en: () => "Your role may not do this. Please ask your reseller's admin.",
  },
  "not-found": {
    de: () => "Das gibt es nicht oder nicht mehr.",
    en: () => "This does not exist, or no longer.",
  },
  "body-too-large": {
    de: (p) => `Die Anfrage ist zu groß. Erlaubt sind höchstens ${number(Number(p.kibibytes), "de")} KiB.`,
    en: (p) => `The request is too large. At most ${number(Number(p.kibibytes), "en")} KiB are allowed.`,
  },
  "body-malformed": {
    de: () => "Die Anfrage ist nicht lesbar. Erwartet wird gültiges JSON oder ein Formular, in UTF-8.",
    en: () => "The request cannot be read. Valid JSON or a form is expected, in UTF-8.",
  },
  "body-type": {
    de: () => "Erwartet wird application/json oder application/x-www-form-urlencoded.",
    en: () => "Expected is application/json or application/x-www-form-urlencoded.",
  },
  "body-not-json": {
    de: () => "Erwartet wird application/json.",
    en: () => "Expected is application/json.",
  },
  "body-no-file": {
    de: (p) =>
      `Erwartet wird eine Datei als Inhalt der Anfrage (${p.types}) oder im Feld file eines Formulars (multipart/form-data).`,
    en: (p) => `Expected is a file as the body (${p.types}), or in the field file of a form (multipart/form-data).`,
  },
  "api-key-needed": {
    de: () =>
      "Die Anfrage braucht einen gültigen API-Schlüssel: Authorization: Bearer lk_…. Schlüssel erstellt die Verwaltung unter API-Schlüssel.",
    en: () => "The request needs a working API key: Authorization: Bearer lk_…. An admin creates keys under API keys.",
  },
  "api-scope-needed": {
    de: (p) => `Dieser Schlüssel darf das nicht. Er bräuchte das Recht „${p.scope}“.`,
    en: (p) => `This key may not do this. It would need the scope "${p.scope}".`,
  },
  "requests-too-fast": {
    de: (p) => `Zu viele Anfragen. In ${p.seconds} s geht es weiter.`,
    en: (p) => `Too many requests. Go on in ${p.seconds} s.`,
  },
  "request-invalid": {
    de: () => "Felder der Anfrage stimmen nicht; errors nennt jedes und was richtig wäre.",
    en: () => "Fields of the request are wrong; errors names each and what would be right.",
  },
  "request-refused": {
    de: () => "Die Regeln lassen das nicht zu; errors nennt jedes Feld und was richtig wäre.",
    en: () => "The rules do not allow this; errors names each field and what would be right.",
  },
  "version-changed": {
    de: () =>
      "Jemand hat es inzwischen geändert. differences zeigt, was gespeichert ist; lesen Sie neu und senden Sie die neue version.",
    en: () =>
      "Somebody has changed it meanwhile. differences shows what is stored; read again and send the new version.",
  },
  "idempotency-key-malformed": {
    de: () => "Ein Idempotency-Key hat 1 bis 255 sichtbare ASCII-Zeichen.",
    en: () => "An Idempotency-Key has 1 to 255 visible ASCII characters.",
  },
  "idempotency-key-used": {
    de: () => "Dieser Idempotency-Key gehört zu einer anderen Anfrage. Nehmen Sie für eine neue Anfrage einen neuen.",
    en: () => "This Idempotency-Key belongs to another request. Take a new one for a new request.",
  },
  "catching-up": {
    de: () => "Der Bestand wird gerade auf den heutigen Tag gebracht. Bitte fragen Sie gleich noch einmal.",
    en: () => "The stock is being brought up to today's date. Please ask again in a moment.",
  },
  "field-not-text": {
    de: () => "Der Text enthält Zeichen, die keine sind (NUL oder halbe Unicode-Zeichen).",
    en: () => "The text holds signs that are none (NUL, or halves of Unicode signs).",
  },
  "field-limit": {
    de: () => "Möglich ist eine ganze Zahl von 1 bis 200.",
    en: () => "Possible is a whole number from 1 to 200.",
  },
  "field-months": {
    de: () => "Möglich ist eine ganze Zahl von 1 bis 600.",
    en: () => "Possible is a whole number from 1 to 600.",
  },
  "field-not-a-month": {
    de: () => "Kein Monat. Richtig wäre zum Beispiel 2027-01.",
    en: () => "No month. Right would be 2027-01, for example.",
  },
  "requests-too-many": {
    de: (p) =>
      `Höchstens ${number(Number(p.maximum), "de")} Anfragen auf einmal, hier sind es ${number(Number(p.count), "de")}.`,
    en: (p) =>
      `At most ${number(Number(p.maximum), "en")} requests at once; here are ${number(Number(p.count), "en")}.`,
  },
  "fields-invalid": {
    de: () => "So kann das nicht gespeichert werden. Bitte prüfen Sie die genannten Felder.",
    en: () => "This cannot be saved as it is. Please check the fields named.",
  },
  "internal-fault": {
    de: (p) =>
      `Das hat durch einen Fehler im Portal nicht geklappt. Bitte nennen Sie dem Betreiber die Nummer ${p.requestId}.`,
    en: (p) => `This failed because of a fault in the portal. Please give the operator the number ${p.requestId}.`,
  },
  "database-away": {
    de: () => "Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.",
    en: () => "The database does not answer at the moment. Please try again in a minute.",
  },
  "field-missing": {
    de: () => "Diese Angabe fehlt.",
    en: () => "This is missing.",
  },
  "field-wrong-type": {
    de: (p) => `Hier wird ${typeText(p.expected, "de")} erwartet.`,
    en: (p) => `Expected here is ${typeText(p.expected, "en")}.`,
  },
  "field-not-known": {
    de: (p) => `Das Feld „${p.name}“ gibt es hier nicht.`,
    en: (p) => `There is no field "${p.name}" here.`,
  },
  "field-too-short": {
    de: (p) => `Bitte geben Sie mindestens ${number(Number(p.minimum), "de")} Zeichen oder Einträge an.`,
    en: (p) => `Please give at least ${number(Number(p.minimum), "en")} characters or entries.`,
  },
  "field-too-long": {
    de: (p) => `Erlaubt sind höchstens ${number(Number(p.maximum), "de")} Zeichen oder Einträge.`,
    en: (p) => `At most ${number(Number(p.maximum), "en")} characters or entries are allowed.`,
  },
  "field-too-small": {
    de: (p) => `Die kleinste erlaubte Zahl ist ${number(Number(p.minimum), "de")}.`,
    en: (p) => `The smallest allowed number is ${number(Number(p.minimum), "en")}.`,
  },
  "field-too-large": {
    de: (p) => `Die größte erlaubte Zahl ist ${number(Number(p.maximum), "de")}.`,
    en: (p) => `The largest allowed number is ${number(Number(p.maximum), "en")}.`,
  },
  "field-not-a-choice": {
    de: (p) => (p.choices ? `Möglich sind: ${p.choices}.` : "Diese Auswahl gibt es nicht."),
    en: (p) => (p.choices ? `Possible are: ${p.choices}.` : "There is no such choice."),
  },
  "field-not-an-id": {
    de: () => "Erwartet wird eine Kennung (UUID).",
    en: () => "Expected is an id (UUID).",
  },
  "field-not-a-day": {
    de: () => "Erwartet wird ein Tag wie 31.12.2026.",
    en: () => "Expected is a day such as 31.12.2026.",
  },
  "field-not-an-email": {
    de: () => "Erwartet wird genau eine E-Mail-Adresse wie name@firma.de, ohne Umlaute und Leerzeichen.",
    en: () => "Expected is exactly one e-mail address such as name@company.com, in plain letters and without blanks.",
  },
  "field-wrong": {
    de: () => "Diese Angabe passt hier nicht.",
    en: () => "This does not fit here.",
  },
};
