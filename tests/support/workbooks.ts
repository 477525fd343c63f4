import { crc32, deflateRawSync } from "node:zlib";

/** A part of an archive. `packed` with `size` can lie; `content` is packed and told as it is. */
export interface Part {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly packed?: Uint8Array;
  readonly size?: number;
  readonly encrypted?: boolean;
}

/** An archive, written by hand so that it can say what is not true. */
export function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = "", packed: given, size, encrypted = false } of parts) {
    const plain = Buffer.from(content as string);
    const packed = Buffer.from(given ?? deflateRawSync(plain));
    const told = size ?? plain.length;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(encrypted ? 1 : 0, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(given === undefined ? crc32(plain) : 0, 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(told, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 4, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    locals.push(head, Buffer.from(name), packed);
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...locals, listed, end]));
}

type CellValue = string | number | boolean | { readonly serial: number };

export interface Look {
  readonly strings?: "shared" | "inline";
  readonly date1904?: boolean;
  /** Rows as XML, in place of values. */
  readonly sheet?: string;
  /** Before the sheet's root. */
  readonly prolog?: string;
  /** Told as the sheet's size. */
  readonly lie?: number;
  readonly encrypted?: boolean;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A to Z, then AA, and so on to XFD. */
const columnName = (column: number): string =>
  `${column < 26 ? "" : columnName(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

/** A workbook with one sheet, as Excel writes it. */
export function workbook(rows: readonly (readonly CellValue[])[], look: Look = {}): Uint8Array {
  const shared: string[] = [];
  const cell = (value: CellValue, column: number, row: number) => {
    const at = `${columnName(column)}${row}`;
    if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "object") return `<c r="${at}" s="1"><v>${value.serial}</v></c>`;
    if (look.strings === "inline") return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    shared.push(value);
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const sheet =
    look.sheet ??
    rows
      .map(
        (cells, at) => `<row r="${at + 1}">${cells.map((value, column) => cell(value, column, at + 1)).join("")}</row>`,
      )
      .join("");
  const rel = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${related}/${kind}" Target="${target}"/>`;
  const rels = (content: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zip([
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: "_rels/.rels", content: rels(rel("rId1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${related}"><workbookPr date1904="${look.date1904 ? 1 : 0}"/><sheets><sheet name="Bestand" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: rels(
        rel("rId1", "worksheet", "worksheets/sheet1.xml") +
          rel("rId2", "sharedStrings", "sharedStrings.xml") +
          rel("rId3", "styles", "styles.xml"),
      ),
    },
    {
      name: "xl/sharedStrings.xml",
      content: `<?xml version="1.0"?><sst xmlns="${main}">${shared.map((value) => `<si><t xml:space="preserve">${escaped(value)}</t></si>`).join("")}</sst>`,
    },
    {
      name: "xl/styles.xml",
      content: `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<?xml version="1.0"?>${look.prolog ?? ""}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
      size: look.lie,
      encrypted: look.encrypted,
    },
  ]);
}
