import { z } from "zod";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { revokeApiKey } from "@/lib/use-cases/revoke-api-key";

const schema = z.strictObject({ act: z.literal("revoke") });

export const POST = route({ task: "manage-api-keys", schema }, ({ viewer, params }) =>
  revokeApiKey(viewer, params.id ?? "", now()),
);
