import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvDialects, csvLine, formulaSafe } from "@/lib/import-export/csv";
import { formulas, plainTexts } from "../support/formulas";

describe("a formula", () => {
  it.each(formulas)("%j begins with an apostrophe", (text) => {
    expect(formulaSafe(text)).toBe(`'${text}`);
  });

  it.each(plainTexts)("%j is none", (text) => {
    expect(formulaSafe(text)).toBe(text);
  });
});

/** As a reader of RFC 4180 takes a line apart. */
function fieldsOf(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const end = quoted === null ? rest.search(new RegExp(`[${delimiter}\r]`)) : quoted[0].length;
    fields.push(quoted === null ? rest.slice(0, end) : (quoted[1] ?? "").replaceAll('""', '"'));
    rest = rest.slice(end);
    if (!rest.startsWith(delimiter)) break;
    rest = rest.slice(1);
  }
  expect(rest).toBe("\r\n");
  return fields;
}

describe("a line", () => {
  it("is read back as it was meant, whatever stands in it", () => {
    const text = fc.string({ unit: fc.constantFrom(..."abÄ ;,\"\r\n'=+-@\t1é＝"), maxLength: 8 });
    for (const dialect of Object.values(csvDialects)) {
      fc.assert(
        fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
          expect(fieldsOf(csvLine(texts, dialect), dialect.delimiter)).toEqual(texts.map(formulaSafe));
        }),
        { seed: 20261120, numRuns: 2_000 },
      );
    }
  });

  it("ends as Excel and RFC 4180 have it", () => {
    expect(csvLine(["Kunde", "a;b", 'c"d'], csvDialects.excel)).toBe('Kunde;"a;b";"c""d"\r\n');
    expect(csvLine(["Kunde", "a;b", "c,d"], csvDialects.rfc4180)).toBe('Kunde,a;b,"c,d"\r\n');
  });
});
