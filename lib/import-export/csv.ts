/** How a table is written for a program that reads it. */
export interface CsvDialect {
  readonly delimiter: ";" | ",";
  readonly decimal: "," | ".";
  readonly days: "german" | "iso";
  /** Excel takes a file for UTF-8 only if it begins with this mark. */
  readonly begin: "\uFEFF" | "";
}

export const csvDialects = {
  /** Excel with German settings: 31.12.2026; 1234,50. */
  excel: { delimiter: ";", decimal: ",", days: "german", begin: "\uFEFF" },
  /** RFC 4180, for programs: 2026-12-31, 1234.50. */
  rfc4180: { delimiter: ",", decimal: ".", days: "iso", begin: "" },
} as const satisfies Record<string, CsvDialect>;

export type CsvDialectName = keyof typeof csvDialects;

/**
 * A text that a spreadsheet would take for a formula: it begins with = + - @ or a tab or line end, in plain, full or small width, also after
 * blanks and marks that are not seen. Written so that JavaScript and PostgreSQL read it alike.
 */
export const FORMULA_PATTERN =
  "^[\\s\\u0001-\\u001f\\u007f-\\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff]*[=+@\\t\\r\\n\\u2212\\ufe62\\ufe63\\ufe66\\ufe6b\\uff0b\\uff0d\\uff1d\\uff20-]";

const formula = new RegExp(FORMULA_PATTERN, "u");

/** A text that no spreadsheet reckons with: what would be a formula begins with an apostrophe. */
export function formulaSafe(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** One line of texts, with its line end; the texts are made safe. */
export function csvLine(texts: readonly string[], { delimiter }: Pick<CsvDialect, "delimiter">): string {
  const fields = texts.map((text) => {
    const safe = formulaSafe(text);
    return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${fields.join(delimiter)}\r\n`;
}
