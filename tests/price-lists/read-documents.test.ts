import { describe, expect, test } from "vitest";
import { figuresIn, parseTable, readers, readPaper, tableText } from "./read-documents";
import { autphone } from "./readers/autphone";
import { c4b } from "./readers/c4b";
import { enreach } from "./readers/enreach";
import { fluxpunkt } from "./readers/fluxpunkt";
import { netinteract } from "./readers/netinteract";
import { isSaid, literal, Paper, type PaperReader, type PrintedRow, plain, tableRows } from "./readers/paper";

/** Fragments below are made up: figures and names that no paper has, in the shapes that the papers have. */

function rowsOf(reader: PaperReader, text: string): string[] {
  return brief(reader.rows(new Paper(reader.document, text)));
}

function brief(rows: readonly PrintedRow[]): string[] {
  return rows.map(({ table, article, column, text }) => [table, article, column, text].join(" ¦ "));
}

describe("the words of a paper", () => {
  test.each([
    ["Paket Mond ¹", "Paket Mond"],
    ["Sternenflat ^{1, 3}", "Sternenflat"],
    ["jährlich ***", "jährlich"],
    ["Profil [1] je Kopf", "Profil je Kopf"],
    ["<p>Dienst <i>mit Erklärung</i></p>", "Dienst"],
    ["  a \t b  ", "a b"],
  ])("%s is the head %s", (cell, head) => {
    expect(plain(cell)).toBe(head);
  });

  test("a figure stays as printed but for white space", () => {
    expect(literal("  1.234,00   € ")).toBe("1.234,00 €");
    expect(literal("-9,00€")).toBe("-9,00€");
  });

  test.each(["", " ", "-", "_____", "•"])("%j says nothing", (cell) => {
    expect(isSaid(cell)).toBe(false);
  });

  test("what looks like a figure", () => {
    expect(figuresIn("1.234,00 € und 129,- oder 25€, 90 % von 99,9%, DialoX 2,3,4, 0,0151, 30 GB")).toEqual([
      "1.234,00",
      "129,-",
      "25€",
      "90%",
      "99,9%",
      "0,0151",
    ]);
  });

  test("a row without a name goes on with the one above, empty cells are no rows", () => {
    const rows = tableRows(
      "x",
      "T",
      [
        ["A ¹", "1,00 €", ""],
        ["", "-", "2,00 €"],
      ],
      ["p", "q"],
    );
    expect(brief(rows)).toEqual(["T ¦ A ¦ p ¦ 1,00 €", "T ¦ A ¦ q ¦ 2,00 €"]);
  });
});

