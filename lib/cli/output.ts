import type { Writable } from "node:stream";

const BUFFER_BYTES = 256 * 1024;
/** No UTF-16 unit needs more than three bytes in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;

/** No text needs more bytes than this in UTF-8. */
export const mostBytesOf = (text: string) => text.length * MAX_BYTES_PER_UNIT;

/**
 * Text to a stream through one buffer that is used again once the stream is done with it: constant memory, and no waiting but for a
 * reader slower than the writer.
 */
export class BufferedOutput {
  private readonly buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  private used = 0;

  constructor(private readonly stream: Writable) {}

  /** Adds any text; one that is longer than the buffer goes out on its own. */
  async write(text: string): Promise<void> {
    if (!this.fits(text)) await this.flush();
    if (this.fits(text)) this.used += this.buffer.write(text, this.used);
    else await this.send(Buffer.from(text));
  }

  async flush(): Promise<void> {
    if (this.used === 0) return;
    await this.send(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  /** Sends bytes past the buffer, which has to be empty; resolves when the stream is done with them. */
  send(bytes: Buffer): Promise<void> {
    return new Promise((done, fail) => {
      this.stream.write(bytes, (fault) => (fault ? fail(fault) : done()));
    });
  }

  private fits(text: string): boolean {
    return mostBytesOf(text) <= BUFFER_BYTES - this.used;
  }
}
