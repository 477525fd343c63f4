import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { countHeadings } from "@/lib/import-export/columns";
import { readTable } from "@/lib/import-export/read-table";
import { type TableFormat, type TableLimits, type TableRow, tableLimits } from "@/lib/import-export/table";
import { workbook, zip } from "../support/workbooks";

const encoder = new TextEncoder();

async function read(bytes: Uint8Array, limits: TableLimits = tableLimits) {
  const rows: TableRow[] = [];
  const format = await readTable(
    bytes,
    countHeadings("estate"),
    (row) => {
      rows.push(row);
      return "more";
    },
    limits,
  );
  return { rows, format };
}
const text = (content: string) => read(encoder.encode(content));
const code = ({ format }: { format: TableFormat | Refusal }) => (isRefusal(format) ? format.code : "read");

/** Windows-1252 of a text that has only signs of it below 256, and the euro sign. */
const ansi = (content: string) =>
  Uint8Array.from([...content].map((sign) => (sign === "€" ? 0x80 : sign === "–" ? 0x96 : sign.charCodeAt(0))));
const utf16 = (content: string, mark: boolean, big = false) => {
  const bytes = Buffer.from(mark ? `\uFEFF${content}` : content, "utf16le");
  return Uint8Array.from(big ? bytes.swap16() : bytes);
};

describe("encodings and separators", () => {
  const head = "Kundennummer;Kunde;Betrag\r\n";
  const german = `${head}K1;Müller & Söhne – Groß;1.234,56\r\n`;
  it.each<[string, Uint8Array, string]>([
    ["UTF-8", encoder.encode(german), "utf-8"],
    ["UTF-8 with its mark", encoder.encode(`\uFEFF${german}`), "utf-8"],
    ["Windows-1252", ansi(german), "windows-1252"],
    ["UTF-16 with its mark", utf16(german, true), "utf-16le"],
    ["UTF-16 without", utf16(german, false), "utf-16le"],
    ["UTF-16 the other way round", utf16(german, true, true), "utf-16be"],
    ["UTF-16 the other way round without", utf16(german, false, true), "utf-16be"],
  ])("%s", async (_, bytes, encoding) => {
    const { rows, format } = await read(bytes);
    expect(format).toEqual({ kind: "csv", encoding, delimiter: ";" });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["Kundennummer", "Kunde", "Betrag"],
      ["K1", "Müller & Söhne – Groß", "1.234,56"],
    ]);
  });

  it.each<[string, string, string[]]>([
    [",", 'customer_number,customer,amount\n1,"Meier, Köln",2.50\n', ["1", "Meier, Köln", "2.50"]],
    ["\t", "customer_number\tcustomer\tamount\n1\tMeier; Köln\t2,50\n", ["1", "Meier; Köln", "2,50"]],
    [";", "sep=;\r\nKundennummer;Kunde;Betrag\r\n1;a,b,c,d,e;2\r\n", ["1", "a,b,c,d,e", "2"]],
    [";", 'Kundennummer;Kunde;Betrag\n1;"Rack 19"" hoch";2\n', ["1", 'Rack 19" hoch', "2"]],
    [";", 'Kundennummer;Kunde;Betrag\n1;Rack 19" hoch;2\n', ["1", 'Rack 19" hoch', "2"]],
    [";", "Kundennummer;Kunde;Betrag\r1;Meier;2\r", ["1", "Meier", "2"]],
  ])("separated by %j", async (delimiter, content, cells) => {
    const { rows, format } = await text(content);
    expect(format).toMatchObject({ delimiter });
    expect(rows[1]?.cells).toEqual(cells);
  });

  it("counts lines as an editor does: over cells of several lines, empty lines and Excel's first one", async () => {
    const { rows } = await text('sep=;\nKundennummer;Kunde\n\n1;"Meier\nKöln"\n;;\n2;Schulz\n');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, "Kundennummer"],
      [4, "1"],
      [7, "2"],
    ]);
  });

  it("reads a file of nearly the largest size in small pieces", async () => {
    const line = `K1;${"Müller ".repeat(20)};1\r\n`;
    const count = 40_000;
    const { rows, format } = await read(encoder.encode(`Kundennummer;Kunde;Betrag\r\n${line.repeat(count)}`));
    expect(code({ format })).toBe("read");
    expect(rows).toHaveLength(count + 1);
    expect(rows.at(-1)?.line).toBe(count + 1);
  });
});

