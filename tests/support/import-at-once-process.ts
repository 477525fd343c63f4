import { readFileSync } from "node:fs";
import { connectTo } from "@/db/client";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { importAtOnce } from "@/lib/use-cases/import-at-once";

// A process that reads a file in whole and says how that ended and what memory it took. Arguments: the database, the viewer, the file, the day.
const [appUrl = "", viewer = "", file = "", today = ""] = process.argv.slice(2);
await connectTo(appUrl);
const outcome = await importAtOnce(
  JSON.parse(viewer) as Viewer,
  { name: "bestand", bytes: readFileSync(file) },
  { dryRun: false, partial: true },
  today,
  new Date(`${today}T09:00:00Z`),
  (error) => {
    throw error;
  },
);
const said = isRefusal(outcome) ? { refused: outcome.code } : { counts: outcome.counts };
// What the operating system counts of the process itself; `resourceUsage` begins with its parent's.
const [, kilobytes = "0"] = /VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
console.log(JSON.stringify({ ...said, megabytes: Math.round(Number(kilobytes) / 1024) }));
process.exit(0);
