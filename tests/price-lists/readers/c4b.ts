import { literal, type Paper, type PaperReader, type PrintedRow } from "./paper";

const document = "c4b";

export const c4b: PaperReader = {
  document,
  isIts: (text) => text.includes("XPHONE CONNECT 8"),
  rows: (paper) => {
    const articles = articlesOf(paper);
    return [
      ...articles.map(({ article, number }) => row("Artikelnummern", article, "Art-Nr.", number)),
      ...articles.flatMap(({ article, body }) => found("Mengen und Grenzen", article, body, counts)),
      ...articles.flatMap(({ article, body }) => found("Prozentsätze", article, body, percentages)),
    ];
  },
  elsewhere: [],
};

type Patterns = readonly (readonly [pattern: RegExp, ...columns: string[]])[];

/** Each group of a pattern is a figure of the column that stands in its place. */
const counts: Patterns = [
  [/Inkl\. (\d+) XPhone Connect 8 – OFFICE User/, "Inkl. OFFICE User"],
  [/Anbindung von (maximal \d+) Datenquellen \((keine) LDAP-Datenquellen\)/, "Datenquellen", "LDAP-Datenquellen"],
  [
    /Maximale Anzahl: (\d+) XPhone Connect 8 – OFFICE User und (\d+) XPhone Connect 8 – TAPI Lines/,
    "OFFICE User",
    "TAPI Lines",
  ],
  [/standardmäßig (\d+) Datenquellen/, "Datenquellen"],
  [/1 Lizenz schaltet (\d+) Auto Attendant Kanäle frei/, "Auto Attendant Kanäle"],
  [/(Min\. \d+) XPhone Connect 8 – IP-CHANNELS/, "IP-CHANNELS"],
  [/(Min\. \d+) XPhone Connect 8 – IP-CHANNEL(?!S)/, "IP-CHANNEL"],
  [/Nutzung (\d+) zusätzlicher Datenquellen/, "Datenquellen"],
  [/1 Lizenz schaltet (\d+) IP-Channel frei/, "IP-Channel"],
  [/Pro (\d+) Benutzer 1 IP-Channel/, "Benutzer je IP-Channel"],
  [
    /(Min\. \d+) IP-Kanäle bei Nutzung von Voicemail- oder Auto Attendant-Diensten/,
    "IP-Kanäle bei Voicemail oder Auto Attendant",
  ],
  [/SMART SERVER \((max\. \d+) User\)/, "User auf SMART SERVER"],
  [/SMART SERVER \((max\. \d+) TAPI-Lines\)/, "TAPI-Lines auf SMART SERVER"],
  [/spätestens jedoch (\d+ Monate) nach C4B-Rechnungsstellung/, "Beginn spätestens nach Rechnung"],
  [/\(Restlaufzeit (≤ ?\d+ Monate)\)/, "Restlaufzeit"],
  [/Restlaufzeit in Monaten\/(\d+ Monate)/, "Preisberechnung"],
];

const percentages: Patterns = [
  [/Der Preis beträgt (\d+%) pro Jahr/, "pro Jahr"],
  [/\((\d+%) gesamt\)/, "gesamt"],
  [/Der Preis beträgt (\d+%) vom Lizenzpreis/, "Preis"],
];

function found(table: string, article: string, body: string, patterns: Patterns): PrintedRow[] {
  return patterns.flatMap(([pattern, ...columns]) => {
    const groups = pattern.exec(body)?.slice(1) ?? [];
    return groups.map((text, index) => row(table, article, columns[index] ?? "", text));
  });
}

/** An article is a heading with "Art-Nr.:" below it, and reaches to the next such heading. */
function articlesOf(paper: Paper): { article: string; number: string; body: string }[] {
  const { lines } = paper;
  const numberLines = lines.flatMap((line, index) => (line.startsWith("Art-Nr.:") ? [index] : []));
  const headings = numberLines.map((at) =>
    lines.findLastIndex((line, index) => index < at && line.startsWith("XPhone ")),
  );
  return numberLines.map((at, index) => ({
    article: literal(lines[headings[index] as number] ?? ""),
    number: literal((lines[at] ?? "").slice("Art-Nr.:".length)),
    body: lines.slice(at, headings[index + 1]).join("\n"),
  }));
}

function row(table: string, article: string, column: string, text: string): PrintedRow {
  return { document, table, article, column, text };
}