describe("files that are refused as a whole", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "file-empty"],
    ["more than is allowed", new Uint8Array(tableLimits.bytes + 1).fill(65), "file-too-large"],
    ["NUL in a text", "Kundennummer;Kunde\n1;a\0b\n", "file-no-text"],
    ["half a sign of UTF-16", utf16("Kundennummer;Kunde\n1;x\n", true).subarray(0, -1), "file-cut-off"],
    ["a lone surrogate", utf16("Kundennummer;Kunde\n1;\ud800x\n", true), "file-no-text"],
    ["a quote that never closes", 'Kundennummer;Kunde\n1;"Meier\n2;Schulz\n', "file-quote-open"],
    ["a million columns", `a${";".repeat(1_000_000)}\n`, "file-too-many-columns"],
    ["columns beyond number", `${"a;".repeat(600)}\n`, "file-too-many-columns"],
    ["a cell beyond length", `Kundennummer;Kunde\n1;${"x".repeat(20_000)}\n`, "file-cell-too-long"],
    ["too many rows", `Kundennummer\n${"1\n".repeat(tableLimits.rows + 1)}`, "file-too-many-rows"],
    ["a PDF", "%PDF-1.7 …", "file-is-pdf"],
    ["a web page", "<!DOCTYPE html><table><tr><td>1</td></tr></table>", "file-is-html"],
    ["old Excel", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "file-old-or-encrypted"],
    ["gzip", Uint8Array.from([0x1f, 0x8b, 8, 0, 0]), "file-packed"],
    ["an archive that breaks off", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), "file-broken"],
    ["an archive of something else", zip([{ name: "a.txt", content: "Kundennummer" }]), "file-broken"],
  ])("%s", async (_, content, expected) => {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    expect(code(await read(bytes))).toBe(expected);
  });

  it("millions of empty rows are passed over", async () => {
    for (const empty of ["\r\n", ";;\r\n"]) {
      const count = 2_000_000;
      const { rows } = await text(`Kundennummer;Kunde;Betrag\r\n${empty.repeat(count)}1;Meier;2`);
      expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
        [1, "Kundennummer"],
        [count + 2, "1"],
      ]);
    }
  });

  it("marks the last row of a text that ends within it", async () => {
    const whole = await text("Kundennummer;Kunde;Betrag\n1;Meier;2\n2;Schulz;3");
    expect(whole.rows.map((row) => row.isCut)).toEqual([undefined, undefined, undefined]);
    const cut = await text("Kundennummer;Kunde;Betrag\n1;Meier;2\n2;Sch");
    expect(cut.rows.map((row) => row.isCut)).toEqual([undefined, undefined, true]);
  });
});

describe("workbooks", () => {
  const rows = [
    ["Kundennummer", "Beginn", "Betrag", "Menge"],
    ["K1", { serial: 46_053 }, 1234.56, 3],
    ["K2", "31.01.2026", "1.234,56", true],
  ];

  it("are read with their types, whatever way strings are kept", async () => {
    for (const strings of ["shared", "inline"] as const) {
      const { rows: found, format } = await read(workbook(rows, { strings }));
      expect(format).toMatchObject({ kind: "xlsx" });
      expect(found).toEqual([
        { line: 1, cells: ["Kundennummer", "Beginn", "Betrag", "Menge"] },
        { line: 2, cells: ["K1", { day: "2026-01-31" }, 1234.56, 3] },
        { line: 3, cells: ["K2", "31.01.2026", "1.234,56", true] },
      ]);
    }
  });

  it("count days from 1904 where they say so", async () => {
    const { rows: found } = await read(workbook([["Beginn"], [{ serial: 46_053 - 1_462 }]], { date1904: true }));
    expect(found[1]?.cells).toEqual([{ day: "2026-01-31" }]);
  });

  it("give a formula's value, and their empty ends nothing", async () => {
    const sheet = `<row r="1"><c r="A1" t="inlineStr"><is><t>Betrag</t></is></c><c r="XFD1"/></row><row r="5"><c r="A5"><f>1+1</f><v>2</v></c></row>`;
    const { rows: found } = await read(workbook([], { sheet }));
    expect(found).toEqual([
      { line: 1, cells: ["Betrag"] },
      { line: 5, cells: [2] },
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    [
      "a cell in the last column",
      workbook([], { sheet: `<row r="1"><c r="XFD1"><v>1</v></c></row>` }),
      "file-too-many-columns",
    ],
    [
      "a document type",
      workbook(rows, { prolog: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>` }),
      "file-entities",
    ],
    ["a size that is a lie", workbook(rows, { lie: 10 }), "file-bomb"],
    ["a size that is larger than it is", workbook(rows, { lie: 9_000 }), "file-broken"],
    ["the flag of a password", workbook(rows, { encrypted: true }), "file-encrypted"],
    ["a third of it", workbook(rows).subarray(0, 700), "file-broken"],
    [
      "a bomb",
      zip([
        {
          name: "xl/worksheets/sheet1.xml",
          packed: deflateRawSync(Buffer.alloc(tableLimits.unpackedBytes + 1, 32)),
          size: tableLimits.unpackedBytes + 1,
        },
      ]),
      "file-unpacks-too-large",
    ],
  ])("with %s are refused", async (_, bytes, expected) => {
    expect(code(await read(bytes))).toBe(expected);
  });

  it("stop unpacking where a part grows beyond what it said", async () => {
    const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    const bomb = zip([{ name: "xl/worksheets/sheet1.xml", packed, size: 1_000 }]);
    expect(code(await read(bomb))).toBe("file-bomb");
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});
