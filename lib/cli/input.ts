import { fstatSync, readSync } from "node:fs";

const STDIN = 0;
const CHUNK_BYTES = 64 * 1024;

/** Standard input could not be read: the only fault for which a command that reads it ends with a status of its own. */
export class UnreadableInput extends Error {}

/**
 * Standard input in chunks as they come. A file is read through one buffer, used again for each chunk (a stream of it would hold some 50 MB
 * of spent ones); whoever keeps a part of a chunk copies it.
 */
export async function* standardInput(): AsyncGenerator<Buffer> {
  const kind = fstatSync(STDIN);
  // Node takes a folder for an empty input.
  if (kind.isDirectory()) throw new UnreadableInput("EISDIR: illegal operation on a directory, read");
  try {
    if (kind.isFile()) yield* chunksOfFile();
    else yield* process.stdin;
  } catch (fault) {
    if (!isReadFault(fault)) throw fault;
    throw new UnreadableInput(fault.message);
  }
}

function* chunksOfFile(): Generator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  for (let bytes = readSync(STDIN, buffer); bytes > 0; bytes = readSync(STDIN, buffer)) yield buffer.subarray(0, bytes);
}

function isReadFault(fault: unknown): fault is NodeJS.ErrnoException {
  return fault instanceof Error && (fault as NodeJS.ErrnoException).syscall === "read";
}
