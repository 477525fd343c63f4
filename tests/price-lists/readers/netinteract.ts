import { literal, type Paper, type PaperReader, type PrintedRow, plain, priceRows } from "./paper";

const document = "netinteract";
const WORDS = /^(inklusive|auf Anfrage)$/;

export const netinteract: PaperReader = {
  document,
  isIts: (text) => text.includes("bluePBX"),
  rows: (paper) => [
    row("Auftragsformular", "Einrichtungsgebühr", paper.figure(/(\d+ €) Einrichtungsgebühr/)),
    ...listed(
      paper,
      "Preis pro durchwahlfähiger Nebenstelle",
      /^Preis pro durchwahlfähiger Nebenstelle/,
      /^Inklusive:/,
    ),
    ...setup(paper),
    ...flats(paper),
    ...calls(paper),
    ...options(paper),
    ...listed(paper, "Support", /^Support$/, /^Rufnummern$/, () => "Support"),
    ...listed(paper, "Rufnummernzuteilung", /^Rufnummernzuteilung/, /^Bearbeitungspauschalen/),
    ...listed(
      paper,
      "Bearbeitungspauschalen für Portierungen",
      /^Bearbeitungspauschalen/,
      /^Support & sonstige/,
      besideExamples,
    ),
    ...services(paper),
    row("AGB", "6.3 Rechnung in Papierform", paper.figure(/^- 6\.3 .*Papierform.*?(EUR \d+,\d+)/)),
    row("AGB", "6.7 Rückgabe einer Lastschrift", paper.figure(/^- 6\.7 .*Lastschrift.*?(€ \d+,\d+)/)),
  ],
  elsewhere: [
    { figure: "99,9%", times: 1, where: "Leistungsbeschreibung, Verfügbarkeit" },
    { figure: "99%", times: 1, where: "Leistungsbeschreibung, Verfügbarkeit" },
    { figure: "089,030", times: 1, where: "Auftragsformular, Beispiele für Ortsnetzkennzahlen" },
  ],
};

function row(table: string, article: string, text: string, column = "Preis"): PrintedRow {
  return { document, table, article, column, text: literal(text) };
}

/** "8,50 mtl.", "4,90", "129,-", and a line "je NS" that goes on with the price above it. */
const PRICE_LINE = /^\d+,(?:\d+|-)(?: mtl\.)?$/;

/**
 * A part of the list that is set as lines: names and prices in turn. `nameOf` picks the name from the lines between two prices; without
 * it the last line before the price is the name.
 */
function listed(paper: Paper, table: string, from: RegExp, to: RegExp, nameOf = lastLine): PrintedRow[] {
  const lines = paper
    .between(from, to)
    .map(literal)
    .filter((line) => line !== "");
  const rows: PrintedRow[] = [];
  let names: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (PRICE_LINE.test(line) || WORDS.test(line)) {
      const text = lines[index + 1] === "je NS" ? `${line} je NS` : line;
      rows.push(row(table, nameOf(names), text));
      names = [];
    } else if (line !== "je NS") names.push(line);
  }
  return rows;
}

function lastLine(names: readonly string[]): string {
  return plain(names.at(-1) ?? "");
}

function firstLine(names: readonly string[]): string {
  return plain(names[0] ?? "");
}

/** A line of examples ("z.B. 0800, 0180-5") may stand between a name and its price. */
function besideExamples(names: readonly string[]): string {
  return lastLine(names.filter((name) => !name.startsWith("z.B.")));
}

/** Two headings with their texts, and only at the end of the block, in the same order, what the two cost. */
function setup(paper: Paper): PrintedRow[] {
  const numbers = "Rufnummern Neuzuteilung oder Portierung";
  const fee = "Einrichtungsgebühr, einmalig";
  const lines = paper
    .between(new RegExp(`^${numbers}$`), /^Flatrates$/)
    .map(literal)
    .filter((line) => line !== "");
  const [included = "", price = ""] = lines.filter((line) => PRICE_LINE.test(line) || WORDS.test(line));
  return [row(numbers, lines[0] ?? "", included), row(fee, fee, price)];
}

function flats(paper: Paper): PrintedRow[] {
  return priceRows(document, "Flatrates", paper.tableAfter(/^Flatrates$/).slice(1)).map((each) => ({
    ...each,
    article: each.article.replace(/^(.* Flat)\b.*$/, "$1"),
  }));
}

/** Here names stand in italics too, and one example holds its figure within the name. */
function calls(paper: Paper): PrintedRow[] {
  const table = "Verbindungsentgelte";
  const rows = paper.tableAfter(/^Verbindungsentgelte$/);
  let heading = "";
  return rows.flatMap(([name = "", price = ""]) => {
    const article = plain(name.replace(/<\/?i>/g, ""));
    const [, example, figure] = /^(Beispiel .*): (.+)$/.exec(article) ?? [];
    if (example && figure) return [row(table, example, figure)];
    if (literal(price) === "") {
      heading = article;
      return [];
    }
    return [row(table, price === "siehe Tarifliste" ? heading : article, price)];
  });
}

/** A table first, then blocks of lines, each with its name in its first line. */
function options(paper: Paper): PrintedRow[] {
  const table = "Optionale Erweiterungen der Anlage";
  const last = /^Konferenzraum System /;
  return [
    ...priceRows(document, table, paper.tableAfter(/^Optionale Erweiterungen der Anlage$/)),
    ...listed(paper, table, last, /^Support$/, firstLine),
  ];
}

/** Names in paragraphs with explanations in italics; one explanation holds a monthly price of its own. */
function services(paper: Paper): PrintedRow[] {
  const table = "Support & sonstige Dienstleistungen";
  const rows = paper.tableAfter(/^Support & sonstige Dienstleistungen$/).slice(1);
  return rows.flatMap((cells) => {
    const monthly = /<i>Bereitstellung (\d+,(?:\d+|-) mtl\.)<\/i>/.exec(cells[0] ?? "")?.[1];
    const own = priceRows(document, table, [cells]);
    return monthly === undefined
      ? own
      : [...own, ...own.map(({ article }) => row(table, article, monthly, "Bereitstellung"))];
  });
}