describe("Paper", () => {
  const paper = new Paper("x", "Head\n\na\tb\nc\td\n\nHead\ne\tf\nrest 7,00€");

  test("finds a table under the first or a later heading", () => {
    expect(paper.tableAfter(/^Head$/)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(paper.tableAfter(/^Head$/, 2)).toEqual([["e", "f"]]);
    expect(paper.tableFrom(/^c\t/)).toEqual([["c", "d"]]);
    expect(paper.between(/^a/, /^Head$/)).toEqual(["c\td", ""]);
    expect(paper.figure(/rest (\S+)/)).toBe("7,00€");
  });

  test("a place that is not there is an error, never an empty table", () => {
    expect(() => paper.tableAfter(/^Tail$/)).toThrow("no line matches");
    expect(() => paper.tableAfter(/^Head$/, 3)).toThrow("no line matches");
    expect(() => paper.figure(/tail (\S+)/)).toThrow("no line matches");
  });
});

describe("each reader reads the shapes of its paper", () => {
  test("fluxpunkt: tiers, modules in several tables, and plans on their side", () => {
    const text = [
      "PREMIUM Erweiterung\tKauf / Abo\tStaffel *\t",
      "\t\t1-9\t>9",
      "Sternwarte\tKauf\t1,00 €\t2.000,00 €",
      "\tAbo 12 Monate\t0,10 €\t0,20 €",
      "",
      "Erweiterung\tKauf / Abo\tUVP",
      "Lampe\tKauf\t3,00 €",
      "\tAbo 12 Monate\t0,30 €",
      "",
      "Erweiterung\tAbo\tUVP",
      "Kerze\tAbo 1 Monat\t0,40 €",
      "",
      "Support-Plan\tSupport-Plan\t",
      "\tKlein\tGroß",
      "Software Upgrades\t-\t70% Rabatt",
      "Telefon\t○\t●",
      "jährlich ***\t-\t9,00 €",
    ].join("\n");
    expect(rowsOf(fluxpunkt, text)).toEqual([
      "PREMIUM Erweiterung ¦ Sternwarte ¦ Kauf | 1-9 ¦ 1,00 €",
      "PREMIUM Erweiterung ¦ Sternwarte ¦ Kauf | >9 ¦ 2.000,00 €",
      "PREMIUM Erweiterung ¦ Sternwarte ¦ Abo 12 Monate | 1-9 ¦ 0,10 €",
      "PREMIUM Erweiterung ¦ Sternwarte ¦ Abo 12 Monate | >9 ¦ 0,20 €",
      "Erweiterung ¦ Lampe ¦ Kauf ¦ 3,00 €",
      "Erweiterung ¦ Lampe ¦ Abo 12 Monate ¦ 0,30 €",
      "Erweiterung ¦ Kerze ¦ Abo 1 Monat ¦ 0,40 €",
      "Support-Plan ¦ Groß ¦ Software Upgrades ¦ 70% Rabatt",
      "Support-Plan ¦ Groß ¦ jährlich ¦ 9,00 €",
    ]);
  });

  test("autphone: tables with heads, a table whose only head stands above it, steps in a list", () => {
    const text = [
      "Virtuelle Telefonanlage",
      "",
      "\tEINMALIG\tMONATLICH",
      "LIZENZ ¹\t\t",
      "je Apparat\t0,00 €\t9,50 €",
      "Preisstaffelung nach Anzahl der Teilnehmer",
      "- Bis 7 Apparate: 9,50 €",
      "Der jeweilige Preis gilt.",
      "Minutenpakete für aut-pbx",
      "\tS\tM",
      "Paket Mond ¹\t1,00 €\t2,00 €",
      "Rufnummern autphone",
      "MONATLICHE KOSTEN",
      "Einzeln\t0,50 €",
      "Dienstleistungen",
      "\tEINMALIG",
      "Anfahrt\t33,00 €",
    ].join("\n");
    expect(rowsOf(autphone, text)).toEqual([
      "Virtuelle Telefonanlage ¦ je Apparat ¦ EINMALIG ¦ 0,00 €",
      "Virtuelle Telefonanlage ¦ je Apparat ¦ MONATLICH ¦ 9,50 €",
      "Preisstaffelung nach Anzahl der Teilnehmer ¦ Bis 7 Apparate ¦ Preis ¦ 9,50 €",
      "Minutenpakete für aut-pbx ¦ Paket Mond ¦ S ¦ 1,00 €",
      "Minutenpakete für aut-pbx ¦ Paket Mond ¦ M ¦ 2,00 €",
      "Rufnummern autphone ¦ Einzeln ¦ MONATLICHE KOSTEN ¦ 0,50 €",
      "Dienstleistungen ¦ Anfahrt ¦ EINMALIG ¦ 33,00 €",
    ]);
  });

  test("c4b: article numbers, limits and percentages, each within its own article", () => {
    const text = [
      "XPhone Probe 9 – KLEIN",
      "",
      "Art-Nr.: 1.2345",
      "- Directory unterstützt die Anbindung von maximal 8 Datenquellen (keine LDAP-Datenquellen)",
      "",
      "XPhone Probe 9 – Pflege",
      "Art-Nr.: 1.2345.012",
      "- Der Preis beträgt 11% pro Jahr (22% gesamt) vom Lizenzpreis",
      "- spätestens jedoch 4 Monate nach C4B-Rechnungsstellung",
    ].join("\n");
    expect(rowsOf(c4b, text)).toEqual([
      "Artikelnummern ¦ XPhone Probe 9 – KLEIN ¦ Art-Nr. ¦ 1.2345",
      "Artikelnummern ¦ XPhone Probe 9 – Pflege ¦ Art-Nr. ¦ 1.2345.012",
      "Mengen und Grenzen ¦ XPhone Probe 9 – KLEIN ¦ Datenquellen ¦ maximal 8",
      "Mengen und Grenzen ¦ XPhone Probe 9 – KLEIN ¦ LDAP-Datenquellen ¦ keine",
      "Mengen und Grenzen ¦ XPhone Probe 9 – Pflege ¦ Beginn spätestens nach Rechnung ¦ 4 Monate",
      "Prozentsätze ¦ XPhone Probe 9 – Pflege ¦ pro Jahr ¦ 11%",
      "Prozentsätze ¦ XPhone Probe 9 – Pflege ¦ gesamt ¦ 22%",
    ]);
  });

  test("netinteract: prices on lines of their own, fees after their block, prices within explanations", () => {
    const text = [
      "Mindestlaufzeit, 77 € Einrichtungsgebühr",
      "Preis pro durchwahlfähiger Nebenstelle",
      "Stuhl",
      "",
      "1,50 mtl.",
      "",
      "Inklusive:",
      "Rufnummern Neuzuteilung oder Portierung",
      "Drei Nummern",
      "Einrichtungsgebühr, einmalig",
      "- ✓ allerlei",
      "inklusive",
      "77,00",
      "Flatrates",
      "\tPreis in €",
      "Mond Flat ¹ für Gespräche\t2,50 mtl. je NS",
      "Verbindungsentgelte",
      "Gespräche nach nebenan\t0,0001",
      "Gespräche ins All\t",
      "<i>Lange Erklärung.</i>\tsiehe Tarifliste",
      "<i>Beispiel Mars: 3,03 Cent</i>\t",
      "Optionale Erweiterungen der Anlage",
      "Lampe <i>hell</i>\t3,- mtl.",
      "Konferenzraum System <i>groß</i>\t4,- mtl.",
      "",
      "Ruhemodul",
      "Erklärung in einer Zeile.",
      "",
      "5,50 mtl.",
      "je NS",
      "Support",
      "Wir helfen.",
      "inklusive",
      "Rufnummern",
      "Rufnummernzuteilung",
      "je Nummer",
      "6,50",
      "Bearbeitungspauschalen",
      "Sondernummern",
      "z.B. 0800",
      "auf Anfrage",
      "Support & sonstige Dienstleistungen",
      "\tPreis in €",
      "<p>Leitung <i>Bereitstellung 8,- mtl.</i></p>\t88,-",
      "- 6.3 Rechnung in Papierform für EUR 9,00",
      "- 6.7 Lastschrift zurück: € 10,00",
    ].join("\n");
    expect(rowsOf(netinteract, text)).toEqual([
      "Auftragsformular ¦ Einrichtungsgebühr ¦ Preis ¦ 77 €",
      "Preis pro durchwahlfähiger Nebenstelle ¦ Stuhl ¦ Preis ¦ 1,50 mtl.",
      "Rufnummern Neuzuteilung oder Portierung ¦ Drei Nummern ¦ Preis ¦ inklusive",
      "Einrichtungsgebühr, einmalig ¦ Einrichtungsgebühr, einmalig ¦ Preis ¦ 77,00",
      "Flatrates ¦ Mond Flat ¦ Preis ¦ 2,50 mtl. je NS",
      "Verbindungsentgelte ¦ Gespräche nach nebenan ¦ Preis ¦ 0,0001",
      "Verbindungsentgelte ¦ Gespräche ins All ¦ Preis ¦ siehe Tarifliste",
      "Verbindungsentgelte ¦ Beispiel Mars ¦ Preis ¦ 3,03 Cent",
      "Optionale Erweiterungen der Anlage ¦ Lampe ¦ Preis ¦ 3,- mtl.",
      "Optionale Erweiterungen der Anlage ¦ Konferenzraum System ¦ Preis ¦ 4,- mtl.",
      "Optionale Erweiterungen der Anlage ¦ Ruhemodul ¦ Preis ¦ 5,50 mtl. je NS",
      "Support ¦ Support ¦ Preis ¦ inklusive",
      "Rufnummernzuteilung ¦ je Nummer ¦ Preis ¦ 6,50",
      "Bearbeitungspauschalen für Portierungen ¦ Sondernummern ¦ Preis ¦ auf Anfrage",
      "Support & sonstige Dienstleistungen ¦ Leitung ¦ Preis ¦ 88,-",
      "Support & sonstige Dienstleistungen ¦ Leitung ¦ Bereitstellung ¦ 8,- mtl.",
      "AGB ¦ 6.3 Rechnung in Papierform ¦ Preis ¦ EUR 9,00",
      "AGB ¦ 6.7 Rückgabe einer Lastschrift ¦ Preis ¦ € 10,00",
    ]);
  });

  test("enreach: headline, two lines of heads, zones, special numbers, order form", () => {
    const rows = rowsOf(enreach, enreachFragment);
    expect(rows).toEqual(
      expect.arrayContaining([
        "Preisübersicht ¦ Expert ¦ Preis ¦ 9,90€",
        "Preisübersicht ¦ Expert ¦ Preis #2 ¦ 7,90€",
        "Preisübersicht ¦ COMPANY FLAT ¦ ² ¦ 5€",
        "ZUSATZFUNKTIONEN PRO USER ¦ Funk 5/10 GB ¦ Expert #1 ¦ 1€",
        "ZUSATZFUNKTIONEN PRO USER ¦ Funk 5/10 GB ¦ Expert #2 ¦ 2€",
        "ZUSATZFUNKTIONEN PRO USER ¦ Lampe ¦ Expert ¦ 3,00€",
        "Funktionsprofile ¦ Standard ¦ Expert | monatlich ¦ 9,90€",
        "Funktionsprofile ¦ Standard ¦ Professional | einmalig ¦ 1,00€",
        "Funktionsprofile ¦ Vorteil ¦ Expert | monatlich ¦ -2,00€",
        "Funktionsprofile, Fußnoten ¦ ¹ Datennutzung ¦ Preis ¦ 0,11€",
        "Anrufe in nationale, Taktung 1/1 ¦ Ortsnetz ¦ Professional ¦ 0,0120€",
        "Anrufe in nationale, Taktung 60/1 ¦ Nachbarn ¦ Expert ¦ 0,00€",
        "Anrufe in nationale, Taktung 60/1 ¦ Zone 1 ¦ Festnetze ¦ 0,0190€",
        "Anrufe in nationale, Taktung 60/1 ¦ Zone 1 ¦ Mobilfunknetze ¦ 0,1900€",
        "Anrufe in nationale, Taktung 60/1 ¦ Satelliten ¦ Preis ¦ 9,9900€",
        "Flatrateoptionen ¦ Flat ¦ Professional ¦ 10,00€",
        "Sonderrufnummern ¦ Dienst 01801 ¦ Festnetz | je Minute ¦ 3,2773€",
        "Sonderrufnummern ¦ Dienst 01802 ¦ Mobilfunknetz | je Verbindung ¦ 5,0420€",
        "International Roaming, Zuschläge ¦ Abgehende Verbindungen ¦ Zuschlag ¦ 13%",
        "Bestellformular ¦ Profile ¦ einmalig ¦ 25€",
        "Bestellformular ¦ Profile ¦ Starter ¦ 4,90€",
        "Bestellformular ¦ Flat ¦ Preis ¦ 8,00€",
        "Bestellformular ¦ Flat ¦ Starter ¦ n.v.",
        "Bestellformular ¦ Company Flat Preisvorteil ¦ mehr als 25 ¦ 3€",
      ]),
    );
    expect(rows).toHaveLength(64);
  });
});

describe("the table of cells", () => {
  test("is written and read back without loss", () => {
    const rows = [{ document: "x", table: "T", article: "A | b", column: "Kauf | >9", text: "1.234,00 €" }];
    expect(parseTable(tableText(rows))).toEqual(rows);
  });

  test.each([
    "document\ttable\n",
    "document\ttable\tarticle\tcolumn\ttext\na\tb\tc\td\n",
    "document\ttable\tarticle\tcolumn\ttext\na\tb\tc\td\te\tf\n",
  ])("refuses %j", (text) => {
    expect(() => parseTable(text)).toThrow();
  });

  test("a figure in no cell stops the reading, and so does one too many", () => {
    const reader: PaperReader = {
      document: "x",
      isIts: () => true,
      rows: (paper) => tableRows("x", "T", paper.tableFrom(/\t/), ["Preis"]),
      elsewhere: [{ figure: "5,00", times: 1, where: "a note" }],
    };
    expect(readPaper(reader, "A\t1,00 €\nNote: 5,00 €")).toHaveLength(1);
    expect(() => readPaper(reader, "A\t1,00 €\nNote: 5,00 € and 7,00 €")).toThrow("7,00");
    expect(() => readPaper(reader, "A\t1,00 €")).toThrow("-5,00");
  });

  test("each paper is recognised by its text, by one reader only", () => {
    const signs = [
      "PREMIUM Erweiterung\t",
      "XPHONE CONNECT 8",
      "Minutenpakete für aut-pbx",
      "Enreach Contact",
      "bluePBX",
    ];
    for (const sign of signs) expect(readers.filter((reader) => reader.isIts(sign))).toHaveLength(1);
  });
});

const enreachFragment = [
  "\tExpert 9,90€ <i>8,90€¹/ 7,90€²</i>\tProfessional 6,90€",
  "COMPANY FLAT\tAllnet Flat: inklusive\t",
  "\t¹ Company Flat Vorteilspreis 4€ wenn gebucht ² Company Flat 25 + Vorteilspreis 5€ wenn mehr\t",
  "ZUSATZFUNKTIONEN PRO USER\t<ul> Funk 5/10 GB 1€/ 2€ Lampe 3,00€ </ul>\t<ul> Lampe 3,50€ </ul>",
  "",
  "\tExpert\t\tProfessional\t",
  "\tmonatlich\teinmalig\tmonatlich\teinmalig",
  "Standard ¹\t9,90€\t2,00€\t6,90€\t1,00€",
  "Vorteil ^{1 2}\t-2,00€\t\t\t",
  "Lampe\tinkl.\tinkl.\t3,50€\t0,00€",
  "",
  "¹: Datennutzung bei Nutzung 0,11€ pro MB",
  "⁵: Keine Drosselung am Ende. Abrechnung mit 0,012€ je MB",
  "Allgemeine Optionen",
  "\tmonatlich\teinmalig",
  "Stufe 1\t9,00€\tn.Aufw.",
  "",
  "Rufnummern",
  "\tmonatlich\teinmalig",
  "Nummer\t0,00€\t1,90€",
  "",
  "Anrufe in nationale ¹ Taktung 1/1\tpro Minute -\tExpert\tProfessional",
  "Ortsnetz\t\t\t0,0120€",
  "",
  "pro Minute - Taktung 60/1 (mit Erklärung)",
  "Nachbarn\t\t0,00€\t0,0190€",
  "Zone 1\t• Festnetze ²\t0,0190€\t",
  "\t• Mobilfunknetze\t0,1900€\t",
  "Satelliten\t\t9,9900€\t",
  "",
  "Konditionen für Verbindungen aus dem Mobilfunknetz",
  "SMS\t0,1200€\t",
  "\tEntfällt bei Buchung\t",
  "",
  "Flatrateoptionen",
  "Flat ⁴\tinklusive\t10,00€",
  "",
  "- 6) Keine Drosselung am Ende, Abrechnung mit 0,012€ je MB",
  "Verbindungsentgelte KI-Konversationen",
  "Gespräch\t0,2500€",
  "",
  "Weitere Dienstleistungen",
  "Hilfe ⁷\t20,00€",
  "",
  "Ziel\tRufnummer\tFestnetz\t\tMobilfunknetz\t",
  "\t\tPreis in Cent\tPreis in Cent\tPreis in Cent\tPreis in Cent",
  "\t\tje Verbindung\tje Minute\tje Verbindung\tje Minute",
  "Notruf\t110\tkostenlos\t\tkostenlos\t",
  "Dienst\t01801\t\t3,2773€\t\t3,2773€",
  "\t01802**\t5,0420€\t\t5,0420€\t",
  "",
  "1. Ankommende Verbindungen",
  "ankommende Sprachverbindungen (Tarif + 12% Zuschlag)",
  "Nah\t0,0000€",
  "",
  "2. Abgehende Verbindungen",
  "Bei abgehenden Gesprächen zuzüglich 13% Bearbeitungszuschlag",
  "Nah\t0,099€",
  "",
  "3. Abgehende SMS",
  "Nah\t0,06€",
  "",
  "4. Datenverbindungen",
  "Nah\t0,20€",
  "",
  "\tExpert\tProfessional\tAdvanced\tStarter",
  "Profile [1] 25€ einmalig\t_____\t_____\t_____\t_____",
  "\t24,90€\t18,90€\t8,90€\t4,90€",
  "Flat [3] 8,00€\tinklusive\tinklusive\t_____\tn.v.",
  "",
  "Company Flat Vorteil: abgezogen in Höhe von 2€ je Profil.",
  "Bei mehr als 25 Teilnehmern steigt er auf 3€, bei über 100 Usern auf 4€.",
  "\tExpert\tProfessional\tAdvanced\tStarter",
  "Lampe 3,00€\t_____\t_____\t_____\tn.v.",
  "",
  "1) Datennutzung aktiviert. Bei Nutzung 0,20 € pro MB",
].join("\n");
