import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { answerTo, type Filled, fillSlot } from "./answer-slot";
import { type Block, linesIn } from "./lines";
import type { BufferedOutput } from "./output";

export interface HelperData {
  readonly slots: readonly SharedArrayBuffer[];
}

/** The block stands in the first `length` bytes of what is asked in a slot. */
export interface HelperRequest {
  readonly slot: number;
  readonly length: number;
}

const ASKED_BYTES = 128 * 1024;
const ANSWER_BYTES = 1024 * 1024;
/** Two for the helper, so that it never waits for the next; one for this thread; one being written; one to spare. */
const SLOTS = 5;
const HELPER_BLOCKS = 2;
/** A shorter block (somebody types, or asks and waits) is answered here and at once. */
const HELPER_MIN_BYTES = 16 * 1024;
/** A helper costs most of a second to start and 30 MB: it comes when there is evidently much to do. */
const BLOCKS_BEFORE_HELPER = 24;

/** A piece of memory that both threads see: a block of lines, and the answers to it. */
export function slotIn(shared: SharedArrayBuffer): { readonly asked: Buffer; readonly answers: Buffer } {
  return { asked: Buffer.from(shared, 0, ASKED_BYTES), answers: Buffer.from(shared, ASKED_BYTES) };
}

/**
 * Answers blocks of lines on two cores and writes the answers in the order of the lines, in constant memory. A small input never starts
 * the second thread.
 */
export class AnswerBatches {
  private readonly shared = Array.from({ length: SLOTS }, () => new SharedArrayBuffer(ASKED_BYTES + ANSWER_BYTES));
  private readonly slots = this.shared.map(slotIn);
  private readonly free = this.slots.map((_, index) => index);
  private written: Promise<void> = Promise.resolve();
  private onFree: (() => void) | null = null;
  private fault: { readonly thrown: unknown } | null = null;
  private large = 0;
  private helper: Helper | null = null;

  constructor(private readonly output: BufferedOutput) {}

  /** Takes a block, of which nothing needs to be kept for it; resolves when there is room for the next. */
  async add(given: Block): Promise<void> {
    const slot = await this.freeSlot();
    const block = this.kept(slot, given);
    const filled = this.helperFor(block)?.fill(slot, (block as Buffer).length) ?? fillSlot(this.answers(slot), block);
    this.written = this.written
      .then(async () => this.write(slot, block, await filled))
      .catch((thrown: unknown) => {
        this.fault ??= { thrown };
      })
      .then(() => this.release(slot));
    // The helper's answers come in between two blocks.
    if (this.helper !== null) await nextTurn();
  }

  /** Resolves when everything is written. */
  async end(): Promise<void> {
    await this.written;
    await this.helper?.stop();
    if (this.fault !== null) throw this.fault.thrown;
  }

  private answers(slot: number): Buffer {
    return (this.slots[slot] as ReturnType<typeof slotIn>).answers;
  }

  /** A copy in the slot. What is too long for it was pieced together from chunks and is a copy already. */
  private kept(slot: number, block: Block): Block {
    if (!Buffer.isBuffer(block) || block.length > ASKED_BYTES) return block;
    const copy = (this.slots[slot] as ReturnType<typeof slotIn>).asked.subarray(0, block.length);
    copy.set(block);
    return copy;
  }

  private helperFor(block: Block): Helper | null {
    if (!Buffer.isBuffer(block) || block.length < HELPER_MIN_BYTES || block.length > ASKED_BYTES) return null;
    if (++this.large === BLOCKS_BEFORE_HELPER && availableParallelism() > 1) this.helper = new Helper(this.shared);
    return this.helper?.isFree() ? this.helper : null;
  }

  private async freeSlot(): Promise<number> {
    while (true) {
      if (this.fault !== null) throw this.fault.thrown;
      const slot = this.free.pop();
      if (slot !== undefined) return slot;
      await new Promise<void>((resolve) => {
        this.onFree = resolve;
      });
    }
  }

  private release(slot: number): void {
    this.free.push(slot);
    this.onFree?.();
  }

  private async write(slot: number, block: Block, { bytes, lines }: Filled): Promise<void> {
    if (bytes > 0) await this.output.send(this.answers(slot).subarray(0, bytes));
    let index = 0;
    for (const line of linesIn(block)) {
      if (index++ < lines) continue;
      const answer = answerTo(line);
      if (answer === null) continue;
      for (const piece of typeof answer === "string" ? [answer] : answer) await this.output.write(piece);
      await this.output.write("\n");
    }
    await this.output.flush();
  }
}

class Helper {
  private readonly worker: Worker;
  private isReady = false;
  private readonly waiting: { resolve: (filled: Filled) => void; reject: (fault: unknown) => void }[] = [];

  constructor(slots: readonly SharedArrayBuffer[]) {
    // Its name in the bundle that calc.sh makes.
    this.worker = new Worker(new URL("./calc-helper.js", import.meta.url), {
      workerData: { slots } satisfies HelperData,
      resourceLimits: { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 48 },
    });
    this.worker.on("message", (said: "ready" | Filled) => {
      if (said === "ready") this.isReady = true;
      else this.waiting.shift()?.resolve(said);
    });
    this.worker.on("error", (fault) => {
      this.isReady = false;
      for (const { reject } of this.waiting.splice(0)) reject(fault);
    });
    // Not ready yet when all is answered: nobody waits for it.
    this.worker.unref();
  }

  isFree(): boolean {
    return this.isReady && this.waiting.length < HELPER_BLOCKS;
  }

  fill(slot: number, length: number): Promise<Filled> {
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage({ slot, length } satisfies HelperRequest);
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
