import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { checkImport } from "@/lib/use-cases/check-import";
import { toLog } from "../../fault";

/** One field for each column, `column0` and on, with its meaning; empty: the column is not read. */
const schema = z.record(z.string().regex(/^column\d{1,3}$/), z.string().max(40));

/** Begins the dry run; the page of the import shows how far it is. */
export const POST = route(
  { task: "import-estate", schema, maxBytes: 64 * 1024 },
  async ({ viewer, input, params, requestId }) => {
    const named = Object.entries(input);
    const mapping =
      named.length === 0
        ? undefined
        : named
            .map(([name, field]) => [Number(name.slice("column".length)), field === "" ? null : field] as const)
            .sort(([left], [right]) => left - right)
            .map(([, field]) => field);
    const begun = await checkImport(viewer, params.id ?? "", mapping, today(), now(), toLog(requestId));
    return begun === "not-found" || isRefusal(begun) ? begun : done({ begun: true });
  },
);
