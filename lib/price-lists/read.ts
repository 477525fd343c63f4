import { contradictionsOf } from "./contradictions";
import { type CheckedList, priceListSchema } from "./schema";

/** Reads lists by file name. Throws one error that names every fault of every list: a paper half right is not used at all. */
export function readPriceLists(files: readonly (readonly [file: string, content: unknown])[]): readonly CheckedList[] {
  const faults: string[] = [];
  const lists: CheckedList[] = [];
  for (const [file, content] of files) {
    const read = readPriceList(content);
    if ("list" in read) lists.push(read.list);
    else faults.push(...read.faults.map((fault) => `${file}: ${fault}`));
  }
  if (faults.length > 0) throw new Error(`The price lists have ${faults.length} faults:\n${faults.join("\n")}`);
  return lists;
}

/** One list, or everything that is wrong with it. */
export function readPriceList(content: unknown): { list: CheckedList } | { faults: string[] } {
  const parsed = priceListSchema.safeParse(content);
  if (!parsed.success) {
    return { faults: parsed.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`) };
  }
  const faults = contradictionsOf(parsed.data);
  return faults.length === 0 ? { list: parsed.data } : { faults };
}
