import { describe, expect, it } from "vitest";
import { DOCUMENT_BYTES_AT_MOST, documentName, faultOfDocument } from "@/lib/domain/document-file";

const bytes = (text: string, length = text.length) => {
  const made = new Uint8Array(length);
  made.set(new TextEncoder().encode(text));
  return made;
};

describe("a file to be attached", () => {
  it.each([
    ["a PDF", bytes("%PDF-1.4\n"), null],
    ["the largest", bytes("%PDF-2.0", DOCUMENT_BYTES_AT_MOST), null],
    ["one byte more", bytes("%PDF-2.0", DOCUMENT_BYTES_AT_MOST + 1), "document-too-large"],
    ["nothing", bytes(""), "document-empty"],
    ["a page of the web", bytes("<html>%PDF-1.4"), "document-not-pdf"],
    ["a beginning of one", bytes("%PDF"), "document-not-pdf"],
  ])("%s", (_, file, code) => {
    expect(faultOfDocument(file)?.code ?? null).toBe(code);
  });

  it.each([
    ["Auftrag Öl 7.pdf", "Auftrag Öl 7.pdf"],
    ["C:\\Scans\\Auftrag.PDF", "Auftrag.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ['a"b;c%d\r\nSet-Cookie: x.pdf', "abcdSet-Cookie x.pdf"],
    ["..pdf", "Vertrag.pdf"],
    [".pdf", "Vertrag.pdf"],
    ["", "Vertrag.pdf"],
    ["\u202Efdp.exe", "fdp.exe.pdf"],
    ["x".repeat(400), `${"x".repeat(150)}.pdf`],
  ])("is called %j as %j", (name, kept) => {
    expect(documentName(name, "Vertrag")).toBe(kept);
  });
});
