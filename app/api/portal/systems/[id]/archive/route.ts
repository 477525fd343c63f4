import { route } from "@/lib/auth/route";
import { archiveFields, moveRecord } from "../../../archive-act";

/** Puts a system away, or takes it out of the archive again. */
export const POST = route({ task: "capture-estate", schema: archiveFields, keepsTyped: true }, (call) =>
  moveRecord("system", call),
);
