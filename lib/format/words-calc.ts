import { number } from "./money";
import { counted, type Words } from "./wording";

/** What is wrong with a request, and what would be right. */
export const wordsCalc: Words = {
  "request-not-an-object": {
    de: () => 'Eine Anfrage ist ein JSON-Objekt mit dem Feld „op“, zum Beispiel {"op": "terms", …}.',
    en: () => 'A request is a JSON object with the field "op", for example {"op": "terms", …}.',
  },
  "request-not-json": {
    de: () => "Diese Zeile ist kein gültiges JSON. Erwartet wird je Zeile genau ein JSON-Objekt.",
    en: () => "This line is no valid JSON. Each line must hold exactly one JSON object.",
  },
  "request-not-utf8": {
    de: () => "Diese Zeile ist nicht in UTF-8 geschrieben. Bitte senden Sie die Anfragen als UTF-8.",
    en: () => "This line is not written in UTF-8. Please send requests as UTF-8.",
  },
  "request-too-long": {
    de: (p) =>
      `Diese Zeile ist zu lang. Eine Anfrage darf höchstens ${number(Number(p.mebibytes), "de")} MiB groß sein.`,
    en: (p) => `This line is too long. A request may hold at most ${number(Number(p.mebibytes), "en")} MiB.`,
  },
  "request-too-deep": {
    de: () => "Die „id“ ist zu tief verschachtelt, um sie zu wiederholen. Bitte wählen Sie eine einfachere „id“.",
    en: () => 'The "id" is nested too deeply to be repeated. Please choose a simpler "id".',
  },
  "op-unknown": {
    de: (p) =>
      `${p.op === "" ? "Das Feld „op“ fehlt." : `Die Rechenart „${p.op}“ gibt es nicht.`} Möglich sind: ${p.allowed}.`,
    en: (p) =>
      `${p.op === "" ? 'The field "op" is missing.' : `There is no operation "${p.op}".`} Possible are: ${p.allowed}.`,
  },
  "unknown-field": {
    de: (p) => `Das Feld „${p.field}“ gibt es hier nicht. Erlaubt sind: ${p.allowed}.`,
    en: (p) => `There is no field "${p.field}" here. Allowed are: ${p.allowed}.`,
  },
  "missing-field": {
    de: (p) => `Das Feld „${p.field}“ fehlt. Bitte geben Sie es an.`,
    en: (p) => `The field "${p.field}" is missing. Please give it.`,
  },
  "not-text": {
    de: (p) => `Das Feld „${p.field}“ muss ein Text in Anführungszeichen sein.`,
    en: (p) => `The field "${p.field}" must be a text in quotation marks.`,
  },
  "not-a-choice": {
    de: (p) => `„${p.value}“ ist für „${p.field}“ nicht möglich. Möglich sind: ${p.choices}.`,
    en: (p) => `"${p.value}" is not possible for "${p.field}". Possible are: ${p.choices}.`,
  },
  "not-whole": {
    de: (p) =>
      `Das Feld „${p.field}“ muss eine ganze Zahl von ${number(Number(p.least), "de")} bis ${number(Number(p.most), "de")} sein, nicht „${p.value}“.`,
    en: (p) =>
      `The field "${p.field}" must be a whole number from ${number(Number(p.least), "en")} to ${number(Number(p.most), "en")}, not "${p.value}".`,
  },
  "not-a-flag": {
    de: (p) => `Das Feld „${p.field}“ muss true oder false sein.`,
    en: (p) => `The field "${p.field}" must be true or false.`,
  },
  "not-a-day": {
    de: (p) =>
      `„${p.value}“ ist für „${p.field}“ kein gültiger Tag. Erwartet wird ein Kalendertag als JJJJ-MM-TT von 1990-01-01 bis 2199-12-31.`,
    en: (p) =>
      `"${p.value}" is no valid day for "${p.field}". Expected is a calendar day as YYYY-MM-DD from 1990-01-01 to 2199-12-31.`,
  },
  "not-a-month": {
    de: (p) => `„${p.value}“ ist für „${p.field}“ kein gültiger Monat. Erwartet wird JJJJ-MM von 1990-01 bis 2199-12.`,
    en: (p) => `"${p.value}" is no valid month for "${p.field}". Expected is YYYY-MM from 1990-01 to 2199-12.`,
  },
  "not-a-list": {
    de: (p) => `Das Feld „${p.field}“ muss eine Liste in eckigen Klammern sein.`,
    en: (p) => `The field "${p.field}" must be a list in square brackets.`,
  },
  "list-length": {
    de: (p) =>
      `Die Liste „${p.field}“ muss ${number(Number(p.least), "de")} bis ${counted(p.most, "Eintrag", "Einträge", "de")} haben.`,
    en: (p) =>
      `The list "${p.field}" must have ${number(Number(p.least), "en")} to ${counted(p.most, "entry", "entries", "en")}.`,
  },
  "not-an-object": {
    de: (p) => `„${p.field}“ muss ein JSON-Objekt in geschweiften Klammern sein.`,
    en: (p) => `"${p.field}" must be a JSON object in braces.`,
  },
  "amount-too-large": {
    de: () => "Der Betrag ist zu groß, um ihn auf den Cent genau anzugeben. Bitte teilen Sie die Anfrage auf.",
    en: () => "The amount is too large to be stated to the cent. Please split the request.",
  },
  "program-fault": {
    de: () =>
      "Diese Anfrage konnte wegen eines Fehlers im Programm nicht beantwortet werden. Bitte melden Sie sie dem Betreiber.",
    en: () => "This request could not be answered because of a fault in the program. Please report it to the operator.",
  },
};
