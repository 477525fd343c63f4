import { z } from "zod";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { endSession } from "@/lib/use-cases/end-session";

const schema = z.strictObject({ act: z.literal("end").optional() });

/** Ends one of one's own sessions. */
export const POST = route({ task: "manage-own-account", schema }, ({ viewer, params }) =>
  endSession(viewer, params.id ?? "", now()),
);
