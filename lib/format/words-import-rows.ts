import { amount, counted, day, type Words } from "./wording";

const intervals: Readonly<Record<string, { de: string; en: string }>> = {
  month: { de: "monatlich", en: "monthly" },
  quarter: { de: "vierteljährlich", en: "quarterly" },
  year: { de: "jährlich", en: "yearly" },
};
const listed = (known: unknown, locale: "de" | "en") =>
  String(known)
    .split(", ")
    .map((interval) => intervals[interval]?.[locale] ?? interval)
    .join(", ");

/** What is wrong with one row of a file that is read in, or worth knowing about it. Each says what would be right. */
export const wordsImportRows: Words = {
  "cell-no-day": {
    de: () => "Kein Tag. Richtig wäre zum Beispiel 31.12.2026 oder 2026-12-31.",
    en: () => "No day. Right would be 31.12.2026 or 2026-12-31, for example.",
  },
  "cell-day-outside": {
    de: (p) => `Dieser Tag liegt nicht zwischen ${day(p.from, "de")} und ${day(p.to, "de")}.`,
    en: (p) => `This day does not lie between ${day(p.from, "en")} and ${day(p.to, "en")}.`,
  },
  "cell-no-amount": {
    de: () => "Kein Betrag in Euro. Richtig wäre zum Beispiel 1.234,56 oder 1234.56.",
    en: () => "No amount in euro. Right would be 1.234,56 or 1234.56, for example.",
  },
  "cell-part-of-cent": {
    de: () => "Der Betrag hat mehr als zwei Stellen nach dem Komma. Bitte runden Sie auf ganze Cent.",
    en: () => "The amount has more than two decimal places. Please round it to whole cents.",
  },
  "cell-no-whole": {
    de: (p) => `Keine ganze Zahl von ${p.from} bis ${Number(p.to).toLocaleString("de-DE")}.`,
    en: (p) => `Not a whole number from ${p.from} to ${Number(p.to).toLocaleString("en-GB")}.`,
  },
  "cell-number-inexact": {
    de: () =>
      "Diese Zahl ist zu lang, um genau zu sein: Excel hat ihre letzten Stellen verloren. Bitte schreiben Sie sie als Text.",
    en: () => "This number is too long to be exact: Excel has lost its last digits. Please write it as text.",
  },
  "cell-control-signs": {
    de: () => "Die Zelle enthält unsichtbare Steuerzeichen. Bitte schreiben Sie den Text neu.",
    en: () => "The cell holds invisible control signs. Please write the text anew.",
  },
  "cell-too-long": {
    de: (p) => `Der Text ist länger als ${counted(p.most, "Zeichen", "Zeichen", "de")}.`,
    en: (p) => `The text is longer than ${counted(p.most, "sign", "signs", "en")}.`,
  },
  "cell-no-interval": {
    de: () => "Keine bekannte Zahlweise. Richtig wäre monatlich, vierteljährlich oder jährlich.",
    en: () => "No known interval. Right would be month, quarter or year.",
  },
  "cell-no-mode": {
    de: () => "Keine bekannte Bezugsart. Richtig wäre Kauf oder Abo.",
    en: () => "No known mode. Right would be purchase or subscription.",
  },
  "cell-no-price-kind": {
    de: () => "Keine bekannte Art von Preis. Richtig wäre Listenpreis, Einkaufspreis oder Kundenpreis.",
    en: () => "No known kind of price. Right would be list, purchase or customer.",
  },
  "cell-no-charge": {
    de: () => "Nicht zu erkennen, wie der Preis anfällt. Richtig wäre einmalig, monatlich oder jährlich.",
    en: () => "How the price falls due cannot be told. Right would be once, monthly or yearly.",
  },
  "row-slot-unknown": {
    de: (p) =>
      `Der Artikel hat dort keinen Preis, an dessen Stelle ein eigener treten könnte. Möglich ist: ${p.choices}.`,
    en: (p) => `The article has no price there that one of your own could replace. Possible are: ${p.choices}.`,
  },
  "row-price-on-day": {
    de: (p) =>
      `Ab diesem Tag steht schon ein anderer Preis da: ${amount(p.cents, "de")}. Nehmen Sie ihn zuerst zurück, oder wählen Sie einen anderen ersten Tag.`,
    en: (p) =>
      `From this day on there is another price already: ${amount(p.cents, "en")}. Withdraw it first, or choose another first day.`,
  },
  "cell-no-release": {
    de: () => "Keine Version. Richtig wäre eine Zahl, zum Beispiel 8.",
    en: () => "No release. Right would be a number, for example 8.",
  },
  "row-cut-off": {
    de: () => "Die Datei endet mitten in dieser Zeile. Bitte prüfen Sie, ob sie vollständig ist.",
    en: () => "The file ends in the middle of this row. Please check whether it is complete.",
  },
  "row-too-long": {
    de: (p) =>
      `Die Zeile hat mehr Zellen als die Kopfzeile (${p.columns}). Meist fehlen Anführungszeichen um einen Text, der das Trennzeichen enthält.`,
    en: (p) =>
      `The row has more cells than the header (${p.columns}). Mostly, quotation marks are missing around a text that holds the separator.`,
  },
  "row-field-needed": {
    de: () => "Hier fehlt ein Wert, ohne den die Zeile nicht eingelesen werden kann.",
    en: () => "A value is missing here without which the row cannot be read in.",
  },
  "row-field-of-no-use": {
    de: () => "Für diesen Artikel hat die Angabe keine Bedeutung; sie wird nicht übernommen.",
    en: () => "For this article the value means nothing; it is not taken over.",
  },
  "row-vendor-unknown": {
    de: (p) => `Diesen Hersteller kennt das Portal nicht. Bekannt sind ${p.choices}.`,
    en: (p) => `The portal does not know this vendor. Known are ${p.choices}.`,
  },
  "row-article-unknown": {
    de: (p) =>
      `Diesen Artikel kennt keine Preisliste von ${p.product}. Bitte schreiben Sie die Artikelnummer der Preisliste.`,
    en: (p) => `No price list of ${p.product} knows this article. Please write the price list's article number.`,
  },
  "row-system-unnamed": {
    de: (p) => `Die Anlage hat keinen Namen; sie wird als „${p.product}“ geführt.`,
    en: (p) => `The system has no name; it is kept as "${p.product}".`,
  },
  "row-quantity-is-one": {
    de: () => "Davon gibt es je Anlage nur einen; die Menge muss 1 sein.",
    en: () => "There is but one of it for each system; the quantity must be 1.",
  },
  "row-not-for-sale": {
    de: () => "Diesen Artikel gibt es nicht zu kaufen, nur im Abo.",
    en: () => "This article cannot be bought, only subscribed to.",
  },
  "row-not-for-rent": {
    de: () => "Diesen Artikel gibt es nicht im Abo, nur zu kaufen.",
    en: () => "This article cannot be subscribed to, only bought.",
  },
  "row-term-of-purchase": {
    de: () => "Ein Kauf hat keine Laufzeit. Bitte leeren Sie die Zelle oder wählen Sie Abo als Bezugsart.",
    en: () => "A purchase has no term. Please empty the cell or choose subscription as the mode.",
  },
  "row-term-not-offered": {
    de: (p) => `Diese Laufzeit bietet die Preisliste nicht an. Möglich sind ${p.choices} Monate.`,
    en: (p) => `The price list does not offer this term. Possible are ${p.choices} months.`,
  },
  "row-term-by-policy": {
    de: () => "Die Laufzeit dieses Vertrags folgt aus der Preisliste; die Angabe wird nicht übernommen.",
    en: () => "The term of this contract follows from the price list; the value is not taken over.",
  },
  "row-profile-unknown": {
    de: (p) => `Dieses Profil gibt es nicht. Möglich sind ${p.choices}.`,
    en: (p) => `There is no such profile. Possible are ${p.choices}.`,
  },
  "row-not-for-profile": {
    de: () => "Diese Option gibt es für dieses Profil nicht.",
    en: () => "This option is not to be had for this profile.",
  },
  "row-only-for-contracts": {
    de: () => "Das gibt es nur bei Verträgen; diese Zeile ist ein Kauf. Bitte leeren Sie die Zelle.",
    en: () => "This belongs to contracts only; this row is a purchase. Please empty the cell.",
  },
  "row-term-end-of-upkeep-only": {
    de: () =>
      "Ein Laufzeitende wird nur bei Up2Date angegeben; sonst folgt es aus Beginn und Preisliste. Bitte leeren Sie die Zelle.",
    en: () =>
      "An end of term is given for Up2Date only; otherwise it follows from start and price list. Please empty the cell.",
  },
  "row-term-end-before-start": {
    de: (p) => `Das Laufzeitende liegt vor dem Beginn (${day(p.start, "de")}).`,
    en: (p) => `The end of term lies before the start (${day(p.start, "en")}).`,
  },
  "row-bought-later": {
    de: () => "Der Tag der Anschaffung liegt in der Zukunft.",
    en: () => "The day of purchase lies in the future.",
  },
  "row-amount-too-large": {
    de: () => "Menge mal Einzelpreis ergibt mehr, als ein Betrag sein kann.",
    en: () => "Quantity times unit price comes to more than an amount can be.",
  },
  "row-amount-differs": {
    de: (p) =>
      `Der Betrag passt nicht zu ${p.quantity} × ${amount(p.unitCents, "de")} = ${amount(p.totalCents, "de")}; es gilt der Betrag.`,
    en: (p) =>
      `The amount does not fit ${p.quantity} × ${amount(p.unitCents, "en")} = ${amount(p.totalCents, "en")}; the amount holds.`,
  },
  "row-amount-unknown": {
    de: () => "Ein Betrag steht weder in der Datei noch in der Preisliste; er bleibt unbekannt.",
    en: () => "Neither the file nor the price list has an amount; it stays unknown.",
  },
  "row-interval-not-on-paper": {
    de: (p) =>
      `Die Preisliste kennt hier ${listed(p.known, "de")}, die Zeile sagt ${listed(p.interval, "de")}. Sie wird so übernommen.`,
    en: (p) =>
      `The price list knows ${listed(p.known, "en")} here, the row says ${listed(p.interval, "en")}. It is taken over as it is.`,
  },
  "row-notice-after-today": {
    de: () => "Eine Kündigung kann nicht erst in der Zukunft eingegangen sein.",
    en: () => "A notice cannot have been received in the future.",
  },
  "row-notice-to-upkeep": {
    de: () => "Up2Date wird nicht gekündigt, es läuft aus. Bitte leeren Sie die Zelle.",
    en: () => "Up2Date is not given notice, it lapses. Please empty the cell.",
  },
  "row-notice-without-rule": {
    de: () =>
      "Für diesen Vertrag nennt die Preisliste keine Kündigungsfrist. Lesen Sie die Zeile ohne Kündigung ein, hinterlegen Sie die Regel des Vertrags und erfassen Sie die Kündigung dort.",
    en: () =>
      "The price list states no notice for this contract. Read the row in without it, record the contract's own rule, and record the notice there.",
  },
  "row-notice-own-rule": {
    de: () =>
      "Der Vertrag hat eine eigene Regel. Bitte erfassen Sie die Kündigung am Vertrag, damit ihr Ende richtig berechnet wird.",
    en: () =>
      "The contract has a rule of its own. Please record the notice at the contract, so that its end is reckoned right.",
  },
  "row-notice-differs": {
    de: (p) =>
      `Am Vertrag ist schon eine Kündigung erfasst, eingegangen am ${day(p.receivedOn, "de")}. Bitte klären Sie das dort.`,
    en: (p) => `The contract has a notice already, received on ${day(p.receivedOn, "en")}. Please settle this there.`,
  },
  "row-twice": {
    de: (p) =>
      `Diesen Artikel mit diesem Beginn gibt es für die Anlage schon in Zeile ${p.line}. Bitte fassen Sie die Zeilen zusammen.`,
    en: (p) => `Line ${p.line} has this article with this start for the system already. Please join the rows.`,
  },
  "row-customer-unnamed": {
    de: (p) => `Der Kunde ist neu und hat keinen Namen; er wird unter seiner Nummer ${p.number} geführt.`,
    en: (p) => `The customer is new and has no name; it is kept under its number ${p.number}.`,
  },
  "row-customer-differs": {
    de: (p) => `In Zeile ${p.line} heißt dieser Kunde „${p.name}“; dieser Name gilt.`,
    en: (p) => `In line ${p.line} this customer is called "${p.name}"; that name holds.`,
  },
  "row-system-differs": {
    de: (p) => `Zeile ${p.line} sagt über dieselbe Anlage etwas anderes; es gilt die erste Angabe.`,
    en: (p) => `Line ${p.line} says something else about the same system; the first value holds.`,
  },
  "row-key-differs": {
    de: (p) =>
      `Zeile ${p.line} nennt für denselben Artikel derselben Anlage einen anderen Lizenzschlüssel. Bitte klären Sie, welcher gilt.`,
    en: (p) =>
      `Line ${p.line} names another licence key for the same article of the same system. Please settle which one holds.`,
  },
  "row-customer-archived": {
    de: () => "Dieser Kunde ist archiviert. Bitte holen Sie ihn zuerst zurück.",
    en: () => "This customer is archived. Please bring it back first.",
  },
  "row-system-archived": {
    de: () => "Diese Anlage ist archiviert. Bitte holen Sie sie zuerst zurück.",
    en: () => "This system is archived. Please bring it back first.",
  },
  "row-licence-archived": {
    de: () => "Diese Lizenz ist archiviert. Bitte holen Sie sie zuerst zurück.",
    en: () => "This licence is archived. Please bring it back first.",
  },
  "row-contract-archived": {
    de: () => "Dieser Vertrag ist archiviert. Bitte holen Sie ihn zuerst zurück.",
    en: () => "This contract is archived. Please bring it back first.",
  },
};
