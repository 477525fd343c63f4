import { auditFieldName, auditText } from "./history";
import { number } from "./money";
import { day, type Words } from "./wording";

/** What can be wrong with a customer, system, licence or contract that somebody records. */
export const wordsCapture: Words = {
  "customer-field-missing": {
    de: () => "Diese Angabe wird gebraucht.",
    en: () => "This is needed.",
  },
  "customer-field-too-long": {
    de: (p) => `Möglich sind höchstens ${number(Number(p.most), "de")} Zeichen.`,
    en: (p) => `At most ${number(Number(p.most), "en")} characters are possible.`,
  },
  "customer-field-unreadable": {
    de: () => "Der Text enthält Zeichen, die niemand sieht (zum Beispiel Tabulatoren). Bitte schreiben Sie ihn neu.",
    en: () => "The text holds characters that nobody sees (tabs, for example). Please type it anew.",
  },
  "customer-land-unknown": {
    de: (p) => `Dieses Land gibt es nicht. Möglich sind: ${p.choices}.`,
    en: (p) => `There is no such Land. Possible are: ${p.choices}.`,
  },
  "customer-email-wrong": {
    de: () => "Das ist keine E-Mail-Adresse. Richtig wäre zum Beispiel name@firma.de.",
    en: () => "This is no e-mail address. Right would be name@company.com, for example.",
  },
  "customer-tax-id-wrong": {
    de: () =>
      "Eine deutsche USt-IdNr. hat DE und neun Ziffern; eine Steuernummer besteht aus Ziffern und Schrägstrichen.",
    en: () => "A German VAT number has DE and nine digits; a tax number consists of digits and slashes.",
  },
  "customer-clerk-unknown": {
    de: () => "Zuständig sein kann nur, wer hier Verwaltung oder Vertriebsinnendienst ist und nicht deaktiviert wurde.",
    en: () => "Responsible can only be who is an admin or clerk here and has not been deactivated.",
  },
  "customer-deputy-is-clerk": {
    de: () => "Vertretung und Zuständigkeit können nicht dieselbe Person sein.",
    en: () => "The deputy cannot be the responsible person.",
  },
  "customer-number-taken": {
    de: (p) =>
      `Die Kundennummer ${p.number} ist vergeben, vielleicht an einen archivierten Kunden. Wählen Sie eine andere.`,
    en: (p) => `The customer number ${p.number} is taken, perhaps by an archived customer. Choose another.`,
  },
  "customer-changed": {
    de: () =>
      "Jemand hat den Kunden inzwischen geändert. Bitte sehen Sie sich den Unterschied an und speichern Sie erneut.",
    en: () => "Somebody has changed the customer meanwhile. Please look at the difference and save again.",
  },
  "capture-confined": {
    de: () =>
      "Sie sehen nur bestimmte Kunden und können deshalb keinen neuen erfassen. Bitten Sie Ihre Verwaltung darum.",
    en: () => "You see certain customers only and therefore cannot record a new one. Please ask your admin.",
  },
  "capture-is-contract": {
    de: () => "Dieser Artikel wird gemietet. Erfassen Sie ihn als Vertrag.",
    en: () => "This article is rented. Record it as a contract.",
  },
  "capture-is-purchase": {
    de: () => "Dieser Artikel wird einmal gekauft. Erfassen Sie ihn als Lizenz.",
    en: () => "This article is bought once. Record it as a licence.",
  },
  "capture-licence-archived": {
    de: () => "Die Lizenz dieses Artikels ist auf der Anlage archiviert. Stellen Sie sie zuerst wieder her.",
    en: () => "The licence of this article is archived on the system. Restore it first.",
  },
  "capture-key-on-licence": {
    de: () => "Die Lizenz gibt es schon. Ihren Schlüssel tragen Sie bei der Lizenz ein.",
    en: () => "The licence is there already. Enter its key at the licence.",
  },
  "capture-contract-there": {
    de: (p) => `Diesen Vertrag gibt es auf der Anlage schon, mit Beginn am ${day(p.startsOn, "de")}.`,
    en: (p) => `This contract is on the system already, starting on ${day(p.startsOn, "en")}.`,
  },
  "capture-resale-forbidden": {
    de: () =>
      "Dieser Anbieter verbietet den Weiterverkauf: Der Kunde ist sein Vertragspartner, abgerechnet wird vom Anbieter.",
    en: () => "This vendor forbids resale: the customer is its party, and the vendor bills.",
  },
  "system-name-changed": {
    de: () =>
      "Jemand hat die Anlage inzwischen geändert. Bitte sehen Sie sich den Unterschied an und speichern Sie erneut.",
    en: () => "Somebody has changed the system meanwhile. Please look at the difference and save again.",
  },
  "archive-already": {
    de: () => "Das ist schon archiviert.",
    en: () => "This is archived already.",
  },
  "archive-not-there": {
    de: () => "Das ist nicht archiviert; jemand hat es wohl schon wiederhergestellt.",
    en: () => "This is not archived; somebody has probably restored it already.",
  },
  "archive-owner-first": {
    de: () => "Wozu es gehört, ist selbst archiviert. Stellen Sie das zuerst wieder her.",
    en: () => "What it belongs to is archived itself. Restore that first.",
  },
  "document-empty": {
    de: () => "Die Datei ist leer. Bitte wählen Sie das PDF noch einmal.",
    en: () => "The file is empty. Please choose the PDF again.",
  },
  "document-too-large": {
    de: (p) => `Das PDF ist größer als ${p.mebibytes} MB. Bitte speichern Sie es kleiner, zum Beispiel in Graustufen.`,
    en: (p) => `The PDF is larger than ${p.mebibytes} MB. Please save it smaller, in grey for example.`,
  },
  "document-not-pdf": {
    de: () => "Die Datei ist kein PDF. Bitte speichern Sie den Vertrag als PDF.",
    en: () => "The file is no PDF. Please save the contract as a PDF.",
  },
  "correction-after-notice": {
    de: (p) =>
      `Zum ${day(p.endsOn, "de")} ist gekündigt (Zugang am ${day(p.receivedOn, "de")}), und dieses Ende folgt aus dem Beginn. Nehmen Sie zuerst die Kündigung zurück.`,
    en: (p) =>
      `Notice was given to ${day(p.endsOn, "en")} (received on ${day(p.receivedOn, "en")}), and this end follows from the start. Withdraw the notice first.`,
  },
  "correction-start-after-end": {
    de: (p) =>
      `Der Beginn (${day(p.startsOn, "de")}) kann nicht nach dem Laufzeitende (${day(p.endsOn, "de")}) liegen.`,
    en: (p) => `The start (${day(p.startsOn, "en")}) cannot be after the end of the term (${day(p.endsOn, "en")}).`,
  },
  "correction-start-after-position": {
    de: (p) => `Eine Position des Vertrags endete schon am ${day(p.endsOn, "de")}. Der Beginn muss davor liegen.`,
    en: (p) => `A position of the contract ended on ${day(p.endsOn, "en")} already. The start must be before it.`,
  },
  "correction-end-by-rule": {
    de: () => "Das Ende dieses Vertrags folgt aus Beginn, Laufzeit und Regel. Berichtigen Sie diese.",
    en: () => "The end of this contract follows from start, term and rule. Correct those.",
  },
  "position-missing": {
    de: () => "Der Vertrag hat mehrere Positionen. Wählen Sie die, deren Menge sich ändert.",
    en: () => "The contract has several positions. Choose the one whose quantity changes.",
  },
  "position-change-too-early": {
    de: (p) =>
      `Die bisherige Menge gilt seit dem ${day(p.fromOn, "de")}. Die neue kann erst danach gelten; war sie von Anfang an falsch, berichtigen Sie sie.`,
    en: (p) =>
      `The present quantity holds since ${day(p.fromOn, "en")}. The new one can only hold after it; if it was wrong from the beginning, correct it.`,
  },
  "position-change-in-future": {
    de: (p) =>
      `Der ${day(p.fromOn, "de")} liegt in der Zukunft. Bis dahin gelten Menge und Betrag von heute: Erfassen Sie die neue Menge, sobald sie gilt.`,
    en: (p) =>
      `${day(p.fromOn, "en")} is still to come. Until then quantity and amount of today hold: record the new quantity as soon as it holds.`,
  },
  "position-change-after-end": {
    de: (p) => `Der Vertrag endet am ${day(p.endsOn, "de")}. Eine neue Menge kann spätestens an diesem Tag gelten.`,
    en: (p) => `The contract ends on ${day(p.endsOn, "en")}. A new quantity can hold on that day at the latest.`,
  },
  "position-change-lapsing": {
    de: () =>
      "Was von selbst ausläuft, hat keine Menge, die sich ändert. Berichtigen Sie den Vertrag, oder erfassen Sie einen neuen.",
    en: () => "What runs out by itself has no quantity that changes. Correct the contract, or record a new one.",
  },
  "value-differs": {
    de: (p) =>
      `${auditFieldName(p.field, "de")}: Inzwischen gespeichert ist „${auditText(p.field, p.stored, "de")}“, Ihre Eingabe ist „${auditText(p.field, p.wanted, "de")}“.`,
    en: (p) =>
      `${auditFieldName(p.field, "en")}: "${auditText(p.field, p.stored, "en")}" is stored meanwhile, your entry is "${auditText(p.field, p.wanted, "en")}".`,
  },
  "key-too-long": {
    de: (p) => `Ein Lizenzschlüssel hat höchstens ${p.most} Zeichen.`,
    en: (p) => `A licence key has at most ${p.most} characters.`,
  },
  "system-vendor-unknown": {
    de: (p) => `Diesen Anbieter gibt es nicht. Möglich sind: ${p.choices}.`,
    en: (p) => `There is no such vendor. Possible are: ${p.choices}.`,
  },
  "system-name-missing": {
    de: () => "Die Anlage braucht einen Namen, zum Beispiel den Standort.",
    en: () => "The system needs a name, the site for example.",
  },
  "system-name-taken": {
    de: (p) => `Der Kunde hat schon eine Anlage „${p.name}“ dieses Anbieters, vielleicht eine archivierte.`,
    en: (p) => `The customer has a system "${p.name}" of this vendor already, perhaps an archived one.`,
  },
  "api-key-name-missing": {
    de: () => "Geben Sie dem Schlüssel einen Namen, zum Beispiel den des Programms, das ihn benutzt.",
    en: () => "Give the key a name, that of the program that uses it for example.",
  },
  "api-key-name-taken": {
    de: (p) =>
      `Ein gültiger Schlüssel heißt schon „${p.name}“. Wählen Sie einen anderen Namen, oder widerrufen Sie jenen.`,
    en: (p) => `A working key is called "${p.name}" already. Choose another name, or revoke that one.`,
  },
  "api-key-scope-missing": {
    de: () => "Wählen Sie, was der Schlüssel darf: lesen, schreiben oder rechnen.",
    en: () => "Choose what the key may do: read, write or calculate.",
  },
  "api-keys-too-many": {
    de: (p) => `Es gelten schon ${p.most} Schlüssel. Widerrufen Sie zuerst einen, den niemand mehr braucht.`,
    en: (p) => `${p.most} keys work already. Revoke one first that nobody needs any more.`,
  },
};
