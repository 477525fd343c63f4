import { isAscii, isUtf8 } from "node:buffer";

/** A line longer than this is no request: read past, never held. */
export const MAX_LINE_MEBIBYTES = 32;
const MAX_LINE_BYTES = MAX_LINE_MEBIBYTES * 1024 * 1024;
const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** A line of text, or why it is none. */
export type Line = string | { readonly unreadable: "not-utf8" | "too-long" };

/** The bytes of one line or more, without the last line feed. It may lie in the chunk that it came with: whoever keeps it copies it. */
export type Block = Buffer | { readonly unreadable: "too-long" };

/** Cuts a stream of bytes into blocks of whole lines, in constant memory. The last line needs no line feed. */
export class LineCutter {
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private skipping = false;
  private atStart = true;

  /** What is whole with this chunk. */
  *push(chunk: Buffer): Generator<Block> {
    let rest = chunk;
    if (this.skipping) {
      const end = rest.indexOf(LINE_FEED);
      if (end < 0) return;
      this.skipping = false;
      rest = rest.subarray(end + 1);
    }
    const last = rest.lastIndexOf(LINE_FEED);
    if (last >= 0) {
      yield this.take(rest.subarray(0, last));
      rest = rest.subarray(last + 1);
    }
    if (rest.length === 0) return;
    // A copy: the chunk may be used again.
    this.pending.push(Buffer.from(rest));
    this.pendingBytes += rest.length;
    if (this.pendingBytes <= MAX_LINE_BYTES) return;
    this.take(Buffer.alloc(0));
    this.skipping = true;
    yield { unreadable: "too-long" };
  }

  /** What is left when the input has ended. */
  *end(): Generator<Block> {
    if (this.pendingBytes > 0) yield this.take(Buffer.alloc(0));
  }

  private take(tail: Buffer): Buffer {
    const block = this.pending.length === 0 ? tail : Buffer.concat([...this.pending, tail]);
    this.pending = [];
    this.pendingBytes = 0;
    if (!this.atStart) return block;
    this.atStart = false;
    return BYTE_ORDER_MARK.every((byte, index) => block[index] === byte) ? block.subarray(3) : block;
  }
}

/** The lines of UTF-8 in a block. */
export function* linesIn(block: Block): Generator<Line> {
  if (!Buffer.isBuffer(block)) {
    yield block;
    return;
  }
  if (isUtf8(block)) {
    const text = isAscii(block) ? block.toString("latin1") : block.toString("utf8");
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      yield text.slice(from, end);
      from = end + 1;
    }
    yield text.slice(from);
    return;
  }
  let from = 0;
  while (from <= block.length) {
    const found = block.indexOf(LINE_FEED, from);
    const end = found < 0 ? block.length : found;
    const line = block.subarray(from, end);
    yield isUtf8(line) ? line.toString("utf8") : { unreadable: "not-utf8" };
    from = end + 1;
  }
}
