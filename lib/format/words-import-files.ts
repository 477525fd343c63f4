import { counted, type Words } from "./wording";

/** Why a file as a whole is not read in. It is never read in part. */
export const wordsImportFiles: Words = {
  "file-missing": {
    de: () => "Bitte wählen Sie eine Datei aus.",
    en: () => "Please choose a file.",
  },
  "file-empty": {
    de: () => "Die Datei ist leer. Bitte speichern Sie die Tabelle noch einmal und wählen Sie die neue Datei.",
    en: () => "The file is empty. Please save the table again and choose the new file.",
  },
  "file-incomplete": {
    de: () =>
      "Die Datei ist nicht vollständig angekommen. Nichts wurde eingelesen; bitte laden Sie sie noch einmal hoch.",
    en: () => "The file did not arrive whole. Nothing was read in; please upload it again.",
  },
  "file-too-large": {
    de: (p) => `Die Datei ist größer als ${p.mebibytes} MB. Bitte teilen Sie sie auf.`,
    en: (p) => `The file is larger than ${p.mebibytes} MB. Please split it.`,
  },
  "file-unpacks-too-large": {
    de: (p) =>
      `Die Arbeitsmappe wird beim Auspacken größer als ${p.mebibytes} MB. Bitte speichern Sie nur die Tabelle, als CSV.`,
    en: (p) => `The workbook grows beyond ${p.mebibytes} MB when unpacked. Please save the table alone, as CSV.`,
  },
  "file-no-text": {
    de: () =>
      "Die Datei ist weder eine Textdatei noch eine Excel-Arbeitsmappe. Bitte speichern Sie die Tabelle als CSV oder XLSX.",
    en: () => "The file is neither text nor an Excel workbook. Please save the table as CSV or XLSX.",
  },
  "file-cut-off": {
    de: () => "Die Datei bricht mitten in einem Zeichen ab. Bitte speichern Sie sie noch einmal.",
    en: () => "The file breaks off in the middle of a sign. Please save it again.",
  },
  "file-old-or-encrypted": {
    de: () =>
      "Die Datei ist eine Excel-Mappe mit Kennwort oder im alten Format XLS. Bitte speichern Sie sie ohne Kennwort als XLSX oder CSV.",
    en: () =>
      "The file is a workbook with a password or in the old XLS format. Please save it without one as XLSX or CSV.",
  },
  "file-encrypted": {
    de: () => "Die Datei ist verschlüsselt. Bitte speichern Sie sie ohne Kennwort.",
    en: () => "The file is encrypted. Please save it without a password.",
  },
  "file-is-pdf": {
    de: () => "Die Datei ist ein PDF. Eingelesen werden Tabellen: CSV oder XLSX.",
    en: () => "The file is a PDF. What can be read in is a table: CSV or XLSX.",
  },
  "file-is-html": {
    de: () =>
      "Die Datei ist eine Webseite, auch wenn sie anders heißt. Bitte speichern Sie die Tabelle als CSV oder XLSX.",
    en: () => "The file is a web page, whatever its name. Please save the table as CSV or XLSX.",
  },
  "file-packed": {
    de: () => "Die Datei ist gepackt. Bitte packen Sie sie aus und wählen Sie die Tabelle darin.",
    en: () => "The file is packed. Please unpack it and choose the table inside.",
  },
  "file-broken": {
    de: () =>
      "Die Arbeitsmappe ist beschädigt oder unvollständig. Bitte öffnen Sie sie in Excel und speichern Sie sie neu.",
    en: () => "The workbook is damaged or incomplete. Please open it in Excel and save it again.",
  },
  "file-bomb": {
    de: () => "Die Arbeitsmappe gibt ihre Größe falsch an und wird deshalb nicht geöffnet.",
    en: () => "The workbook lies about its size and is therefore not opened.",
  },
  "file-entities": {
    de: () => "Die Arbeitsmappe verweist auf fremde Inhalte, wie es Excel nie tut, und wird deshalb nicht geöffnet.",
    en: () => "The workbook refers to outside content in a way that Excel never does, and is therefore not opened.",
  },
  "file-too-many-columns": {
    de: (p) => `Die Tabelle hat mehr als ${p.most} Spalten. Bitte löschen Sie, was nicht gebraucht wird.`,
    en: (p) => `The table has more than ${p.most} columns. Please delete those that are not needed.`,
  },
  "file-too-many-rows": {
    de: (p) => `Die Tabelle hat mehr als ${counted(p.most, "Zeile", "Zeilen", "de")}. Bitte teilen Sie sie auf.`,
    en: (p) => `The table has more than ${counted(p.most, "row", "rows", "en")}. Please split it.`,
  },
  "file-cell-too-long": {
    de: (p) =>
      `In Zeile ${p.line} ist eine Zelle länger als ${counted(p.most, "Zeichen", "Zeichen", "de")}. Bitte kürzen Sie sie.`,
    en: (p) => `A cell in line ${p.line} is longer than ${counted(p.most, "sign", "signs", "en")}. Please shorten it.`,
  },
  "file-line-too-long": {
    de: (p) =>
      `Zeile ${p.line} ist zu lang für eine Tabelle. Fehlt dort ein Anführungszeichen, oder ist es die falsche Datei?`,
    en: (p) => `Line ${p.line} is too long for a table. Is a quotation mark missing there, or is it the wrong file?`,
  },
  "file-quote-open": {
    de: (p) =>
      `Ab Zeile ${p.line} fehlt ein schließendes Anführungszeichen; der Rest der Datei wäre eine einzige Zelle. Bitte ergänzen Sie es.`,
    en: (p) =>
      `From line ${p.line} a closing quotation mark is missing; the rest of the file would be a single cell. Please add it.`,
  },
  "file-quote-wrong": {
    de: (p) =>
      `In Zeile ${p.line} steht hinter einem schließenden Anführungszeichen noch Text. Bitte verdoppeln Sie Anführungszeichen innerhalb einer Zelle.`,
    en: (p) => `In line ${p.line} text follows a closing quotation mark. Please double quotation marks inside a cell.`,
  },
  "file-no-header": {
    de: () =>
      "In den ersten Zeilen wurde keine Kopfzeile erkannt. Erwartet werden Spaltennamen wie Kundennummer, Hersteller, Artikel, Beginn.",
    en: () =>
      "No header was recognised in the first lines. Names of columns are expected, such as customer_number, vendor, sku, start.",
  },
  "file-no-rows": {
    de: () => "Unter der Kopfzeile steht keine Zeile. Es gibt nichts einzulesen.",
    en: () => "There is no row below the header. There is nothing to read in.",
  },
  "mapping-field-twice": {
    de: (p) => `Zwei Spalten stehen für dasselbe (${p.field}). Bitte wählen Sie, welche gelten soll.`,
    en: (p) => `Two columns stand for the same thing (${p.field}). Please choose which one holds.`,
  },
  "mapping-field-missing": {
    de: (p) => `Keine Spalte ist als ${p.field} gewählt. Ohne sie kann keine Zeile eingelesen werden.`,
    en: (p) => `No column is chosen as ${p.field}. Without it no row can be read in.`,
  },
  "mapping-wrong": {
    de: () => "Die Zuordnung passt nicht zu den Spalten der Datei. Bitte laden Sie die Seite neu.",
    en: () => "The mapping does not fit the file's columns. Please reload the page.",
  },
};
