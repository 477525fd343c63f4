import { route } from "@/lib/auth/route";
import { actOnKey, keySchema } from "../../../key-acts";

export const POST = route({ task: "see-licence-keys", schema: keySchema }, (call) => actOnKey("system", call));
