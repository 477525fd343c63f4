import { isSaid, literal, type Paper, type PaperReader, type PrintedRow, plain, priceRows, tableRows } from "./paper";

const document = "enreach";
const WORDS = /^(inkl\.|inklusive|n\.v\.|n\.Aufw\.|kostenlos|wird vom Diensteanbieter festgelegt)$/;
const isCell = (cell: string) => /\d.*€/.test(cell) || WORDS.test(cell);

export const enreach: PaperReader = {
  document,
  isIts: (text) => text.includes("Enreach Contact"),
  rows: (paper) => [
    ...overview(paper),
    ...extras(paper),
    ...profiles(paper),
    ...footnote(paper, "Funktionsprofile, Fußnoten", "¹ Datennutzung", /^¹: Datennutzung .*?(\d+,\d+€)/),
    ...footnote(paper, "Funktionsprofile, Fußnoten", "⁵ Keine Drosselung", /^⁵: Keine Drosselung .*?(\d+,\d+€)/),
    ...headed(paper, "Allgemeine Optionen"),
    ...headed(paper, "Rufnummern"),
    ...calls(paper),
    ...priced(paper, "Konditionen für Verbindungen aus dem nationalen Mobilfunknetz", /^Konditionen für Verbindungen/),
    ...flats(paper),
    ...footnote(paper, "Flatrateoptionen, Fußnoten", "6) Keine Drosselung", /^- 6\) Keine Drosselung .*?(\d+,\d+€)/),
    ...priced(paper, "KI-Konversationen", /KI-Konversationen$/),
    ...priced(paper, "Weitere Dienstleistungen", /^Weitere Dienstleistungen$/),
    ...specialNumbers(paper),
    ...priced(paper, "International Roaming 1. Ankommende Verbindungen", /^1\. Ankommende Verbindungen/),
    ...priced(paper, "International Roaming 2. Abgehende Verbindungen", /^2\. Abgehende Verbindungen/),
    ...priced(paper, "International Roaming 3. Abgehende SMS", /^3\. Abgehende SMS/),
    ...priced(paper, "International Roaming 4. Datenverbindungen", /^4\. Datenverbindungen/),
    ...surcharges(paper),
    ...orderForm(paper),
  ],
  elsewhere: [{ figure: "0,00", times: 3, where: "Bestellformular, leere Summen" }],
};

/** The headline of the first page: "Expert 24,90€ <i>22,90€¹/ 21,90€²/ 22,90€³</i>", and what the three marks stand for. */
function overview(paper: Paper): PrintedRow[] {
  const table = "Preisübersicht";
  const rows = paper.tableFrom(/^\tExpert \d/);
  const profileRows = (rows[0] ?? []).slice(1).flatMap((cell) => {
    const [, article = "", price = ""] = /^(\S+) (\d+,\d+€)/.exec(cell) ?? [];
    const discounted = /<i>(.*)<\/i>/.exec(cell)?.[1]?.match(/\d+,\d+€/g) ?? [];
    return [
      { document, table, article, column: "Preis", text: price },
      ...discounted.map((text, index) => ({ document, table, article, column: `Preis #${index + 1}`, text })),
    ];
  });
  const notes = rows.map((cells) => cells.join(" ")).find((line) => line.includes("Vorteilspreis")) ?? "";
  const marks = [...notes.matchAll(/([¹²³]) Company Flat.*?(\d+€)/g)];
  return [
    ...profileRows,
    ...marks.map(([, column = "", text = ""]) => ({ document, table, article: "COMPANY FLAT", column, text })),
  ];
}

/** One cell for each profile, and in it a list "name price name price"; the FMC flats have three prices in one. */
function extras(paper: Paper): PrintedRow[] {
  const table = "ZUSATZFUNKTIONEN PRO USER";
  const rows = paper.tableFrom(/^\tExpert \d/);
  const profileNames = (rows[0] ?? []).map((cell) => /^\S+/.exec(cell)?.[0] ?? "");
  const cells = rows.find(([name]) => name === table) ?? [];
  return cells.slice(1).flatMap((cell, index) => {
    const profile = profileNames[index + 1] ?? "";
    const entries = [...plain(cell).matchAll(/(\D.*?)\s((?:\d+(?:,\d+)?€[/ ]*)+)/g)];
    return entries.flatMap(([, name = "", prices = ""]) => {
      const figures = prices.match(/\d+(?:,\d+)?€/g) ?? [];
      return figures.map((text, at) => ({
        document,
        table,
        article: name.trim(),
        column: figures.length > 1 ? `${profile} #${at + 1}` : profile,
        text,
      }));
    });
  });
}

function profiles(paper: Paper): PrintedRow[] {
  const [names = [], charges = [], ...rows] = paper.tableFrom(/^\tExpert\t\tProfessional\t/);
  let profile = "";
  const heads = charges.slice(1).map((charge, index) => {
    profile = plain(names[index + 1] ?? "") || profile;
    return `${profile} | ${plain(charge)}`;
  });
  return tableRows(document, "Funktionsprofile", rows, heads, isCell);
}

