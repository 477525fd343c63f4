import { connectTo } from "@/db/client";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { commitImport } from "@/lib/use-cases/commit-import";

// A process that reads a checked import in, as the portal's server does, and says how that ended. Arguments: the database, the viewer, the import, the day.
const [appUrl = "", viewer = "", importId = "", today = ""] = process.argv.slice(2);
await connectTo(appUrl);
const begun = await commitImport(
  JSON.parse(viewer) as Viewer,
  importId,
  true,
  today,
  new Date(`${today}T09:00:00Z`),
  () => {},
);
console.log("begun");
const outcome = begun === "not-found" || isRefusal(begun) ? begun : await begun.finished;
console.log(JSON.stringify(outcome));
process.exit(0);
