import { literal, type Paper, type PaperReader, type PrintedRow, plain, tableRows } from "./paper";

const document = "autphone";

export const autphone: PaperReader = {
  document,
  isIts: (text) => text.includes("Minutenpakete für aut-pbx"),
  rows: (paper) => [
    ...headed(paper, "Virtuelle Telefonanlage"),
    ...steps(paper),
    ...headed(paper, "Minutenpakete für aut-pbx"),
    ...tableRows(document, "Rufnummern autphone", paper.tableAfter(/^MONATLICHE KOSTEN$/), ["MONATLICHE KOSTEN"]),
    ...headed(paper, "Dienstleistungen"),
  ],
  elsewhere: [{ figure: "15,00", times: 1, where: "Dienstleistungen, Anmerkung 2" }],
};

function headed(paper: Paper, heading: string): PrintedRow[] {
  const [heads = [], ...rows] = paper.tableAfter(new RegExp(`^${heading}$`));
  return tableRows(document, heading, rows, heads.slice(1).map(plain));
}

/** "- Bis 50 Teilnehmer: 6,50 €" */
function steps(paper: Paper): PrintedRow[] {
  const table = "Preisstaffelung nach Anzahl der Teilnehmer";
  return paper.between(new RegExp(`^${table}$`), /^Der jeweilige Preis/).flatMap((line) => {
    const [, article, text] = /^- (.+): (.+)$/.exec(line) ?? [];
    return article && text ? [{ document, table, article: plain(article), column: "Preis", text: literal(text) }] : [];
  });
}
