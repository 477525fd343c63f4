/** `npm run -s calc`: JSON Lines in, one JSON line out for each, in order, in constant memory. */
import { AnswerBatches } from "./answer-batches";
import { standardInput, UnreadableInput } from "./input";
import { LineCutter } from "./lines";
import { BufferedOutput } from "./output";

async function main(): Promise<void> {
  const lines = new LineCutter();
  const answers = new AnswerBatches(new BufferedOutput(process.stdout));
  try {
    for await (const chunk of standardInput()) {
      for (const block of lines.push(chunk)) await answers.add(block);
    }
  } catch (fault) {
    if (!(fault instanceof UnreadableInput)) throw fault;
    await answers.end();
    console.error(`Die Standardeingabe lässt sich nicht lesen: ${fault.message}`);
    process.exitCode = 1;
    return;
  }
  for (const block of lines.end()) await answers.add(block);
  await answers.end();
}

/** Whoever read the answers has read enough: no fault of ours. */
function endQuietlyOnClosedPipe(fault: NodeJS.ErrnoException): void {
  if (fault.code !== "EPIPE") throw fault;
  process.exit(0);
}

process.stdout.on("error", endQuietlyOnClosedPipe);
await main().catch(endQuietlyOnClosedPipe);