function headed(paper: Paper, heading: string): PrintedRow[] {
  const [heads = [], ...rows] = paper.tableAfter(new RegExp(`^${heading}$`));
  return tableRows(document, heading, rows, heads.slice(1).map(plain), isCell);
}

function priced(paper: Paper, table: string, heading: RegExp): PrintedRow[] {
  return priceRows(document, table, paper.tableAfter(heading));
}

/** Call rates: by profile where the row has none of its own second head, else by the kind of network it names. */
function calls(paper: Paper): PrintedRow[] {
  const [heads = [], ...perSecond] = paper.tableFrom(/^Anrufe in nationale.*Taktung 1\/1\t/);
  const profileNames = heads.slice(1).map(plain);
  const perMinute = paper.tableAfter(/^pro Minute - Taktung 60\/1/);
  let zone = "";
  return [
    ...tableRows(document, "Anrufe in nationale, Taktung 1/1", perSecond, profileNames, isCell),
    ...perMinute.flatMap((cells) => {
      const table = "Anrufe in nationale, Taktung 60/1";
      const network = plain(cells[1] ?? "").replace(/^• /, "");
      zone = plain(cells[0] ?? "") || zone;
      const figures = cells.flatMap((cell, index) => (isCell(cell) ? [{ text: literal(cell), index }] : []));
      // A row that names a network, or has one figure only, has one price for everybody: the cell under a profile is an accident of the layout.
      return figures.map(({ text, index }) => {
        const column = network !== "" ? network : figures.length === 1 ? "Preis" : (profileNames[index - 1] ?? "");
        return { document, table, article: zone, column, text };
      });
    }),
  ];
}

/** The table has no head; its cells stand in the order of the profiles. */
function flats(paper: Paper): PrintedRow[] {
  const rows = paper.tableAfter(/^Flatrateoptionen$/);
  return tableRows(document, "Flatrateoptionen", rows, ["Expert", "Professional", "Advanced"], isCell);
}

function specialNumbers(paper: Paper): PrintedRow[] {
  const [networks = [], , charges = [], ...rows] = paper.tableFrom(/^Ziel\tRufnummer\t/);
  let network = "";
  const heads = charges.map((charge, index) => {
    network = plain(networks[index] ?? "") || network;
    return `${network} | ${plain(charge)}`;
  });
  let target = "";
  return rows.flatMap((cells) => {
    target = plain(cells[0] ?? "") || target;
    const article = `${target} ${plain(cells[1] ?? "")}`;
    return cells.flatMap((cell, index) =>
      index > 1 && isCell(cell)
        ? [{ document, table: "Sonderrufnummern", article, column: heads[index] ?? "", text: literal(cell) }]
        : [],
    );
  });
}

function surcharges(paper: Paper): PrintedRow[] {
  const table = "International Roaming, Zuschläge";
  const row = (article: string, pattern: RegExp) => ({
    document,
    table,
    article,
    column: "Zuschlag",
    text: paper.figure(pattern),
  });
  return [
    row("Ankommende Verbindungen", /ankommende Sprachverbindungen .*? \+ (\d+%) Zuschlag/),
    row("Abgehende Verbindungen", /abgehenden Gesprächen .*?(\d+%) Bearbeitungszuschlag/),
  ];
}

/** The order form: prices stand beside the names of its rows, and a second line under the profiles holds theirs. */
function orderForm(paper: Paper): PrintedRow[] {
  const table = "Bestellformular";
  const head = /^\tExpert\tProfessional\tAdvanced\tStarter$/;
  const row = (article: string, column: string, text: string) => ({ document, table, article, column, text });
  const rows = [...paper.tableFrom(head).slice(1), ...paper.tableFrom(head, 2).slice(1)];
  const profileNames = ["Expert", "Professional", "Advanced", "Starter"];
  let above = "";
  const cells = rows.flatMap((row) => {
    const [, name = "", price = "", charge = ""] =
      /^(.*?)(?: (\d+(?:,\d+)?€)( einmalig)?)?$/.exec(plain(row[0] ?? "")) ?? [];
    const article = name || above;
    above = article;
    const own = price === "" ? [] : [{ document, table, article, column: charge.trim() || "Preis", text: price }];
    return [...own, ...tableRows(document, table, [[article, ...row.slice(1)]], profileNames, isCell)];
  });
  const discount = (column: string, pattern: RegExp) => row("Company Flat Preisvorteil", column, paper.figure(pattern));
  return [
    ...cells,
    discount("Preis", /^Company Flat Vorteil: .*? in Höhe von (\d+€)/),
    discount("mehr als 25", /mehr als 25 Teilnehmern .*? auf (\d+€)/),
    discount("über 100", /über 100 Usern .*?(\d+€)/),
    row("Datennutzung", "Preis", paper.figure(/^1\) Datennutzung .*?(\d+,\d+ €)/)),
  ].filter(({ text }) => isSaid(text));
}

function footnote(paper: Paper, table: string, article: string, pattern: RegExp): PrintedRow[] {
  return [{ document, table, article, column: "Preis", text: paper.figure(pattern) }];
}
