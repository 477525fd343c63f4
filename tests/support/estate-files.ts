import { writeXlsx } from "hucre/xlsx";

/** Made-up files of a whole customer base, for measuring and for breaking off: German headings, and each hundredth row faulty. */
export const estateHeadings = [
  "Kundennummer",
  "Kunde",
  "Anlage",
  "Serverlizenz",
  "Benutzer",
  "Light-Benutzer",
  "Version",
  "Hersteller",
  "Artikel",
  "Menge",
  "Bezugsart",
  "Laufzeit",
  "Staffelbenutzer",
  "Profil",
  "Beginn",
  "Laufzeitende",
  "Zahlweise",
  "Einzelpreis",
  "Betrag",
  "Kündigung eingegangen",
  "Lizenzschlüssel",
] as const;

type Heading = (typeof estateHeadings)[number];
type Written = Partial<Record<Heading, string>>;

/** Rows of one customer: what a reseller's customers have of each vendor. */
const shapes: readonly Written[] = [
  { Anlage: "Zentrale", Hersteller: "STARFACE", Artikel: "call-recording", Bezugsart: "Kauf", Betrag: "1.150,00" },
  {
    Anlage: "Zentrale",
    Hersteller: "STARFACE",
    Artikel: "pro-ivr",
    Bezugsart: "Abo",
    Laufzeit: "12",
    Zahlweise: "monatlich",
  },
  {
    Anlage: "Zentrale",
    Hersteller: "STARFACE",
    Artikel: "intercom",
    Bezugsart: "Abo",
    Laufzeit: "24",
    Zahlweise: "jährlich",
  },
  { Anlage: "Zentrale", Hersteller: "STARFACE", Artikel: "group-busy", Bezugsart: "Kauf", Betrag: "99,00" },
  { Anlage: "Zentrale", Hersteller: "STARFACE", Artikel: "support-premium" },
  { Anlage: "Werk", Hersteller: "autphone", Artikel: "extension", Menge: "24" },
  { Anlage: "Werk", Hersteller: "autphone", Artikel: "flat-de-s", Menge: "2" },
  { Anlage: "Büro", Hersteller: "bluePBX", Artikel: "extension", Menge: "12" },
  { Anlage: "Büro", Hersteller: "bluePBX", Artikel: "flat-de", Menge: "12" },
  { Anlage: "Büro", Hersteller: "bluePBX", Artikel: "queue", Menge: "2" },
  { Anlage: "Contact", Hersteller: "enreach", Artikel: "advanced", Menge: "10", Betrag: "89,00" },
  { Anlage: "XPhone", Hersteller: "c4b", Artikel: "3212.0010", Betrag: "1.990,00" },
  { Anlage: "XPhone", Hersteller: "c4b", Artikel: "3310.0030", Menge: "12", Einzelpreis: "85,00" },
  { Anlage: "XPhone", Hersteller: "c4b", Artikel: "9130.0000.036", Laufzeitende: "30.04.2028", Betrag: "1.200,00" },
];

const pad = (value: number) => String(value).padStart(2, "0");

/** So many rows; the same for the same number. `faulty` false: none of them is. */
export function estateRows(count: number, faulty = true): string[][] {
  const rows: string[][] = [];
  for (let at = 0; rows.length < count; at++) {
    const customer = Math.floor(at / shapes.length);
    const shape = shapes[at % shapes.length] as Written;
    // Each customer starts on days of his own.
    const start = `${pad((customer % 28) + 1)}.${pad((at % 12) + 1)}.${2023 + (customer % 3)}`;
    const row: Written = {
      Kundennummer: `D${100_000 + customer}`,
      Kunde: `Bäckerei Müßig & Söhne ${customer}`,
      Beginn: start,
      ...(shape.Anlage === "Zentrale"
        ? { Serverlizenz: `SRV-${customer}-0815`, Benutzer: "30", "Light-Benutzer": "4" }
        : {}),
      ...(shape.Anlage === "XPhone" ? { Version: "8" } : {}),
      ...(shape.Bezugsart === "Kauf" ? { Lizenzschlüssel: `KEY-${customer}-${at}-4711` } : {}),
      ...shape,
    };
    if (faulty && rows.length % 100 === 99) row.Beginn = "31.02.2024";
    rows.push(estateHeadings.map((heading) => row[heading] ?? ""));
  }
  return rows;
}

/** In Windows-1252, as German programs write it. */
export function estateCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const text = [estateHeadings, ...rows].map((cells) => cells.join(";")).join("\r\n");
  return Buffer.from(`${text}\r\n`, "latin1");
}

/** With days as Excel counts them, and amounts and counts as numbers. */
export function estateXlsx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const numeric = new Set<Heading>(["Benutzer", "Light-Benutzer", "Version", "Menge", "Laufzeit"]);
  const amounts = new Set<Heading>(["Einzelpreis", "Betrag"]);
  const cells = rows.map((row) =>
    row.map((cell, at) => {
      const heading = estateHeadings[at] as Heading;
      if (cell === "") return null;
      if (numeric.has(heading)) return Number(cell);
      return amounts.has(heading) ? Number(cell.replaceAll(".", "").replace(",", ".")) : cell;
    }),
  );
  return writeXlsx({ sheets: [{ name: "Bestand", rows: [[...estateHeadings], ...cells] }] });
}
