/** A second thread of `npm run calc`: fills the slots that it shares with the first. */
import { parentPort, workerData } from "node:worker_threads";
import { type HelperData, type HelperRequest, slotIn } from "./answer-batches";
import { fillSlot } from "./answer-slot";

const slots = (workerData as HelperData).slots.map(slotIn);

parentPort?.on("message", ({ slot, length }: HelperRequest) => {
  const { asked, answers } = slots[slot] as ReturnType<typeof slotIn>;
  parentPort?.postMessage(fillSlot(answers, asked.subarray(0, length)));
});
parentPort?.postMessage("ready");
