import type { HolidayName, Land } from "@/lib/domain/holidays";

type InWords = Readonly<Record<"de" | "en", string>>;

/** Public holidays as people call them. */
export const holidayNames: Readonly<Record<HolidayName, InWords>> = {
  "new-year": { de: "Neujahr", en: "New Year's Day" },
  epiphany: { de: "Heilige Drei Könige", en: "Epiphany" },
  "womens-day": { de: "Internationaler Frauentag", en: "International Women's Day" },
  "good-friday": { de: "Karfreitag", en: "Good Friday" },
  "easter-sunday": { de: "Ostersonntag", en: "Easter Sunday" },
  "easter-monday": { de: "Ostermontag", en: "Easter Monday" },
  "labour-day": { de: "Tag der Arbeit", en: "Labour Day" },
  "liberation-day": { de: "80. Jahrestag der Befreiung", en: "80th anniversary of the liberation" },
  "ascension-day": { de: "Christi Himmelfahrt", en: "Ascension Day" },
  "whit-sunday": { de: "Pfingstsonntag", en: "Whit Sunday" },
  "whit-monday": { de: "Pfingstmontag", en: "Whit Monday" },
  "corpus-christi": { de: "Fronleichnam", en: "Corpus Christi" },
  "uprising-day": { de: "75. Jahrestag des 17. Juni 1953", en: "75th anniversary of 17 June 1953" },
  "assumption-day": { de: "Mariä Himmelfahrt", en: "Assumption Day" },
  "childrens-day": { de: "Weltkindertag", en: "World Children's Day" },
  "german-unity-day": { de: "Tag der Deutschen Einheit", en: "Day of German Unity" },
  "reformation-day": { de: "Reformationstag", en: "Reformation Day" },
  "all-saints-day": { de: "Allerheiligen", en: "All Saints' Day" },
  "repentance-day": { de: "Buß- und Bettag", en: "Day of Repentance and Prayer" },
  "christmas-day": { de: "1. Weihnachtstag", en: "Christmas Day" },
  "second-christmas-day": { de: "2. Weihnachtstag", en: "Second Day of Christmas" },
};

/** The Laender by their codes; their German names in both languages, as on letters. */
export const landNames: Readonly<Record<Land, string>> = {
  "DE-BB": "Brandenburg",
  "DE-BE": "Berlin",
  "DE-BW": "Baden-Württemberg",
  "DE-BY": "Bayern",
  "DE-HB": "Bremen",
  "DE-HE": "Hessen",
  "DE-HH": "Hamburg",
  "DE-MV": "Mecklenburg-Vorpommern",
  "DE-NI": "Niedersachsen",
  "DE-NW": "Nordrhein-Westfalen",
  "DE-RP": "Rheinland-Pfalz",
  "DE-SH": "Schleswig-Holstein",
  "DE-SL": "Saarland",
  "DE-SN": "Sachsen",
  "DE-ST": "Sachsen-Anhalt",
  "DE-TH": "Thüringen",
};
