import { createInflateRaw } from "node:zlib";
import { refuse } from "@/lib/domain/refusal";
import { FileRefused, type TableLimits } from "./table";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 65_557;
const MOST_ENTRIES = 2_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Unpacks every part of a workbook once, in small pieces that are thrown away, before anybody else trusts what the archive says of itself.
 * Refused: what unpacks to more than it says or than is allowed, parts that lie over each other, encrypted or foreign ways of packing, and
 * any document type or entity in its texts, by which a reader could be made to open other files or to grow without end.
 */
export async function checkArchive(bytes: Uint8Array, limits: TableLimits): Promise<void> {
  const entries = directoryOf(bytes);
  const starts = new Set<number>();
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted) throw new FileRefused(refuse("file-encrypted"));
    if (entry.method !== 0 && entry.method !== 8) throw broken();
    if (starts.has(entry.offset)) throw new FileRefused(refuse("file-bomb"));
    starts.add(entry.offset);
    total += entry.unpacked;
    if (total > limits.unpackedBytes) throw tooMuch(limits);
  }
  for (const entry of entries) await unpack(bytes, entry);
}

const broken = () => new FileRefused(refuse("file-broken"));
const tooMuch = ({ unpackedBytes }: TableLimits) =>
  new FileRefused(refuse("file-unpacks-too-large", { mebibytes: Math.floor(unpackedBytes / 1024 / 1024) }));

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < first || end < 0) throw broken();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // Larger archives say so in further records; no workbook of a permitted size needs them.
  if (count > MOST_ENTRIES || at === 0xffffffff) throw broken();
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const entry: Entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (entry.packed === 0xffffffff || entry.unpacked === 0xffffffff) throw broken();
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function unpack(bytes: Uint8Array, entry: Entry): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed, unpacked } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw broken();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw broken();
  const data = bytes.subarray(start, start + packed);
  const judge = judgeOf(entry);
  if (entry.method === 0) {
    if (packed !== unpacked) throw new FileRefused(refuse("file-bomb"));
    return judge(data);
  }
  const inflate = createInflateRaw();
  inflate.end(data);
  let size = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > unpacked) throw new FileRefused(refuse("file-bomb"));
      judge(piece);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : broken();
  } finally {
    inflate.destroy();
  }
  if (size !== unpacked) throw broken();
}

/** Looks for a document type, also across the border of two pieces. */
function judgeOf({ name }: Entry): (piece: Uint8Array) => void {
  if (!/\.(xml|rels|vml)$/i.test(name)) return () => {};
  let tail = "";
  return (piece) => {
    const text = tail + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString("latin1");
    // In UTF-16 every second sign would be a NUL; a workbook's parts are UTF-8.
    if (/<!(DOCTYPE|ENTITY)|\0/i.test(text)) throw new FileRefused(refuse("file-entities"));
    tail = text.slice(-10);
  };
}
