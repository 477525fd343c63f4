import { type Refusal, refuse } from "./refusal";

/** 10 MB: a scanned contract of many pages. */
export const DOCUMENT_BYTES_AT_MOST = 10 * 1024 * 1024;

const NAME_AT_MOST = 150;
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d] as const;

/**
 * What is wrong with a file that is to be attached to a contract, or null: empty (`document-empty`), more than 10 MB (`document-too-large`), or no
 * PDF (`document-not-pdf`): judged by its first five bytes (`%PDF-`), whatever its name says.
 */
export function faultOfDocument(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return refuse("document-empty", {}, "file");
  if (bytes.length > DOCUMENT_BYTES_AT_MOST)
    return refuse("document-too-large", { mebibytes: DOCUMENT_BYTES_AT_MOST / 1024 / 1024 }, "file");
  return PDF.every((byte, index) => bytes[index] === byte) ? null : refuse("document-not-pdf", {}, "file");
}

/** A file's name as it is kept: without folders, signs that steer, and what no file system takes; it ends in `.pdf`. `otherwise` where nothing is left. */
export function documentName(name: string, otherwise: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replaceAll(/[\p{C}"*:<>?|%;]/gu, "")
    .replace(/\.pdf$/i, "")
    .trim()
    .replaceAll(/^\.+/g, "")
    .slice(0, NAME_AT_MOST)
    .trim();
  return `${stem === "" ? otherwise : stem}.pdf`;
}
