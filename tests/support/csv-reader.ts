import { connectTo } from "@/db/client";
import { stockColumns } from "@/lib/domain/stock";
import { exportStock, type StockExport } from "@/lib/use-cases/export-stock";
import { viewerForBench } from "./bench-viewer";

/**
 * A process of its own that loads all of a reseller's Bestand as CSV and counts, so that its memory is the export's: prints one line of JSON.
 * Arguments: the database's address, the reseller, the day.
 */
const [url = "", resellerId = "", today = ""] = process.argv.slice(2);
const names = Object.fromEntries([...stockColumns, "customerNumber"].map((column) => [column, column]));
const input: StockExport = {
  columns: stockColumns,
  dialect: "excel",
  sort: { key: "sendBy", descending: false },
  words: {
    heads: names as StockExport["words"]["heads"],
    kind: { licence: "Lizenz", contract: "Vertrag" },
    state: {
      held: "gekauft",
      running: "läuft",
      rolling: "monatlich kündbar",
      noticed: "gekündigt",
      lapsed: "ausgelaufen",
    },
    billing: { vendor: "vermittelt", reseller: "verkauft" },
    tier: "Staffel",
  },
};

await connectTo(url);
const began = performance.now();
let lines = 0;
let bytes = 0;
for await (const chunk of await exportStock(viewerForBench(resellerId), input, today)) {
  bytes += chunk.length;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
}
const ms = performance.now() - began;
console.log(JSON.stringify({ lines, bytes, ms, peakMiB: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
