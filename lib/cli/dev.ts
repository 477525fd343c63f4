import "./demo-environment";
import { command } from "./command";
import { demonstrate } from "./demonstration";

/** `npm run dev`: the same as the demonstration, but every change of the sources shows at once. */
await command((onStop) => demonstrate("dev", onStop));
