import { counted, type Words } from "./wording";

/** What stops an import as a whole. */
export const wordsImports: Words = {
  "import-confined": {
    de: () =>
      "Sie betreuen nur bestimmte Kunden. Einlesen darf, wer alle Kunden sieht; wenden Sie sich an die Verwaltung Ihres Händlers.",
    en: () =>
      "You look after certain customers only. Reading in is for those who see all of them; please ask your reseller's admin.",
  },
  "import-not-ready": {
    de: () =>
      "Das geht gerade nicht: Die Datei wird schon bearbeitet oder ist schon eingelesen. Bitte laden Sie die Seite neu.",
    en: () => "This is not possible now: the file is being worked on, or has been read in. Please reload the page.",
  },
  "import-file-gone": {
    de: () => "Die Datei liegt nicht mehr vor. Bitte laden Sie sie noch einmal hoch.",
    en: () => "The file is no longer here. Please upload it again.",
  },
  "import-failed": {
    de: () => "Das hat nicht geklappt, und nichts wurde geändert. Bitte versuchen Sie es noch einmal.",
    en: () => "This did not work, and nothing was changed. Please try again.",
  },
  "import-changed-meanwhile": {
    de: () =>
      "Seit der Prüfung hat sich der Bestand geändert. Nichts wurde eingelesen; bitte prüfen Sie die Datei noch einmal.",
    en: () => "The stock has changed since the check. Nothing was read in; please check the file again.",
  },
  "import-has-rejected": {
    de: (p) =>
      `${counted(p.count, "Zeile kann", "Zeilen können", "de")} nicht eingelesen werden. Bessern Sie sie aus, oder lesen Sie die übrigen ohne sie ein.`,
    en: (p) =>
      `${counted(p.count, "row", "rows", "en")} cannot be read in. Mend them, or read the others in without them.`,
  },
  "import-nothing-to-do": {
    de: () => "In der Datei steht nichts, was nicht schon im Bestand ist.",
    en: () => "The file holds nothing that is not in the stock already.",
  },
  "import-built-on": {
    de: (p) =>
      `Auf diesem Import baut schon etwas auf (${counted(p.count, "Eintrag", "Einträge", "de")}). Er kann nicht mehr im Ganzen zurückgenommen werden; berichtigen Sie einzeln.`,
    en: (p) =>
      `Something was built on this import (${counted(p.count, "entry", "entries", "en")}). It can no longer be taken back as a whole; please correct things one by one.`,
  },
  "database-busy": {
    de: () =>
      "Gerade wird viel auf einmal geändert, zum Beispiel eingelesen. Bitte versuchen Sie es in einem Moment noch einmal.",
    en: () => "Much is being changed at once just now, by an import for example. Please try again in a moment.",
  },
};
