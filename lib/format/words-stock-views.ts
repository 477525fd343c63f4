import { counted, type Words } from "./wording";

/** Named views of Bestand. */
export const wordsStockViews: Words = {
  "view-name-missing": {
    de: () => "Bitte geben Sie der Ansicht einen Namen, unter dem Sie sie wiederfinden.",
    en: () => "Please give the view a name by which you will find it again.",
  },
  "view-name-too-long": {
    de: (p) => `Der Name ist zu lang. Erlaubt sind höchstens ${counted(p.most, "Zeichen", "Zeichen", "de")}.`,
    en: (p) => `The name is too long. At most ${counted(p.most, "character", "characters", "en")} are allowed.`,
  },
  "view-name-taken": {
    de: () =>
      "Eine Ansicht mit diesem Namen gibt es schon. Bitte wählen Sie einen anderen, oder löschen Sie erst die alte.",
    en: () => "There is already a view of this name. Please choose another one, or delete the old one first.",
  },
  "views-too-many": {
    de: (p) =>
      `Sie haben schon ${counted(p.most, "Ansicht", "Ansichten", "de")}. Löschen Sie eine, die Sie nicht mehr brauchen.`,
    en: (p) => `You have ${counted(p.most, "view", "views", "en")} already. Delete one that you no longer need.`,
  },
  "rows-too-many": {
    de: (p) => `Auf einmal gehen höchstens ${counted(p.most, "Zeile", "Zeilen", "de")}. Wählen Sie weniger aus.`,
    en: (p) => `At most ${counted(p.most, "row", "rows", "en")} can be decided at once. Choose fewer.`,
  },
};
