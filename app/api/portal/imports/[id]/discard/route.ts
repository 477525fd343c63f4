import { z } from "zod";
import { route } from "@/lib/auth/route";
import { discardImport } from "@/lib/use-cases/discard-import";

/** Throws a file away that was not read in. */
export const POST = route({ task: "import-estate", schema: z.strictObject({}) }, ({ viewer, params }) =>
  discardImport(viewer, params.id ?? ""),
);
