import { refuse } from "@/lib/domain/refusal";
import { type Encoding, FileRefused } from "./table";

const STEP = 64 * 1024;

export interface DecodedText {
  readonly encoding: Encoding;
  /** The text in pieces, without its byte order mark. */
  pieces(): Generator<string>;
}

/**
 * Finds a text's encoding: by its byte order mark; without one UTF-16 by its NUL bytes, then UTF-8 if every byte agrees, else Windows-1252,
 * which every German program of old writes. A guess by the frequency of letters is not made: it takes German for Turkish.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    if (bytes.length % 2 !== 0) throw new FileRefused(refuse("file-cut-off"));
  } else if (bytes.includes(0)) {
    throw new FileRefused(refuse("file-no-text"));
  }
  return { encoding, pieces: () => piecesOf(bytes, encoding) };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return utf16Without(bytes) ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
}

/** A German text in UTF-16 has a NUL in nearly every second place, and all of them on the same side. */
function utf16Without(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 2_000);
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const enough = length / 4;
  if (odd > enough && even < odd / 20) return "utf-16le";
  return even > enough && odd < even / 20 ? "utf-16be" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += STEP) decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function* piecesOf(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== "windows-1252" });
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      const piece = decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
      if (piece !== "") yield piece;
    }
    const rest = decoder.decode();
    if (rest !== "") yield rest;
  } catch (error) {
    // A lone surrogate: half a sign of UTF-16.
    if (error instanceof TypeError) throw new FileRefused(refuse("file-no-text"));
    throw error;
  }
}
