import type { Writable } from "node:stream";

const BUFFER_BYTES = 256 * 1024;
/** No UTF-16 unit needs more than three bytes in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;

/**
 * Text to a stream through one buffer that is used again once the stream is done with it: constant memory, and no waiting but for a
 * reader slower than the writer.
 */
export class BufferedOutput {
  private readonly buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  private used = 0;

  constructor(private readonly stream: Writable) {}

  /** Whether a text fits without flushing; the hot path asks first and so needs no promise for each line. */
  fits(text: string): boolean {
    return text.length * MAX_BYTES_PER_UNIT <= BUFFER_BYTES - this.used;
  }

  /** Adds a text that fits. */
  add(text: string): void {
    this.used += this.buffer.write(text, this.used);
  }

  /** Adds any text, cut into pieces where it is longer than the buffer. */
  async write(text: string): Promise<void> {
    if (!this.fits(text)) await this.flush();
    if (this.fits(text)) return this.add(text);
    await this.send(Buffer.from(text));
  }

  async flush(): Promise<void> {
    if (this.used === 0) return;
    await this.send(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  private send(bytes: Buffer): Promise<void> {
    return new Promise((done, fail) => {
      this.stream.write(bytes, (fault) => (fault ? fail(fault) : done()));
    });
  }
}
