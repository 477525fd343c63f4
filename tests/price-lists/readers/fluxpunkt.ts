import { literal, type Paper, type PaperReader, type PrintedRow, plain } from "./paper";

const document = "fluxpunkt";

export const fluxpunkt: PaperReader = {
  document,
  isIts: (text) => text.includes("PREMIUM Erweiterung\t"),
  rows: (paper) => [...tiers(paper), ...modules(paper), ...plans(paper)],
  elsewhere: [],
};

function tiers(paper: Paper): PrintedRow[] {
  const [, heads = [], ...rows] = paper.tableFrom(/^PREMIUM Erweiterung\t/);
  return formRows("PREMIUM Erweiterung", rows, (form, index) => `${form} | ${plain(heads[index] ?? "")}`);
}

function modules(paper: Paper): PrintedRow[] {
  const head = /^Erweiterung\t/;
  return Array.from({ length: paper.count(head) }, (_, index) => paper.tableFrom(head, index + 1).slice(1)).flatMap(
    (rows) => formRows("Erweiterung", rows, (form) => form),
  );
}

/** Each row names its form (Kauf, Abo …) in the second cell and has its prices after it. */
function formRows(
  table: string,
  rows: readonly string[][],
  columnOf: (form: string, index: number) => string,
): PrintedRow[] {
  let article = "";
  return rows.flatMap((cells) => {
    article = plain(cells[0] ?? "") || article;
    const form = plain(cells[1] ?? "");
    return cells
      .slice(2)
      .map((cell, index) => ({ document, table, article, column: columnOf(form, index + 2), text: literal(cell) }));
  });
}

/** The one table on its side: a plan is a column, and what it costs or saves a row. */
function plans(paper: Paper): PrintedRow[] {
  const [, names = [], ...rows] = paper.tableFrom(/^Support-Plan\t/);
  return rows.flatMap((cells) =>
    cells.slice(1).flatMap((cell, index) => {
      if (!/[%€]/.test(cell)) return [];
      return [
        {
          document,
          table: "Support-Plan",
          article: plain(names[index + 1] ?? ""),
          column: plain(cells[0] ?? ""),
          text: literal(cell),
        },
      ];
    }),
  );
}
