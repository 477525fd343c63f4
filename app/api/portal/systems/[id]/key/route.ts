import { keyRoute } from "../../../key-route";

export const POST = keyRoute("system");
