import { z } from "zod";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { changePerson } from "@/lib/use-cases/change-person";
import { memberRoles } from "@/lib/use-cases/shared/customers-of-role";

const schema = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("change-role"),
    role: z.enum(memberRoles),
    customerNumbers: z.string().max(4_000).default(""),
  }),
  z.strictObject({ act: z.literal("deactivate") }),
  z.strictObject({ act: z.literal("reactivate") }),
]);

export const POST = route({ task: "manage-people", schema }, ({ viewer, input, params }) =>
  changePerson(viewer, params.id ?? "", input, now()),
);
