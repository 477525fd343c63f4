import { z } from "zod";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { withdrawInvitation } from "@/lib/use-cases/withdraw-invitation";

const schema = z.strictObject({ act: z.literal("withdraw") });

export const POST = route({ task: "manage-people", schema }, ({ viewer, params }) =>
  withdrawInvitation(viewer, params.id ?? "", now()),
);
